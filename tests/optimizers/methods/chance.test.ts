/** The methods that draw lots: the same seed is the same walk, and chance is fair. */
import { describe, expect, test } from 'vitest'
import { attemptsAt } from '../../../src/optimizers/methods/attempts'
import { distance, himmelblau, lastPoint, pointAt, stateAt, walk } from './fixtures'

describe('one seed, one walk', () => {
  test.each<[string, Record<string, string | boolean>]>([
    ['SimulatedAnnealing', {}],
    ['Feel', { jitter: true }],
    ['CoordinateDescent', { order: 'random' }],
  ])('%s %o', (name, hyperparameters) => {
    const run = (seed: number) => walk(name, himmelblau, { start: [0.5, 0.5], hyperparameters, steps: 60, seed })
    expect(run(7)).toEqual(run(7))
    expect(run(7).theta).not.toEqual(run(8).theta)
  })
})

test('without jitter, feeling around draws no lots', () => {
  const run = (seed: number) => walk('Feel', himmelblau, { start: [0.5, 0.5], seed })
  expect(run(1)).toEqual(run(2))
})

describe('simulated annealing', () => {
  test('cools geometrically, whatever is taken', () => {
    const result = walk('SimulatedAnnealing', himmelblau, {
      start: [0, 0],
      hyperparameters: { temperature: 50, cooling: 0.9 },
      steps: 40,
    })
    for (let k = 0; k <= 40; k++) expect(stateAt(result, 'temperature', k)[0]).toBeCloseTo(50 * 0.9 ** k, 10)
  })

  test('takes what is lower always, and what is higher by Δ with probability exp(-Δ/T)', () => {
    // On the tilted plane a proposal rises by a Gaussian number, of standard deviation 2 · 0.3.
    const steps = 20_000
    const hyperparameters = { temperature: 0.5, cooling: 1, reach: 0.3 }
    const result = walk('SimulatedAnnealing', '2*x+0*y', { start: [0, 0], hyperparameters, steps })
    let expected = 0
    let variance = 0
    let taken = 0
    for (let k = 1; k <= steps; k++) {
      const [proposal] = attemptsAt(result.attempts!, k, 2)
      const rise = proposal!.loss - result.loss[k - 1]!
      const accepted = proposal!.verdict === 'accepted'
      expect(pointAt(result, k)).toEqual(accepted ? [...(proposal!.theta as Float64Array)] : pointAt(result, k - 1))
      if (rise <= 0) {
        expect(accepted).toBe(true)
        continue
      }
      const odds = Math.exp(-rise / 0.5)
      expected += odds
      variance += odds * (1 - odds)
      taken += accepted ? 1 : 0
    }
    // The seed is fixed; five standard deviations would be a fault in the rule, not bad luck.
    expect(Math.abs(taken - expected)).toBeLessThan(5 * Math.sqrt(variance))
  })

  test('remembers the best place, and at temperature 0 only ever goes down', () => {
    const result = walk('SimulatedAnnealing', himmelblau, {
      start: [0, 0],
      hyperparameters: { temperature: 0 },
      steps: 300,
    })
    for (let k = 1; k < result.length; k++) {
      expect(result.loss[k]).toBeLessThanOrEqual(result.loss[k - 1]!)
      expect(stateAt(result, 'best', k)).toEqual(pointAt(result, k))
    }
    expect(result.evaluations).toEqual({ value: 301, gradient: 0, hessian: 0 })
  })

  test('finds the deep one of two wells, where going down stops in the shallow one', () => {
    const wells = '0.1*(x^2-4)^2+0.5*x+y^2'
    const start = [2, 0]
    const greedy = walk('GradientDescent', wells, { start, steps: 200 })
    expect(lastPoint(greedy)[0]).toBeGreaterThan(1.5)
    const hyperparameters = { temperature: 2, cooling: 0.99, reach: 0.6 }
    const ends = [1, 2, 3, 4, 5].map((seed) =>
      lastPoint(walk('SimulatedAnnealing', wells, { start, hyperparameters, steps: 600, seed })),
    )
    expect(ends.filter(([x]) => x! < -1.5).length).toBeGreaterThanOrEqual(4)
  })
})

describe('feeling around', () => {
  test('k places at arm’s length, evenly around; she steps on the lowest', () => {
    const result = walk('Feel', 'x^2+y^2', { start: [3, 0], hyperparameters: { k: 4, arm: 0.5 }, steps: 1 })
    const felt = attemptsAt(result.attempts!, 1, 2)
    expect(felt.map(({ theta }) => [theta[0]!, theta[1]!])).toEqual(
      [
        [3.5, 0],
        [3, 0.5],
        [2.5, 0],
        [3, -0.5],
      ].map(([x, y]) => [expect.closeTo(x!, 12), expect.closeTo(y!, 12)]),
    )
    expect(felt.map(({ verdict }) => verdict)).toEqual(['noted', 'noted', 'accepted', 'noted'])
    expect(pointAt(result, 1)).toEqual([...(felt[2]!.theta as Float64Array)])
    expect(result.evaluations).toEqual({ value: 5, gradient: 0, hessian: 0 })
  })

  test('by the slope felt: lr for each unit', () => {
    const hyperparameters = { k: 4, arm: 0.5, stride: 'slope', lr: 0.1 }
    const result = walk('Feel', 'x^2+y^2', { start: [3, 0], hyperparameters, steps: 1 })
    // From 9 to 2.5² = 6.25 over half a unit: slope 5.5.
    expect(pointAt(result, 1)).toEqual([expect.closeTo(3 - 0.55, 12), expect.closeTo(0, 12)])
  })

  test('reaches half as far where nothing is lower, and so gets as near to the bottom as you like', () => {
    const result = walk('Feel', 'x^2+3*y^2', { start: [0, 0], steps: 3 })
    expect([0, 1, 2, 3].map((k) => stateAt(result, 'arm', k)[0])).toEqual([0.25, 0.125, 0.0625, 0.03125])
    const far = walk('Feel', 'x^2+3*y^2', { start: [2.03, -1.07], steps: 100 })
    expect(distance(lastPoint(far), [0, 0])).toBeLessThan(1e-6)
  })

  test('feels her way off a saddle, where the slope is zero and every slope-follower stops', () => {
    const saddle = 'x^2-y^2+y^4/4'
    expect(walk('GradientDescent', saddle, { start: [0, 0] }).outcome).toBe('stuck')
    const felt = walk('Feel', saddle, { start: [0, 0] })
    expect(felt.outcome).toBe('converged')
    expect(Math.abs(lastPoint(felt)[1]!)).toBeCloseTo(Math.SQRT2, 6)
  })

  test('in three dimensions she feels in directions of chance', () => {
    const ball = {
      dimension: 3,
      value: (theta: Float64Array) => theta.reduce((sum, v) => sum + v * v, 0),
      gradient(theta: Float64Array, out: Float64Array) {
        out.set(theta.map((v) => 2 * v))
        return this.value(theta)
      },
    }
    const result = walk('Feel', ball, { start: [1, -1, 2], hyperparameters: { k: 16 }, steps: 200 })
    expect(Math.hypot(...lastPoint(result))).toBeLessThan(1e-3)
  })
})
