/** Fleets against the plain simulation, climber by climber, in every bit. */

import { describe, expect, test } from 'vitest'
import { createExecutor } from '../../src/kernels/create-executor'
import { type Executor, interpreter } from '../../src/kernels/executor'
import { reachOf, type WalkSpec } from '../../src/kernels/fleet'
import { fleetOf } from '../../src/kernels/make-fleet'
import { compileRule } from '../../src/optimizers/compile'
import { isMethod } from '../../src/optimizers/optimizer'
import type { Hyperparameters } from '../../src/optimizers/rule'
import { parseRule } from '../../src/optimizers/text'
import { optimizers, surfaces } from '../../src/registry'
import type { Surface } from '../../src/surfaces/surface'
import { equationsOf, formulaSurface, plainWalk, ruleOf, starts, surfaceOf, walkOf } from './fixtures'

const executors: readonly Executor[] = [interpreter, createExecutor()]
const rules = [...optimizers.values()].filter((optimizer) => !isMethod(optimizer)).map(({ name }) => name)
const STEPS = 24

/** Every climber of a fleet that advances in `slices`, held against `simulate`. */
function expectSameWalks(
  executor: Executor,
  surface: Surface,
  optimizer: string,
  given: Hyperparameters,
  spec: Partial<WalkSpec> = {},
  slices: readonly number[] = [1, 5, STEPS - 6],
): void {
  const { x, y } = starts(7, 2)
  const fleet = fleetOf(executor, { ...walkOf(surface, optimizer, given), ...spec }).create(x.length)
  fleet.reset({ x, y })
  for (const steps of slices) fleet.advance(steps)
  const losses = new Float64Array(x.length)
  fleet.losses(losses)
  for (let i = 0; i < x.length; i++) {
    const run = {
      optimizer,
      hyperparameters: given,
      start: [x[i]!, y[i]!],
      maximize: spec.maximize ?? false,
      steps: STEPS,
      seed: 0,
    }
    const walk = plainWalk(surface, run)
    const end = walk.length - 1
    const diverged = end < STEPS || !Number.isFinite(walk.loss[end]!)
    expect(fleet.divergedAt[i], `climber ${i}`).toBe(diverged ? end : -1)
    expect([fleet.x[i], fleet.y[i], losses[i]], `climber ${i}`).toEqual([
      ...walk.theta.subarray(2 * end),
      walk.loss[end],
    ])
  }
}

describe.each(executors.map((executor) => [executor.kind, executor] as const))('%s', (_, executor) => {
  test.each(rules)('%s on Himmelblau', (rule) => {
    const given: Hyperparameters = 'lr' in ruleOf(rule).hyperparameters ? { lr: 0.003 } : {}
    expectSameWalks(executor, surfaceOf('himmelblau'), rule, given)
  })

  test.each([...surfaces.keys()])('Adam on %s', (name) => {
    expectSameWalks(executor, surfaceOf(name), 'Adam', { lr: 0.05 })
  })

  test('uphill', () => {
    expectSameWalks(executor, surfaceOf('peaks'), 'SGD', { lr: 0.01, momentum: 0.9 }, { maximize: true })
  })

  test('a loss without a value stops a climber even where the slope has one', () => {
    expectSameWalks(executor, formulaSurface('log(x) + y^2'), 'SGD', { lr: 0.5 })
  })

  test('coordinates that overflow stop a climber', () => {
    expectSameWalks(executor, formulaSurface('x^4 + y^4 + sin(y)'), 'SGD', { lr: 1 })
  })
})

describe('divergence', () => {
  test('is leaving the landscape, at the first step beyond reach, for good', () => {
    const surface = formulaSurface('-x^2 + y^2')
    const spec = { ...walkOf(surface, 'SGD', { lr: 0.5 }), reach: 10 }
    for (const executor of executors) {
      const fleet = fleetOf(executor, spec).create(3)
      fleet.reset({ x: Float64Array.of(1, 0, 11), y: Float64Array.of(0, 1, 0) })
      fleet.advance(10)
      // x doubles every step: 1, 2, 4, 8, 16.
      expect([...fleet.divergedAt]).toEqual([4, -1, 0])
      expect([...fleet.x]).toEqual([16, 0, 11])
    }
  })

  test('the reach of a landscape leaves a thousand widths on each side', () => {
    expect(reachOf({ x: [-1, 1], y: [0, 0] })).toBe(2001)
  })
})

function expectEnd(
  surface: Surface,
  optimizer: string,
  hyperparameters: Hyperparameters,
  start: readonly number[],
  end: readonly number[],
): void {
  const run = { optimizer, hyperparameters, start, maximize: false, steps: 30, seed: 0 }
  expect([...plainWalk(surface, run).theta.subarray(-2)]).toEqual(end)
}

describe('hyperparameters', () => {
  const surface = surfaceOf('rosenbrock')

  test.each(['SGD', 'Adam', 'Rprop'])('of %s: one a climber is as many fleets', (rule) => {
    const { x, y } = starts(9, 1.5)
    const rates = Float64Array.from(x, (_, i) => 1e-4 * (i + 1))
    for (const executor of executors) {
      const program = fleetOf(executor, walkOf(surface, rule))
      const fleet = program.create(x.length)
      fleet.reset({ x, y, hyperparameters: { lr: rates } })
      fleet.advance(30)
      for (let i = 0; i < x.length; i++) {
        const one = program.create(1)
        one.reset({ x: x.slice(i, i + 1), y: y.slice(i, i + 1), hyperparameters: { lr: rates[i]! } })
        one.advance(30)
        expect([fleet.x[i], fleet.y[i]], `climber ${i}`).toEqual([one.x[0], one.y[0]])
        expect(fleet.state.map((values) => values[i])).toEqual(one.state.map((values) => values[0]))
        expectEnd(surface, rule, { lr: rates[i]! }, [x[i]!, y[i]!], [fleet.x[i]!, fleet.y[i]!])
      }
    }
  })

  test('that the rule lacks are refused by name', () => {
    const fleet = fleetOf(interpreter, walkOf(surface, 'SGD')).create(1)
    const release = { x: Float64Array.of(0), y: Float64Array.of(0), hyperparameters: { beta1: 0.9 } }
    expect(() => fleet.reset(release)).toThrow(/no hyperparameter beta1.*momentum/)
  })
})

describe('far from the origin', () => {
  const wild = parseRule('Wild', 'param lr = 0.1\ntheta = theta - lr (g + sin(1e5 g))')
  const rules = { SGD: equationsOf('SGD', { lr: 0.1 }), Wild: compileRule(wild, wild.hyperparameters) }
  const grounds = [
    'x^2 + y^2 + cos(3 x)',
    'x^4 - sin(x y)',
    'exp(x / 10) + y^2',
    '-x^2 - y^2 + sin(x)',
    'log(x) + sin(y)',
  ]

  test.each(grounds.flatMap((formula) => Object.entries(rules).map(([name, rule]) => [formula, name, rule] as const)))(
    '%s by %s: whoever leaves what is known to be safe is looked after',
    (formula, _, rule) => {
      const { landscape } = formulaSurface(formula)
      const [expected, actual] = executors.map((executor) => {
        const fleet = fleetOf(executor, { landscape: landscape!, rule }).create(48)
        // From next to the origin to where squares overflow, growing by the same factor.
        const place = (wave: (angle: number) => number) =>
          Float64Array.from({ length: 48 }, (_, i) => 10 ** (3.4 * i - 2) * wave(2.4 * i))
        fleet.reset({ x: place(Math.cos), y: place(Math.sin) })
        for (let k = 0; k < 3; k++) fleet.advance(9)
        return fleet
      })
      expect([...actual!.divergedAt]).toEqual([...expected!.divergedAt])
      expect(actual!.x).toEqual(expected!.x)
      expect(actual!.y).toEqual(expected!.y)
    },
  )
})

test('a fleet that has come to rest says so and stays', () => {
  for (const executor of executors) {
    const fleet = fleetOf(executor, walkOf(surfaceOf('sphere'), 'SGD', { lr: 0.5 })).create(2)
    fleet.reset({ x: Float64Array.of(1, -3), y: Float64Array.of(2, 0) })
    expect(fleet.advance(1)).toBe(true)
    expect(fleet.advance(8)).toBe(false)
    expect(fleet.taken).toBe(9)
    expect([...fleet.x, ...fleet.y].map(Math.abs)).toEqual([0, 0, 0, 0])
  }
})

test('a fleet whose last climber has diverged says so, whatever time does', () => {
  for (const executor of executors) {
    const spec = { ...walkOf(formulaSurface('-x^2 - y^2'), 'Adam', { lr: 2 }), reach: 10 }
    const fleet = fleetOf(executor, spec).create(600)
    fleet.reset(starts(600, 2))
    expect(fleet.advance(3)).toBe(true)
    expect(fleet.advance(20)).toBe(false)
    expect(Math.min(...fleet.divergedAt)).toBeGreaterThan(0)
  }
})

test('too few starts are refused', () => {
  const fleet = fleetOf(interpreter, walkOf(surfaceOf('sphere'), 'SGD')).create(3)
  expect(() => fleet.reset(starts(2, 1))).toThrow(/2 values for 3/)
})

test('nobody walks before a release', () => {
  expect(() =>
    fleetOf(interpreter, walkOf(surfaceOf('sphere'), 'SGD'))
      .create(1)
      .advance(1),
  ).toThrow(/reset/)
})
