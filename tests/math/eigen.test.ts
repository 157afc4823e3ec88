import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eigen2 } from '../../src/math/eigen'

const entry = fc.oneof(
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.constantFrom(0, 1, -1),
  fc.double({ min: -1e-12, max: 1e-12, noNaN: true }),
)

test('vectors are orthonormal, and matrix times vector is value times vector', () => {
  fc.assert(
    fc.property(entry, entry, entry, (a, b, c) => {
      const { values, vectors } = eigen2(a, b, c)
      expect(values[0]).toBeLessThanOrEqual(values[1])
      const scale = Math.max(Math.abs(a), Math.abs(b), Math.abs(c))
      for (const [i, [x, y]] of vectors.entries()) {
        expect(Math.abs(x * x + y * y - 1)).toBeLessThan(1e-15)
        expect(Math.abs(a * x + b * y - values[i]! * x)).toBeLessThanOrEqual(4e-16 * scale + 1e-300)
        expect(Math.abs(b * x + c * y - values[i]! * y)).toBeLessThanOrEqual(4e-16 * scale + 1e-300)
      }
      const [[x0, y0], [x1, y1]] = vectors
      expect(Math.abs(x0 * x1 + y0 * y1)).toBeLessThan(1e-15)
    }),
  )
})

test('eigenvalues that differ by sixteen orders of magnitude keep their digits', () => {
  expect(eigen2(1e16, 0, 1).values).toEqual([1, 1e16])
  const [small, large] = eigen2(1e10, 1, 1).values
  expect(small).toBeCloseTo(1 - 1e-10, 14)
  expect(large).toBe(1e10)
})
