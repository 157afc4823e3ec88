/** How walks end, and the sentence that says so. */
import { describe, expect, test } from 'vitest'
import type { Hyperparameters } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'
import { describeOutcome } from '../../src/simulation/describe'
import { simulate } from '../../src/simulation/simulate'
import { createSurface } from '../../src/surfaces/create'
import type { Domain } from '../../src/surfaces/surface'

interface Case {
  readonly formula: string
  readonly start: readonly [number, number]
  readonly optimizer?: string
  readonly hyperparameters?: Hyperparameters
  readonly steps?: number
  readonly maximize?: boolean
  readonly half?: number
}

function run({
  formula,
  start,
  optimizer = 'SGD',
  hyperparameters = {},
  steps = 500,
  maximize = false,
  half = 2,
}: Case) {
  const domain: Domain = { x: [-half, half], y: [-half, half] }
  const surface = createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' })
  const spec = { optimizer, hyperparameters, start, maximize, steps, seed: 0 }
  const trajectory = simulate(surface, optimizers.get(optimizer)!, spec, { domain })
  return { ...trajectory, sentence: describeOutcome(trajectory, surface, spec) }
}

const lr = (value: number, more: Hyperparameters = {}): Hyperparameters => ({ lr: value, ...more })
const himmelblau = '(x^2+y-11)^2+(x+y^2-7)^2'
const rosenbrock = '(1-x)^2+100*(y-x^2)^2'

describe('converged', () => {
  test.each<[string, Case]>([
    ['a bowl', { formula: 'x^2+y^2', start: [1, 1], hyperparameters: lr(0.1) }],
    ['a summit, climbing', { formula: '-x^2-y^2', start: [1, 1], hyperparameters: lr(0.1), maximize: true }],
    ['a valley of Himmelblau', { formula: himmelblau, start: [-3, -3], hyperparameters: lr(0.01), half: 5 }],
    ['a bottom without curvature', { formula: 'x^4+y^4', start: [0, 0] }],
    ['the same, approached', { formula: 'x^4+y^4', start: [1, -1], hyperparameters: lr(0.2), steps: 200_000 }],
    ['a flat bottom off the origin', { formula: '(x-0.3)^6+(y+0.2)^6', start: [0.3, -0.2] }],
    ['a ring of minima', { formula: '(x^2+y^2-1)^2', start: [0.3, 0.4], hyperparameters: lr(0.05) }],
    ['the ring, barely', { formula: '(x^2+y^2-1)^2', start: [0.3, 0.4], hyperparameters: lr(0.05), steps: 36 }],
    ['a straight trough', { formula: '(x+y)^2', start: [1, 1], hyperparameters: lr(0.1) }],
    ['a ravine of condition number 1e8', { formula: 'x^2+1e-8*y^2', start: [0.5, 0], hyperparameters: lr(0.1) }],
    ['a minute bowl, once arrived', { formula: '1e-10*(x^2+y^2)', start: [1, 1], hyperparameters: lr(1e9) }],
    ['a narrow well', { formula: '-exp(-5000*(x^2+y^2))', start: [0.01, 0], hyperparameters: lr(1e-5), steps: 2000 }],
    ['the tip of a kink, stood on exactly', { formula: 'abs(x)+abs(y)', start: [0, 0] }],
    ['a valley in a high place', { formula: 'x^2+y^2+1e6', start: [1, 1], hyperparameters: lr(0.1) }],
  ])('%s', (_, walk) => {
    const { outcome, sentence } = run(walk)
    expect(outcome).toBe('converged')
    expect(sentence).toMatch(walk.maximize ? /the maximum at/ : /the minimum at/)
  })
})

describe('stuck', () => {
  const slow = { hyperparameters: lr(0.1), steps: 60_000 }
  test.each<[string, Case, RegExp]>([
    [
      'a saddle',
      { formula: 'x^2-y^2', start: [1, 0], hyperparameters: lr(0.1) },
      /saddle.*downhill lies along ±\(0, 1\)/,
    ],
    [
      'a saddle, climbing',
      { formula: 'x^2-y^2', start: [0, 1], hyperparameters: lr(0.1), maximize: true },
      /saddle.*uphill lies along ±\(1, 0\)/,
    ],
    [
      'a summit, stood on',
      { formula: himmelblau, start: [-0.27084459066733513, -0.9230385001973725], hyperparameters: lr(1e-9), half: 5 },
      /summit.*every direction leads down/,
    ],
    ['a hollow, climbing', { formula: 'x^2+y^2', start: [0, 0], maximize: true }, /hollow.*every direction leads up/],
    ['a monkey saddle', { formula: 'x^3-3*x*y^2', start: [0, 0] }, /level ground.*downhill lies along/],
    ['the way to a monkey saddle', { formula: 'x^3-3*x*y^2', start: [1, 0], ...slow }, /saddle/],
    ['a shelf', { formula: 'x^2+y^3', start: [1, 0], hyperparameters: lr(0.1) }, /level ground.*downhill lies along/],
    ['the way to a shelf', { formula: 'x^2+y^3', start: [1, 0.5], ...slow }, /level ground.*downhill lies along/],
    ['a ridge', { formula: '-x^2+0*y', start: [0, 1] }, /ridge.*±\(1, 0\)/],
    ['a plateau of no slope at all', { formula: '-exp(-50*(x^2+y^2))', start: [4.5, 4.5], half: 5 }, /plateau/],
    ['a plateau of hardly any slope', { formula: '-exp(-x^2-y^2)', start: [3.5, 3.5], half: 5 }, /plateau/],
    ['a bottom at infinity', { formula: 'exp(x)+y^2', start: [-19, 1], hyperparameters: lr(0.1), half: 20 }, /plateau/],
    ['level ground', { formula: '3', start: [1, 1] }, /plateau/],
    ['a faint slope far from its bottom', { formula: '1e-10*(x^2+y^2)', start: [1, 1] }, /plateau/],
  ])('%s', (_, walk, sentence) => {
    const result = run(walk)
    expect(result.outcome).toBe('stuck')
    expect(result.sentence).toMatch(sentence)
  })
})

describe('diverged', () => {
  test('a step too large for the curvature, and the rate that would not be', () => {
    const { outcome, outcomeStep, length, loss, sentence } = run({
      formula: rosenbrock,
      start: [-1.2, 1],
      hyperparameters: lr(0.01),
    })
    expect({ outcome, outcomeStep, length }).toEqual({ outcome: 'diverged', outcomeStep: 6, length: 7 })
    expect(loss[6]).toBe(Number.POSITIVE_INFINITY)
    expect(sentence).toMatch(
      /^diverged at step 6: the step is too large for this curvature \(lr 0.01, stable below 0.00/,
    )
  })

  test.each<[string, Hyperparameters, number]>([
    ['plain', {}, 1],
    ['heavy ball', { momentum: 0.5 }, 1.5],
    ['dampened', { momentum: 0.5, dampening: 0.5 }, 3],
    ['dampening without momentum does nothing', { dampening: 0.5 }, 1],
    ['nesterov', { momentum: 0.5, nesterov: true }, 0.75],
  ])('the stable rate is where SGD changes from converging to diverging: %s', (_, more, limit) => {
    const bowl = { formula: 'x^2+0.2*y^2', start: [1, 1] as const, steps: 60_000 }
    const below = run({ ...bowl, hyperparameters: lr(0.99 * limit, more) })
    const above = run({ ...bowl, hyperparameters: lr(1.01 * limit, more) })
    expect(below.outcome).toBe('converged')
    expect(above.outcome).toBe('diverged')
    expect(above.sentence).toContain(`stable below ${limit}`)
  })

  test.each<[string, Case, RegExp]>([
    [
      'the loss ends',
      { formula: 'log(x)+y^2', start: [0.1, 1], hyperparameters: lr(0.05) },
      /^diverged at step \d+: the loss has no value at \(−/,
    ],
    [
      'there was no loss to start with',
      { formula: 'log(x)', start: [-1, 1] },
      /^cannot start: the loss has no value at \(−1, 1\)/,
    ],
    [
      'the ground has no bottom',
      { formula: 'x^2-y^2', start: [1, 0.1], hyperparameters: lr(0.1) },
      /falls without end/,
    ],
    [
      'the ground has no top',
      { formula: 'x^2-y^2', start: [1, 0.1], hyperparameters: lr(0.1), maximize: true },
      /rises without end/,
    ],
    [
      'an overflow to NaN is not taken for the end of the formula',
      { formula: 'x^3-3*x*y^2', start: [-1, 0.3], hyperparameters: lr(0.1) },
      /falls without end/,
    ],
    [
      'no cause is made up for other optimizers',
      { formula: 'x^2+y^2', start: [1, 1], optimizer: 'Adadelta', hyperparameters: lr(1e6) },
      /steps grew without end/,
    ],
  ])('%s', (_, walk, sentence) => {
    const result = run(walk)
    expect(result.outcome).toBe('diverged')
    expect(result.sentence).toMatch(sentence)
  })

  test('she has left when she is a thousand widths away and stays there', () => {
    const gone = run({ formula: 'x', start: [0, 0], hyperparameters: lr(1000), steps: 10 })
    expect(gone).toMatchObject({ outcome: 'diverged', outcomeStep: 5, length: 11 })
    const back = run({ formula: 'x^2+y^2', start: [5000, 0], hyperparameters: lr(0.1) })
    expect(back.outcome).toBe('converged')
  })
})

describe('exhausted', () => {
  test.each<[string, Case]>([
    ['too few steps', { formula: rosenbrock, start: [-1.2, 1], hyperparameters: lr(1e-3), steps: 200 }],
    ['to and fro across a kink', { formula: 'abs(x)+abs(y)', start: [0.123, 0.5], hyperparameters: lr(0.1) }],
    ['level only in passing', { formula: '(x^2-1)^2+y^2', start: [0, 1], hyperparameters: lr(0.1), steps: 3 }],
  ])('%s', (_, walk) => {
    const { outcome, outcomeStep, length, sentence } = run(walk)
    expect({ outcome, outcomeStep }).toEqual({ outcome: 'exhausted', outcomeStep: length - 1 })
    expect(sentence).toMatch(/^still walking: slope [\d.]+ after \d+ steps$/)
  })
})

test('the step of arrival is the first from which the ground stays level', () => {
  const { outcomeStep, gradient, length, sentence } = run({
    formula: 'x^2+y^2',
    start: [1, 0],
    hyperparameters: lr(0.1),
  })
  const slope = (k: number) => Math.hypot(gradient[2 * k]!, gradient[2 * k + 1]!)
  expect(slope(outcomeStep - 1)).toBeGreaterThan(1e-6)
  for (let k = outcomeStep; k < length; k++) expect(slope(k)).toBeLessThanOrEqual(1e-6)
  expect(sentence).toMatch(new RegExp(`step ${outcomeStep}$`))
})

test('arriving and leaving again with momentum is not arriving', () => {
  const { outcome } = run({ formula: 'x^2+y^2', start: [1, 0], hyperparameters: lr(0.1, { momentum: 0.9 }), steps: 20 })
  expect(outcome).toBe('exhausted')
})
