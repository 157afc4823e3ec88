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

  // Generated code bets on what usually holds from step to step; here it does not.
  test.each([
    ['angles that are near another multiple of π/2 at every step', 'sin(50 x) + cos(30 y)', [-1.1, 1.3]],
    ['a bell so far out that its slope is subnormal', 'exp(-700 x^2) * (2 + y)^2 + 0.01 x^2', [1.026, 1.3]],
    ['factors of two that overflow', '(1e200 (x - 1))^2 * 1e-100 * 4 + y^2', [1e-90, 1]],
    ['zeros of either sign', '-2 (x y) + sin(x) cos(y) x', [-0, 0]],
    ['signs that change at every step', 'abs(x) + floor(3 y) + y^2 + asin(x / 9)', [0.25, -0.4]],
    ['logarithms, roots and bits', 'log(1 + x^2) + cbrt(y) + tanh(x y) + (x^2 + 1)^y', [-0.7, 0.6]],
  ])('%s', (_case, formula, start) => {
    expectSame(formulaSurface(formula, executor), 'SGD', { lr: 0.3, momentum: 0.5 }, { start })
    expectSame(formulaSurface(formula, executor), 'Adam', { lr: 0.3 }, { start })
  })

  test('periodic functions of huge arguments', () => {
    expectSame(formulaSurface('sin(1e9 x) + y^2 sin(1e30 y)', executor), 'Adam', { lr: 0.1 })
  })
})
