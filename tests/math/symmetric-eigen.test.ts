import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eigen2 } from '../../src/math/eigen'
import { symmetricEigen } from '../../src/math/symmetric-eigen'

const entry = fc.double({ min: -1e3, max: 1e3, noNaN: true })
const symmetric = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.array(entry, { minLength: n * n, maxLength: n * n }).map((values) => {
    const matrix = Float64Array.from(values)
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) matrix[i * n + j] = matrix[j * n + i]!
    return { matrix, n }
  }),
)
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, v, i) => sum + v * b[i]!, 0)

test('A v = λ v, the v orthonormal, the λ ascending, their sum the trace', () => {
  fc.assert(
    fc.property(symmetric, ({ matrix, n }) => {
      const { values, vectors } = symmetricEigen(matrix, n)
      const scale = Math.max(1e-300, ...matrix.map(Math.abs)) * n
      for (let j = 0; j < n; j++) {
        const v = vectors[j]!
        for (let i = 0; i < n; i++) {
          const row = matrix.subarray(i * n, (i + 1) * n)
          expect(Math.abs(dot(row, v) - values[j]! * v[i]!)).toBeLessThanOrEqual(1e-13 * scale)
        }
        for (let i = 0; i < n; i++) expect(dot(v, vectors[i]!)).toBeCloseTo(i === j ? 1 : 0, 12)
        if (j > 0) expect(values[j]).toBeGreaterThanOrEqual(values[j - 1]!)
      }
      const trace = Array.from({ length: n }, (_, i) => matrix[i * (n + 1)]!)
      expect(
        Math.abs(
          dot(
            values,
            values.map(() => 1),
          ) -
            dot(
              trace,
              trace.map(() => 1),
            ),
        ),
      ).toBeLessThanOrEqual(1e-13 * scale)
    }),
  )
})

describe('2 x 2', () => {
  test('the same as the closed rotation', () => {
    fc.assert(
      fc.property(entry, entry, entry, (a, b, c) => {
        const scale = Math.max(Math.abs(a), Math.abs(b), Math.abs(c))
        const { values } = symmetricEigen(Float64Array.of(a, b, b, c), 2)
        eigen2(a, b, c).values.forEach((value, i) => {
          expect(Math.abs(values[i]! - value)).toBeLessThanOrEqual(4e-16 * 4 * scale)
        })
      }),
    )
  })

  test('a graded matrix keeps its small eigenvalue', () => {
    // Eigenvalues of [[1e12, 1], [1, 2]]: about 1e12 and 2 - 1e-12.
    expect(symmetricEigen(Float64Array.of(1e12, 1, 1, 2), 2).values[0]).toBeCloseTo(2, 11)
  })

  test('what is not finite gives NaN', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)
    for (const value of [...values, ...vectors.flatMap((v) => [...v])]) expect(value).toBeNaN()
  })
})
