/** Fused walks against the plain simulation: every number of every point, in every bit. */
import { describe, expect, test } from 'vitest'
import { createExecutor } from '../../src/kernels/create-executor'
import { type Executor, interpreter } from '../../src/kernels/executor'
import { isMethod } from '../../src/optimizers/optimizer'
import type { Hyperparameters } from '../../src/optimizers/rule'
import { optimizers, surfaces } from '../../src/registry'
import { createSimulation } from '../../src/simulation/simulate'
import type { Surface } from '../../src/surfaces/surface'
import { formulaSurface, plainWalk, ruleOf, surfaceOf } from './fixtures'

const executors: readonly Executor[] = [interpreter, createExecutor()]
const rules = [...optimizers.values()].filter((optimizer) => !isMethod(optimizer)).map(({ name }) => name)

function expectSame(
  surface: Surface,
  optimizer: string,
  hyperparameters: Hyperparameters = {},
  { start = [-1.1, 1.3], maximize = false, steps = 60 } = {},
): void {
  const spec = { optimizer, hyperparameters, start, maximize, steps, seed: 0 }
  const simulation = createSimulation(surface, ruleOf(optimizer), spec)
  for (const slice of [1, 7, steps]) simulation.advance(slice)
  expect(simulation.finish()).toEqual(plainWalk(surface, spec))
}

describe.each(executors.map((executor) => [executor.kind, executor] as const))('%s', (_, executor) => {
  test.each(rules)('%s', (rule) => {
    expectSame(surfaceOf('himmelblau', executor), rule)
  })

  test.each([...surfaces.keys()])('RMSprop with momentum on %s', (name) => {
    expectSame(surfaceOf(name, executor), 'RMSprop', { momentum: 0.5, centered: true })
  })

  test('schedules', () => {
    expectSame(surfaceOf('peaks', executor), 'SGD', { lr: '0.1 * cos(t / T)', momentum: 0.5 })
  })

  test('uphill', () => {
    expectSame(surfaceOf('peaks', executor), 'Adam', { lr: 0.1 }, { maximize: true })
  })

  test('walks of more points than a call takes', () => {
    expectSame(surfaceOf('rastrigin', executor), 'Adam', { lr: 0.01 }, { steps: 1200 })
  })

  test('walks that diverge end at the first bad point', () => {
    expectSame(surfaceOf('rosenbrock', executor), 'SGD', { lr: 1 })
    expectSame(formulaSurface('log(x) + y^2', executor), 'SGD', { lr: 0.5 }, { start: [0.3, 1] })
  })

  test('periodic functions of huge arguments', () => {
    expectSame(formulaSurface('sin(1e9 x) + y^2 sin(1e30 y)', executor), 'Adam', { lr: 0.1 })
  })
})
