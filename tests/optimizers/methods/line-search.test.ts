/** What the line searches promise, at every step they take. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptsAt } from '../../../src/optimizers/methods/attempts'
import type { Trajectory } from '../../../src/simulation/trajectory'
import { pointAt, stateAt, walk } from './fixtures'

const number = fc.double({ min: -3, max: 3, noNaN: true }).map((value) => value.toFixed(3))
const positive = fc.double({ min: 0.05, max: 3, noNaN: true }).map((value) => value.toFixed(3))

/** Smooth ground that is bounded below along every line: a bowl, a wave, a hollow and a quartic. */
const ground = fc
  .tuple(positive, positive, number, number, number, number, positive)
  .map(
    ([a, b, c, wave, phase, hollow, quartic]) =>
      `${a}*x^2+${b}*(y-(${c}))^2+(${wave})*sin(2*x+3*y+(${phase}))+(${hollow})*exp(-x^2-y^2)+${quartic}*(x-y)^4`,
  )
const start = fc.tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }))

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
const gradientAt = ({ gradient }: Trajectory, k: number) => [...gradient.subarray(2 * k, 2 * k + 2)]

/** Near the bottom the loss changes by nothing but rounding, and no condition can be judged. */
function isAboveRounding({ loss }: Trajectory, k: number): boolean {
  return Math.abs(loss[k]! - loss[k - 1]!) > 1e-11 * (1 + Math.abs(loss[k]!))
}

describe('the strong Wolfe conditions hold at every step', () => {
  test.each<[string, Record<string, string | number>, number, number]>([
    ['GradientDescent', { line_search: 'strong_wolfe' }, 1e-4, 0.9],
    ['ConjugateGradient', { beta: 'fletcher-reeves' }, 1e-4, 0.1],
    ['ConjugateGradient', { beta: 'polak-ribiere+' }, 1e-4, 0.1],
    ['BFGS', {}, 1e-4, 0.9],
    ['LBFGS', { max_iter: 1, line_search_fn: 'strong_wolfe' }, 1e-4, 0.9],
  ])('%s %o', (name, hyperparameters, c1, c2) => {
    fc.assert(
      fc.property(ground, start, (formula, start) => {
        const result = walk(name, formula, { start, hyperparameters, steps: 15 })
        expect(result.length).toBe(16)
        for (let k = 1; k < result.length && isAboveRounding(result, k); k++) {
          const d = stateAt(result, 'd', k)
          const t = stateAt(result, 't', k)[0]!
          const slope = dot(gradientAt(result, k - 1), d)
          expect(t).toBeGreaterThan(0)
          expect(slope).toBeLessThan(0)
          const rounding = 1e-13 * (1 + Math.abs(result.loss[k - 1]!))
          expect(result.loss[k]).toBeLessThanOrEqual(result.loss[k - 1]! + c1 * t * slope + rounding)
          expect(Math.abs(dot(gradientAt(result, k), d))).toBeLessThanOrEqual(-c2 * slope * (1 + 1e-9))
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('backtracking', () => {
  test('takes the first of lr, lr/2, lr/4, … that meets Armijo’s condition, and asks no more than it needs', () => {
    fc.assert(
      fc.property(ground, start, (formula, start) => {
        const result = walk('GradientDescent', formula, { start, hyperparameters: { lr: 2 }, steps: 10 })
        for (let k = 1; k < result.length && isAboveRounding(result, k); k++) {
          const probes = attemptsAt(result.attempts!, k, 2)
          const here = pointAt(result, k - 1)
          const slope = gradientAt(result, k - 1)
          for (const [i, probe] of probes.entries()) {
            const t = 2 * 0.5 ** i
            here.forEach((value, j) => {
              expect(probe.theta[j]).toBe(value + t * -slope[j]!)
            })
            const enough = probe.loss <= result.loss[k - 1]! - 1e-4 * t * dot(slope, slope)
            expect(enough).toBe(i === probes.length - 1)
            expect(probe.verdict).toBe(enough ? 'accepted' : 'too-long')
          }
          expect(pointAt(result, k)).toEqual([...(probes.at(-1)!.theta as Float64Array)])
        }
      }),
      { numRuns: 20 },
    )
  })

  test('by hand: on x² from 1 with lr 2 the steps 2 and 1 are too long, ½ is accepted', () => {
    const result = walk('GradientDescent', 'x^2+0*y', { start: [1, 0], hyperparameters: { lr: 2 }, steps: 1 })
    const tried = attemptsAt(result.attempts!, 1, 2).map(({ theta, loss, verdict }) => [theta[0], loss, verdict])
    expect(tried).toEqual([
      [-3, 9, 'too-long'],
      [-1, 1, 'too-long'],
      [0, 0, 'accepted'],
    ])
    // The gradient at the start, and the losses of three trials.
    expect(result.evaluations).toEqual({ value: 4, gradient: 1, hessian: 0 })
  })
})

describe('the exact search', () => {
  test('ends where the line is level, lower than it began, whichever the ground', () => {
    fc.assert(
      fc.property(ground, start, (formula, start) => {
        const result = walk('GradientDescent', formula, { start, hyperparameters: { line_search: 'exact' }, steps: 5 })
        for (let k = 1; k < result.length && isAboveRounding(result, k); k++) {
          expect(result.loss[k]).toBeLessThan(result.loss[k - 1]!)
          const [before, after] = [gradientAt(result, k - 1), gradientAt(result, k)]
          // The losses, which decide between two places as level, hide slopes of about √ε.
          const slope = Math.hypot(...before)
          expect(Math.abs(dot(before, after))).toBeLessThan(1e-6 * slope ** 2 + 1e-4 * slope)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('ends in a hollow, not on the hump between two', () => {
    // Along x: hollows at -2 and 2, a hump at 0.
    const result = walk('CoordinateDescent', '(x^2-4)^2+y^2', {
      start: [-0.5, 0],
      hyperparameters: { reach: 3 },
      steps: 1,
    })
    expect(Math.abs(pointAt(result, 1)[0]!)).toBeCloseTo(2, 9)
  })

  test('finds the tip of a kink', () => {
    const result = walk('CoordinateDescent', 'abs(x-0.3)+y^2', { start: [2, 0], steps: 1 })
    expect(pointAt(result, 1)[0]).toBeCloseTo(0.3, 12)
  })

  test('turns back where the formula ends', () => {
    const result = walk('CoordinateDescent', 'x-sqrt(1-x^2)+y^2', {
      start: [0.5, 0],
      hyperparameters: { reach: 5 },
      steps: 1,
    })
    expect(pointAt(result, 1)[0]).toBeCloseTo(-Math.SQRT1_2, 9)
  })
})
