import { expect, test } from 'vitest'
import type { Objective } from '../../src/math/objective'
import { HyperparameterError } from '../../src/optimizers/resolve'
import { updateRule } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'
import { createSimulation, simulate } from '../../src/simulation/simulate'
import type { RunSpec } from '../../src/simulation/trajectory'
import { createSurface, specOf } from '../../src/surfaces/create'
import himmelblau from '../../src/surfaces/himmelblau'

const surface = createSurface(specOf(himmelblau))
const spec = (more: Partial<RunSpec> = {}): RunSpec => ({
  optimizer: 'Adam',
  hyperparameters: { lr: 0.05 },
  start: [-0.5, -0.5],
  maximize: false,
  steps: 200,
  seed: 0,
  ...more,
})
const adam = optimizers.get('Adam')!

test('point 0 is the start, point k the climber after k steps, with the loss and the true gradient there', () => {
  const { theta, loss, gradient, length, state, stateNames } = simulate(
    surface,
    adam,
    spec({ maximize: true, steps: 3 }),
  )
  expect(length).toBe(4)
  expect([...theta.subarray(0, 2)]).toEqual([-0.5, -0.5])
  expect([...state.subarray(0, 4)]).toEqual([0, 0, 0, 0])
  const slope = new Float64Array(2)
  for (let k = 0; k < length; k++) {
    expect(surface.gradient(theta.slice(2 * k, 2 * k + 2), slope)).toBe(loss[k])
    expect([...gradient.subarray(2 * k, 2 * k + 2)]).toEqual([...slope])
  }
  // Climbing, the optimizer felt the negative of it.
  expect(state[4 * stateNames.indexOf('m') + 4]).toBeCloseTo(-0.1 * gradient[0]!, 12)
})

test('in slices or at once, the walk is the same', () => {
  const sliced = createSimulation(surface, adam, spec())
  const taken = []
  while (!sliced.advance(37)) taken.push(sliced.taken)
  expect(taken).toEqual([37, 74, 111, 148, 185])
  expect(sliced.finish()).toEqual(simulate(surface, adam, spec()))
})

test('a walk can be looked at before it is over', () => {
  const simulation = createSimulation(surface, adam, spec())
  simulation.advance(10)
  expect(simulation.finish()).toMatchObject({ length: 11, outcome: 'exhausted', outcomeStep: 10 })
  simulation.advance(190)
  expect(simulation.finish().length).toBe(201)
})

test('a slope that is not a number ends the walk with the next step', () => {
  const half = createSurface({ ...surface.spec, formula: 'sqrt(x) + y^2', domain: { x: [0, 1], y: [0, 1] } })
  const walk = simulate(half, optimizers.get('SGD')!, spec({ hyperparameters: { lr: 1 }, start: [0.1, 0.1] }))
  expect(walk).toMatchObject({ length: 2, outcome: 'diverged', outcomeStep: 1 })
  expect(walk.loss[1]).toBeNaN()
})

test('zero steps are a trajectory of one point', () => {
  expect(simulate(surface, adam, spec({ steps: 0 }))).toMatchObject({ length: 1, outcome: 'exhausted', outcomeStep: 0 })
})

test('counts what the walk asked of the objective', () => {
  expect(simulate(surface, adam, spec()).evaluations).toEqual({ value: 201, gradient: 201, hessian: 0 })
})

test('refuses a start of another dimension and hyperparameters that the optimizer refuses', () => {
  expect(() => simulate(surface, adam, spec({ start: [1] }))).toThrow('the start has 1 coordinates, the objective 2')
  expect(() => simulate(surface, adam, spec({ hyperparameters: { beta1: 2 } }))).toThrow(HyperparameterError)
})

test('walks in any number of dimensions, and knows a saddle there without a Hessian', () => {
  const bowl = (signs: readonly number[]): Objective => ({
    dimension: signs.length,
    value: (theta) => theta.reduce((sum, value, i) => sum + signs[i]! * value * value, 0),
    gradient(theta, out) {
      for (let i = 0; i < theta.length; i++) out[i] = 2 * signs[i]! * theta[i]!
      return this.value(theta)
    },
  })
  const walk = (signs: number[]) =>
    simulate(bowl(signs), optimizers.get('SGD')!, spec({ hyperparameters: { lr: 0.1 }, start: [1, 1, 1, 1, 0] }))
  expect(walk([1, 1, 1, 1, 1]).outcome).toBe('converged')
  expect(walk([1, 1, 1, 1, -1]).outcome).toBe('stuck')
})

test('a rule may use the loss and the norm of the whole gradient', () => {
  const polyak = updateRule({
    name: 'Polyak',
    summary: 'The step that would reach the bottom if the slope stayed as it is.',
    reference: 'Polyak 1969',
    hyperparameters: {},
    state: {},
    equations: 'theta = theta - loss / norm_g^2 g',
  })
  const sphere = createSurface({ ...surface.spec, formula: 'x^2 + y^2' })
  const { theta } = simulate(sphere, polyak, spec({ hyperparameters: {}, start: [3, 4], steps: 1 }))
  expect([...theta.subarray(2)]).toEqual([expect.closeTo(1.5, 14), expect.closeTo(2, 14)])
})
