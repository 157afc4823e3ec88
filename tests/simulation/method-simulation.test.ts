/** Runs of methods: slices, schedules, noise, climbing, and what is refused. */
import { describe, expect, test } from 'vitest'
import type { Objective } from '../../src/math/objective'
import { isMethod } from '../../src/optimizers/optimizer'
import { HyperparameterError, resolveHyperparameters } from '../../src/optimizers/resolve'
import { optimizers } from '../../src/registry'
import { describeStep } from '../../src/simulation/describe-step'
import { createSimulation, simulate } from '../../src/simulation/simulate'
import type { RunSpec } from '../../src/simulation/trajectory'
import { createSurface, specOf } from '../../src/surfaces/create'
import himmelblau from '../../src/surfaces/himmelblau'

const surface = createSurface(specOf(himmelblau))
const methods = [...optimizers.values()].filter(isMethod)
const spec = (optimizer: string, more: Partial<RunSpec> = {}): RunSpec => ({
  optimizer,
  hyperparameters: {},
  start: [0.5, -0.5],
  maximize: false,
  steps: 30,
  seed: 5,
  ...more,
})
const run = (optimizer: string, more: Partial<RunSpec> = {}) =>
  simulate(surface, optimizers.get(optimizer)!, spec(optimizer, more))

describe.each(methods.map((method) => [method.name, method] as const))('%s', (name, method) => {
  test('in slices or at once, the walk is the same', () => {
    const sliced = createSimulation(surface, method, spec(name))
    while (!sliced.advance(7)) expect(sliced.taken % 7).toBe(0)
    expect(sliced.finish()).toEqual(run(name))
  })

  test('point 0 is the start, losses and slopes are the true ones', () => {
    const { theta, loss, gradient, length } = run(name, { noise: { kind: 'gaussian', scale: 0.5 } })
    expect([theta[0], theta[1]]).toEqual([0.5, -0.5])
    const slope = new Float64Array(2)
    for (let k = 0; k < length; k++) {
      expect(surface.gradient(theta.slice(2 * k, 2 * k + 2), slope)).toBe(loss[k])
      expect([...slope]).toEqual([...gradient.subarray(2 * k, 2 * k + 2)])
    }
  })

  test('climbing is descending the ground turned upside down, the record upright', () => {
    const upside: Objective = {
      dimension: 2,
      value: (theta) => -surface.value(theta),
      gradient(theta, out) {
        const value = surface.gradient(theta, out)
        out.forEach((slope, i) => {
          out[i] = -slope
        })
        return -value
      },
      hessian(theta, out) {
        surface.hessian!(theta, out)
        out.forEach((bend, i) => {
          out[i] = -bend
        })
      },
    }
    const up = simulate(upside, method, spec(name, { maximize: true }))
    const down = run(name)
    expect(up.theta).toEqual(down.theta)
    expect([...up.loss].map((value) => -value)).toEqual([...down.loss])
    expect([...up.attempts!.loss].map((value) => -value)).toEqual([...down.attempts!.loss])
    expect(up.outcome).toBe(down.outcome)
  })
})

describe('a number that is a formula of t', () => {
  test('takes its value at each step', () => {
    const cooled = run('SimulatedAnnealing', { hyperparameters: { reach: '1/t' } })
    const { loss, theta } = cooled
    expect(loss).toHaveLength(31)
    // The same lots are drawn: step k of the constant walk, k times shorter, as long as both stand at the same place.
    const constant = run('SimulatedAnnealing', { hyperparameters: { reach: 1 } })
    const proposed = (result: typeof cooled, k: number, i: number) =>
      result.attempts!.theta[2 * (k - 1) + i]! - result.theta[2 * (k - 1) + i]!
    for (let k = 1; k <= 30; k++) {
      for (const i of [0, 1]) expect(proposed(cooled, k, i)).toBeCloseTo(proposed(constant, k, i) / k, 12)
    }
    expect(theta).not.toEqual(constant.theta)
  })

  test('a constant formula is the number', () => {
    const { state: _, ...formula } = run('Newton', { hyperparameters: { lr: '0.25 * 2' } })
    const { state: __, ...number } = run('Newton', { hyperparameters: { lr: 0.5 } })
    expect(formula).toEqual(number)
  })

  test('the words of a step know its value', () => {
    const method = methods.find(({ name }) => name === 'NelderMead')!
    const given = spec('NelderMead', { hyperparameters: { reflection: '1 + 0/t' } })
    const resolved = { ...given, hyperparameters: resolveHyperparameters(method, given.hyperparameters, 30) }
    const words = describeStep(method, simulate(surface, method, resolved), resolved, 1)
    expect(words[0]).toMatch(/^throws the worst corner/)
  })

  test.each([
    ['Newton', { lr: '0.1 * nope' }, /Newton: lr must be a number or a formula of t/],
    ['GradientDescent', { c1: '0.5 * t' }, /c1 must be above 0 and below 1, but `0.5 \* t` is 1 at step 2/],
    ['Newton', { variant: 'wild' }, /Newton: variant must be one of plain, damped, saddle-free, not `wild`/],
    ['LBFGS', { line_search_fn: 'wolfe' }, /line_search_fn must be one of none, strong_wolfe, not `wolfe`/],
    ['LBFGS', { max_iter: 2.5 }, /max_iter must be a whole number, not 2.5/],
    ['Feel', { k: 2 }, /k must be at least 3/],
    ['Feel', { k: 4.5 }, /k must be a whole number/],
    ['TrustRegion', { radius: 5, max_radius: 2 }, /radius must be at most max_radius, 2/],
  ])('%s refuses %o', (optimizer, hyperparameters, message) => {
    expect(() => run(optimizer, { hyperparameters })).toThrow(HyperparameterError)
    expect(() => run(optimizer, { hyperparameters })).toThrow(message)
  })
})

test('a method that needs curvature says so where there is none', () => {
  const { hessian: _, ...blunt } = surface
  for (const name of ['Newton', 'TrustRegion', 'LevenbergMarquardt']) {
    expect(() => simulate(blunt, optimizers.get(name)!, spec(name))).toThrow(/needs second derivatives/)
  }
})
