/** The optimizers by name beyond torch.optim: against their libraries' order of operations, and against what is known of them. */
import { describe, expect, test } from 'vitest'
import type { Objective } from '../../src/math/objective'
import { isMethod } from '../../src/optimizers/optimizer'
import { resolveHyperparameters } from '../../src/optimizers/resolve'
import type { Hyperparameters, UpdateRule } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'
import { createSurface } from '../../src/surfaces/create'
import { bowl, walk } from './fixtures'
import { references } from './references'

function rule(name: string): UpdateRule {
  const optimizer = optimizers.get(name)
  if (optimizer === undefined || isMethod(optimizer)) throw new Error(`${name} is not a rule`)
  return optimizer
}

const domain = { x: [-5, 5], y: [-5, 5] } as const
const surfaceOf = (formula: string) =>
  createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' })
const grounds: readonly [string, Objective, readonly [number, number]][] = [
  ['an oblique bowl', bowl(1, 8, 1.5), [2, -1]],
  ["Himmelblau's", surfaceOf('(x^2 + y - 11)^2 + (x + y^2 - 7)^2'), [-0.5, -0.5]],
  ['a saddle', surfaceOf('x^2 - y^2 + y^4 / 4'), [1.5, 0.1]],
]

/** Beside the library's own and the landscape's defaults: what exercises the rest of the equations. */
const variants: Readonly<Record<string, readonly Hyperparameters[]>> = {
  QHM: [{ lr: 0.01, momentum: 0.9, nu: 0.3, weight_decay: 0.1 }],
  QHAdam: [{ lr: 0.05, nu1: 0.7, nu2: 0.9, weight_decay: 0.1 }],
  Lion: [{ lr: 0.02, weight_decay: 0.1 }],
  AdaBelief: [{ lr: 0.02, weight_decay: 0.1 }],
  Yogi: [{ lr: 0.05, weight_decay: 0.1, initial_accumulator: 0.1 }],
  Adan: [{ lr: 0.05, weight_decay: 0.1 }],
  MADGRAD: [
    { lr: 0.05, weight_decay: 0.1 },
    { momentum: 0, eps: 1e-3 },
  ],
  AggMo: [{ lr: 0.002, weight_decay: 0.1, beta1: 0.5 }],
  NovoGrad: [
    { lr: 0.01, beta2: 0.98, weight_decay: 0.1 },
    { lr: 0.1, beta2: 0.5, grad_averaging: true },
  ],
  Signum: [{ lr: 0.02, momentum: 0.5, weight_decay: 0.1 }],
  Polyak: [{ max_learning_rate: 0.01, scaling: 0.5, eps: 0.5, f_min: -3 }],
  ADOPT: [{ lr: 0.05, weight_decay: 0.1, beta2: 0.9 }],
  Sophia: [
    { k: 1, gamma: 1, lr: 0.1 },
    { k: 3, gamma: 0.5 },
  ],
  SGDScheduleFree: [{ lr: 0.01, warmup_steps: 10, r: 1, weight_lr_power: 1, weight_decay: 0.1 }],
  AdamWScheduleFree: [{ lr: 0.1, warmup_steps: 10, r: 2, weight_decay: 0.1 }],
  Prodigy: [{ use_bias_correction: true, d0: 1e-3, weight_decay: 0.1, d_coef: 2, lr: 0.5 }],
}

const STEPS = 60

describe.each(Object.keys(references))('%s', (name) => {
  const { landscape = {} } = rule(name)
  const cases = [{}, landscape, ...(variants[name] ?? [])]
  const table = grounds.flatMap(([ground, objective, start]) =>
    cases.map((given) => [ground, JSON.stringify(given), objective, start, given] as const),
  )
  test.each(table)('on %s with %s does what its library does', (_, __, objective, start, given) => {
    const { points, loss } = walk(objective, rule(name), { hyperparameters: given, start, steps: STEPS })
    const expected = referenceWalk(name, objective, start, given, points.length - 1)
    for (const [k, point] of points.entries()) {
      const scale = Math.max(1, ...point.map(Math.abs))
      for (const [i, value] of point.entries()) {
        expect(Math.abs(value - expected[k]![i]!) / scale, `step ${k}: ${point} is not ${expected[k]}`).toBeLessThan(
          1e-9,
        )
      }
    }
    expect(loss).toHaveLength(points.length)
  })
})

function referenceWalk(
  name: string,
  objective: Objective,
  start: readonly number[],
  given: Hyperparameters,
  steps: number,
) {
  const resolved = Object.entries(resolveHyperparameters(rule(name), given, steps))
  const hyper = Object.fromEntries(resolved.map(([key, value]) => [key, Number(value)]))
  const advance = references[name]!(hyper, start)
  const theta = [...start]
  const walked = [[...theta]]
  for (let step = 1; step <= steps; step++) {
    const here = Float64Array.from(theta)
    const grad = new Float64Array(2)
    const hessian = new Float64Array(4)
    const loss = objective.gradient(here, grad)
    objective.hessian!(here, hessian)
    advance({ theta, grad: [...grad], loss, hess: [hessian[0]!, hessian[3]!], step })
    walked.push([...theta])
  }
  return walked
}

describe('what is known of them', () => {
  const ground = bowl(1, 4, 0.5)
  const path = (name: string, hyperparameters: Hyperparameters, steps = 30) =>
    walk(ground, rule(name), { hyperparameters, steps }).points
  const same = (actual: readonly number[][], expected: readonly number[][]) => {
    for (const [k, point] of expected.entries()) {
      for (const [i, value] of point.entries()) expect(actual[k]![i], `step ${k}`).toBeCloseTo(value, 12)
    }
  }

  test('AMSGrad is Adam with its flag', () => {
    expect(path('AMSGrad', { lr: 0.1 })).toEqual(path('Adam', { lr: 0.1, amsgrad: true }))
  })

  test('QHM with nu 0 is plain descent, with nu 1 a damped momentum that starts from nothing', () => {
    same(path('QHM', { lr: 0.1, nu: 0, momentum: 0.9 }), path('SGD', { lr: 0.1 }))
    const { points } = walk(bowl(1, 1), rule('QHM'), { hyperparameters: { lr: 0.5, nu: 1, momentum: 0.5 }, steps: 2 })
    // buf: 0.5, then 0.25 + 0.375; theta: 0.75, then 0.4375.
    expect(points.map(([x]) => x)).toEqual([1, 0.75, 0.4375])
  })

  test('QHAdam with nu1 and nu2 at 1 is Adam, bit for bit', () => {
    expect(path('QHAdam', { lr: 0.1 })).toEqual(path('Adam', { lr: 0.1 }))
  })

  test('AggMo of three equal balls is one ball', () => {
    const betas = { beta1: 0.7, beta2: 0.7, beta3: 0.7 }
    same(path('AggMo', { lr: 0.05, ...betas }), path('SGD', { lr: 0.05, momentum: 0.7 }))
  })

  test.each(['signSGD', 'Signum', 'Lion'])('%s steps equally far in each coordinate', (name) => {
    for (const [k, point] of path(name, { lr: 0.125 }, 8).entries()) {
      if (k === 0) continue
      const before = path(name, { lr: 0.125 }, 8)[k - 1]!
      for (const i of [0, 1]) expect([0, 0.125]).toContain(Math.abs(point[i]! - before[i]!))
    }
  })

  test('Polyak halves the way to the bottom of a round bowl, and to its summit', () => {
    const down = walk(bowl(2, 2), rule('Polyak'), { steps: 3 }).points
    expect(down.map(([x]) => x)).toEqual([1, 0.5, 0.25, 0.125])
    const up = walk(bowl(-2, -2), rule('Polyak'), { steps: 3, maximize: true }).points
    expect(up).toEqual(down)
    // At the bottom there is no slope to divide by.
    expect(walk(bowl(2, 2), rule('Polyak'), { start: [0, 0] }).points.flat()).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('NovoGrad takes steps of a length that does not depend on the slope', () => {
    const hyperparameters = { lr: 0.5, beta1: 0, beta2: 0 }
    const [from, to] = walk(ground, rule('NovoGrad'), { hyperparameters, steps: 1 }).points
    expect(Math.hypot(to![0]! - from![0]!, to![1]! - from![1]!)).toBeCloseTo(0.5, 7)
  })

  test('ADOPT only feels at its first step', () => {
    const { points, state, stateNames } = walk(bowl(3, 2), rule('ADOPT'), { steps: 1 })
    expect(points[1]).toEqual([1, 2])
    expect(state[2 * stateNames.length + 2 * stateNames.indexOf('v')]).toBe(9)
  })

  test('Sophia without clipping or memory is Newton by coordinate', () => {
    const hyperparameters = { lr: 1, gamma: 1, beta1: 0, beta2: 0, k: 1, weight_decay: 0 }
    const { points, evaluations } = walk(bowl(3, 5), rule('Sophia'), { hyperparameters, start: [0.5, -0.25], steps: 2 })
    expect(points.slice(1)).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(evaluations.hessian).toBe(2)
  })

  test('SGDScheduleFree without momentum is plain descent, and x the average of the way', () => {
    const { points, state, stateNames } = walk(ground, rule('SGDScheduleFree'), {
      hyperparameters: { lr: 0.1, momentum: 0 },
      steps: 20,
    })
    same(points, path('SGD', { lr: 0.1 }, 20))
    const x = state[(20 * stateNames.length + stateNames.indexOf('x')) * 2]!
    const average = points.slice(1).reduce((total, point) => total + point[0]!, 0) / 20
    expect(x).toBeCloseTo(average, 13)
  })

  test("Prodigy's estimate grows towards the distance to the goal, and never beyond", () => {
    // Theorem: on a convex function d is at most the distance, here in the largest coordinate, from the start.
    const { state, stateNames, points } = walk(bowl(1, 1), rule('Prodigy'), { start: [1, 2], steps: 400 })
    const d = points.map((_, k) => state[(k * stateNames.length + stateNames.indexOf('d')) * 2]!)
    for (const [k, value] of d.entries()) if (k > 0) expect(value).toBeGreaterThanOrEqual(d[k - 1]!)
    expect(d[0]).toBe(1e-6)
    expect(d.at(-1)).toBeGreaterThan(0.1)
    expect(d.at(-1)).toBeLessThanOrEqual(2)
  })
})
