/** What a method says it has asked is what it has asked. */
import { describe, expect, test } from 'vitest'
import type { Objective } from '../../../src/math/objective'
import type { Evaluations } from '../../../src/optimizers/method'
import { attemptsAt } from '../../../src/optimizers/methods/attempts'
import type { Hyperparameters } from '../../../src/optimizers/rule'
import { createSimulation } from '../../../src/simulation/simulate'
import type { Trajectory } from '../../../src/simulation/trajectory'
import { himmelblau, methodCalled, rosenbrock, specOf, surfaceOf, variants, walk } from './fixtures'

/** Counts from outside, what the record asks included. */
function counted(objective: Objective) {
  const asked = { value: 0, gradient: 0, hessian: 0 }
  const counting: Objective = {
    dimension: objective.dimension,
    value: (theta) => {
      asked.value++
      return objective.value(theta)
    },
    gradient: (theta, out) => {
      asked.gradient++
      return objective.gradient(theta, out)
    },
    hessian: (theta, out) => {
      asked.hessian++
      objective.hessian!(theta, out)
    },
  }
  return { asked, counting }
}

test.each(variants)('%s %o, counted from outside', (name, hyperparameters) => {
  const { asked, counting } = counted(surfaceOf(himmelblau))
  const simulation = createSimulation(
    counting,
    methodCalled(name),
    specOf(name, { start: [0.3, -1], hyperparameters, steps: 12 }),
  )
  const before: Evaluations[] = []
  for (let k = 0; k <= 12; k++) {
    // Each point of the record costs one gradient, which is not the method's.
    before.push({
      value: asked.value + asked.gradient - (k + 1),
      gradient: asked.gradient - (k + 1),
      hessian: asked.hessian,
    })
    simulation.advance(1)
  }
  const { evaluations, asked: said } = simulation.finish()
  for (let k = 0; k <= 12; k++) {
    const [value, gradient, hessian] = said!.subarray(3 * k, 3 * k + 3)
    expect({ value, gradient, hessian }, `up to point ${k}`).toEqual(before[k])
  }
  expect(evaluations).toEqual(before[12])
})

const probes = ({ attempts, length }: Trajectory, step?: number) =>
  Array.from({ length }, (_, k) => k)
    .filter((k) => step === undefined || k === step)
    .flatMap((k) => attemptsAt(attempts!, k, 2))
    .filter(({ kind }) => kind === 'probe' || kind === 'feeler')

describe('what a step costs', () => {
  const n = 15
  test.each<[string, Hyperparameters, (result: Trajectory) => Evaluations]>([
    ['Newton', {}, () => ({ value: n, gradient: n, hessian: n })],
    ['Newton', { variant: 'saddle-free' }, () => ({ value: n, gradient: n, hessian: n })],
    ['Newton', { variant: 'damped' }, (r) => ({ value: n + probes(r).length, gradient: n, hessian: n })],
    ['GradientDescent', {}, (r) => ({ value: n + probes(r).length, gradient: n, hessian: 0 })],
    ['GradientDescent', { line_search: 'exact' }, (r) => both(1 + probes(r).length)],
    ['ConjugateGradient', {}, (r) => both(1 + probes(r).length)],
    ['BFGS', {}, (r) => both(1 + probes(r).length)],
    ['CoordinateDescent', {}, (r) => both(1 + probes(r).length)],
    ['LBFGS', { max_iter: 1 }, () => both(n)],
    ['LBFGS', { max_iter: 1, line_search_fn: 'strong_wolfe' }, (r) => both(n + probes(r).length)],
    ['NelderMead', {}, (r) => ({ value: 3 + probes(r).length, gradient: 0, hessian: 0 })],
    ['SimulatedAnnealing', {}, () => ({ value: n + 1, gradient: 0, hessian: 0 })],
    ['Feel', {}, () => ({ value: 1 + 8 * n, gradient: 0, hessian: 0 })],
    ['LevenbergMarquardt', {}, asModelled],
    ['TrustRegion', {}, asModelled],
  ])('%s %o', (name, hyperparameters, cost) => {
    const result = walk(name, rosenbrock, { start: [-1.2, 1], hyperparameters, steps: n })
    // Nobody has arrived yet: these are the costs of walking.
    if (name !== 'Newton') expect(result.outcome).toBe('exhausted')
    expect(result.evaluations).toEqual(cost(result))
  })

  const both = (count: number) => ({ value: count, gradient: count, hessian: 0 })

  /** A model where she starts and after every step that was taken, and the losses of all trials. */
  function asModelled(result: Trajectory): Evaluations {
    const taken = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((k) =>
      probes(result, k).some(({ verdict }) => verdict === 'accepted'),
    ).length
    return { value: 1 + taken + probes(result).length, gradient: 1 + taken, hessian: 1 + taken }
  }
})
