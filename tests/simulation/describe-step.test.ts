/** The words for a method's step are printed from the trajectory, and its numbers are the step's. */
import { describe, expect, test } from 'vitest'
import { isMethod } from '../../src/optimizers/optimizer'
import { resolveHyperparameters } from '../../src/optimizers/resolve'
import type { Hyperparameters } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'
import { describeStep, stepRecord } from '../../src/simulation/describe-step'
import { simulate } from '../../src/simulation/simulate'
import { createSurface } from '../../src/surfaces/create'

const domain = { x: [-5, 5], y: [-5, 5] } as const

function walk(
  optimizer: string,
  formula: string,
  start: readonly number[],
  given: Hyperparameters = {},
  maximize = false,
) {
  const surface = createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' })
  const method = optimizers.get(optimizer)!
  if (!isMethod(method)) throw new Error(`${optimizer} is no method`)
  const spec = {
    optimizer,
    hyperparameters: resolveHyperparameters(method, given),
    start,
    maximize,
    steps: 12,
    seed: 1,
  }
  const trajectory = simulate(surface, method, spec)
  return { method, spec, trajectory, words: (k: number) => describeStep(method, trajectory, spec, k) }
}

describe('in words and numbers', () => {
  test.each<[string, string, readonly number[], Hyperparameters, readonly string[]]>([
    [
      'GradientDescent',
      'x^2+0*y',
      [1, 0],
      { lr: 2 },
      [
        'direction (−2, 0)',
        'tried 3 step lengths: 2 (too long), 1 (too long), 0.5 (accepted)',
        'goes to (0, 0): loss 1 → 0',
      ],
    ],
    [
      'Newton',
      'x^4/4-x^2/2+y^2/2',
      [0.5, 1],
      {},
      [
        'curvatures −0.25 and 1: the level place that Newton’s step aims at is a saddle',
        'Newton step (−1.5, −1)',
        'goes to (−1, 0): loss 0.3906 → −0.25',
      ],
    ],
    [
      'LBFGS',
      'x^2/2+y^2/2',
      [1, 0],
      {},
      ['direction (−1, 0)', 'tried 1 step length: 1 (accepted)', 'goes to (0, 0): loss 0.5 → 0'],
    ],
    [
      'NelderMead',
      'x^2+y^2',
      [1, 1],
      {},
      [
        'throws the worst corner over the others: asked 1 loss, 2.5',
        'the simplex reaches 0.7071 from its best corner',
        'stays at (1, 1): loss 2',
      ],
    ],
    [
      'Feel',
      'x^2+y^2',
      [3, 0],
      { k: 4, arm: 0.5 },
      [
        'felt 4 places at arm’s length, 0.5: steepest down towards (−1, 0), slope 5.5',
        'goes to (2.5, 0): loss 9 → 6.25',
      ],
    ],
    [
      'TrustRegion',
      'x^2+y^2',
      [3, 0],
      { radius: 1 },
      [
        'trusts the model within 1; step of length 1',
        '100 % of the promised change came true: accepted; the radius grows to 2',
        'goes to (2, 0): loss 9 → 4',
      ],
    ],
  ])('%s on %s', (optimizer, formula, start, hyperparameters, expected) => {
    const words = walk(optimizer, formula, start, hyperparameters).words(1)
    // Numbers that are zero but for rounding read as such.
    const tidy = words.map((line) => line.replace(/[−]?[\d.]+×10⁻¹[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, '0').replaceAll("'", '’'))
    expect(tidy).toEqual(expected)
  })
})

test('a step of LBFGS that is many iterations, each along its own direction, counts them', () => {
  // As PyTorch counts them: the stored run lbfgs-20/six-hump-camel/-0.6,-1.2.
  const { words } = walk('LBFGS', '(4-2.1*x^2+x^4/3)*x^2+x*y+(4*y^2-4)*y^2', [-0.6, -1.2])
  expect(words(1)[0]).toBe('10 iterations, 10 evaluations')
})

const methods = [...optimizers.values()].filter(isMethod)

test.each(methods.map(({ name }) => [name] as const))('%s has words for every step, up and down', (name) => {
  for (const maximize of [false, true]) {
    const { words, trajectory } = walk(name, 'sin(x)*cos(y)+0.1*x*y', [0.4, 0.7], {}, maximize)
    expect(words(0)).toEqual([])
    expect(words(trajectory.length)).toEqual([])
    for (let k = 1; k < trajectory.length; k++) {
      const lines = words(k)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(line).not.toMatch(/NaN|undefined|\[object/)
      expect(lines.at(-1)).toMatch(/^(goes to|stays at)/)
    }
  }
})

test('what a step asked is the difference of what it took to get there', () => {
  const { method, trajectory, spec } = walk('BFGS', 'x^2+3*y^2', [2, 1])
  const total = { value: 0, gradient: 0, hessian: 0 }
  for (let k = 1; k < trajectory.length; k++) {
    const { asked } = stepRecord(method, trajectory, spec, k)
    total.value += asked.value
    total.gradient += asked.gradient
    total.hessian += asked.hessian
  }
  expect(total).toEqual(trajectory.evaluations)
})
