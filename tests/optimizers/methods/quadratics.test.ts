/** What theory promises on a quadratic, whatever its curvatures, size and place. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, lastPoint, pointAt, type Quadratic, quadratic, stateAt, walk } from './fixtures'

const curvature = fc.double({ min: 0.1, max: 10, noNaN: true })
const seed = fc.integer()
const bowl = (size: { min: number; max: number }) =>
  fc.record({ eigenvalues: fc.array(curvature, { minLength: size.min, maxLength: size.max }), seed })

/** Starts where no coordinate is special. */
const startOf = ({ centre }: Quadratic) => centre.map((value, i) => value + 1 + i / 3)

function arrives(name: string, hyperparameters: Record<string, string | number>, ground: Quadratic, steps: number) {
  const result = walk(name, ground.objective, { start: startOf(ground), hyperparameters, steps })
  return distance(lastPoint(result), ground.centre)
}

describe('Newton is there in one step', () => {
  test.each(['plain', 'damped', 'saddle-free'])('%s, in any bowl', (variant) => {
    fc.assert(
      fc.property(bowl({ min: 1, max: 6 }), ({ eigenvalues, seed }) => {
        expect(arrives('Newton', { variant }, quadratic(eigenvalues, seed), 1)).toBeLessThan(1e-10)
      }),
      { numRuns: 40 },
    )
  })

  test('plain, at whatever level place there is', () => {
    fc.assert(
      fc.property(fc.array(curvature, { minLength: 2, maxLength: 5 }), seed, fc.nat(), (curvatures, seed, signs) => {
        const eigenvalues = curvatures.map((value, i) => ((signs >> i) & 1 ? -value : value))
        const ground = quadratic(eigenvalues, seed)
        const result = walk('Newton', ground.objective, { start: startOf(ground), steps: 1 })
        expect(distance(pointAt(result, 1), ground.centre)).toBeLessThan(1e-10)
        const found = stateAt(result, 'eigenvalues', 1)
        expect(
          distance(
            found,
            [...eigenvalues].sort((a, b) => a - b),
          ),
        ).toBeLessThan(1e-12 * 10)
      }),
      { numRuns: 40 },
    )
  })
})

describe('n steps in n dimensions, with an exact search', () => {
  test.each<[string, Record<string, string>]>([
    ['ConjugateGradient', { beta: 'fletcher-reeves' }],
    ['ConjugateGradient', { beta: 'polak-ribiere+' }],
    ['BFGS', {}],
  ])('%s %o', (name, more) => {
    fc.assert(
      fc.property(bowl({ min: 2, max: 6 }), ({ eigenvalues, seed }) => {
        const ground = quadratic(eigenvalues, seed)
        expect(arrives(name, { ...more, line_search: 'exact' }, ground, eigenvalues.length)).toBeLessThan(1e-6)
      }),
      { numRuns: 40 },
    )
  })

  test('and not sooner: two curvatures need two', () => {
    const ground = quadratic([1, 7], 3)
    for (const name of ['ConjugateGradient', 'BFGS']) {
      expect(arrives(name, { line_search: 'exact' }, ground, 1)).toBeGreaterThan(0.01)
    }
  })

  test('coordinate descent along the axes of a bowl that is not turned', () => {
    const result = walk('CoordinateDescent', '3*(x-1)^2+0.2*(y+2)^2', { start: [4, 4], steps: 2 })
    expect(pointAt(result, 1)).toEqual([expect.closeTo(1, 12), 4])
    expect(pointAt(result, 2)).toEqual([expect.closeTo(1, 12), expect.closeTo(-2, 12)])
  })
})

/**
 * Steepest descent with exact search loses at least the share 1 - ((K-1)/(K+1))² of the loss each step, K = 10 the condition
 * number, and exactly that from the worst start (Kantorovich; Nocedal & Wright 2006, theorem 3.3).
 */
test('steepest descent: the worst start on x²/2 + 10 y²/2', () => {
  const result = walk('GradientDescent', '(x^2+10*y^2)/2', {
    start: [10, 1],
    hyperparameters: { line_search: 'exact' },
    steps: 20,
  })
  for (let k = 1; k <= 20; k++) expect(result.loss[k]! / result.loss[k - 1]!).toBeCloseTo((9 / 11) ** 2, 10)
})

test('Levenberg-Marquardt and the trust region become Newton once they trust the bowl', () => {
  fc.assert(
    fc.property(bowl({ min: 2, max: 4 }), ({ eigenvalues, seed }) => {
      const ground = quadratic(eigenvalues, seed)
      expect(arrives('LevenbergMarquardt', {}, ground, 8)).toBeLessThan(1e-10)
      expect(arrives('TrustRegion', { radius: 100 }, ground, 1)).toBeLessThan(1e-10)
    }),
    { numRuns: 30 },
  )
})
