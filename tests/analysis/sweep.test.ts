/** Sweeps over two hyperparameters, against runs taken one by one. */
import { expect, test } from 'vitest'
import { Fleets } from '../../src/analysis/fleets'
import { computeSweep, type SweepSpec } from '../../src/analysis/sweep'
import { axisValues, type SweepAxis } from '../../src/analysis/sweep-axis'
import { createExecutor } from '../../src/kernels/create-executor'
import { optimizers, surfaces } from '../../src/registry'
import { simulate } from '../../src/simulation/simulate'
import type { RunSpec } from '../../src/simulation/trajectory'
import { createSurface, specOf } from '../../src/surfaces/create'

const executor = createExecutor()
const fleets = new Fleets(executor)
const surface = createSurface(specOf(surfaces.get('himmelblau')!), executor)
const { domain } = surface.spec

const lr: SweepAxis = { name: 'lr', scale: 'log', low: 1e-4, high: 1 }
const momentum: SweepAxis = { name: 'momentum', scale: 'linear', low: 0, high: 0.95 }

const run = (optimizer: string, more: Partial<RunSpec> = {}): RunSpec => ({
  optimizer,
  hyperparameters: {},
  start: [-0.5, -0.5],
  maximize: false,
  steps: 60,
  seed: 0,
  ...more,
})
const sweep = (spec: SweepSpec, size = 6) =>
  computeSweep(surface, optimizers.get(spec.run.optimizer)!, spec, size, fleets)

test('a logarithmic axis is evenly spaced in powers, and both ends are exact', () => {
  const values = axisValues({ name: 'lr', scale: 'log', low: 1e-3, high: 10 }, 5)
  expect([values[0], values[4]]).toEqual([1e-3, 10])
  for (const [i, value] of [1e-2, 1e-1, 1].entries()) expect(values[i + 1]).toBeCloseTo(value, 14)
  expect([...axisValues(momentum, 3)]).toEqual([0, 0.475, 0.95])
  expect([...axisValues(momentum, 1)]).toEqual([0])
})

test.each<[string, SweepAxis, digits: number]>([
  ['a learning rate', { name: 'lr', scale: 'log', low: 1e-5, high: 10 }, 4],
  ['a momentum', { name: 'momentum', scale: 'linear', low: 0, high: 0.999 }, 4],
  ['a narrow memory', { name: 'beta2', scale: 'linear', low: 0.999, high: 0.9999 }, 7],
  ['a large number', { name: 't0', scale: 'linear', low: 0, high: 1e6 }, 7],
])('values of %s are short to write, all different and in order', (_, axis, digits) => {
  const values = [...axisValues(axis, 48)]
  for (const value of values) expect(value.toExponential().replace(/e.*|\D/g, '').length).toBeLessThanOrEqual(digits)
  for (const [i, value] of values.slice(1).entries()) expect(value).toBeGreaterThan(values[i]!)
})

test.each<[string, SweepSpec]>([
  ['SGD over lr and momentum', { run: run('SGD'), x: lr, y: momentum, goal: 1 }],
  ['without a goal', { run: run('SGD'), x: lr, y: momentum, goal: Number.NaN }],
  [
    'Adam over its two memories',
    {
      run: run('Adam', { hyperparameters: { lr: 0.1 } }),
      x: { name: 'beta1', scale: 'linear', low: 0, high: 0.99 },
      y: { name: 'beta2', scale: 'linear', low: 0.5, high: 0.999 },
      goal: 50,
    },
  ],
  [
    'ascent, whose schedule gives way to the swept rate',
    { run: run('SGD', { maximize: true, hyperparameters: { lr: '0.1 / t' } }), x: lr, y: momentum, goal: 180 },
  ],
  [
    'a method, whose climbers walk one by one',
    {
      run: run('NelderMead', { steps: 15 }),
      x: { name: 'reflection', scale: 'linear', low: 0.5, high: 1.5 },
      y: { name: 'contraction', scale: 'linear', low: 0.3, high: 0.7 },
      goal: 1,
    },
  ],
])('%s: every cell is the run with its hyperparameters', (_, spec) => {
  const optimizer = optimizers.get(spec.run.optimizer)!
  const { size, xs, ys, loss, steps, divergedAt } = sweep(spec)
  for (let k = 0; k < size * size; k++) {
    const own = { [spec.x.name]: xs[k % size]!, [spec.y.name]: ys[Math.floor(k / size)]! }
    const walk = simulate(
      surface,
      optimizer,
      { ...spec.run, hyperparameters: { ...spec.run.hyperparameters, ...own } },
      { domain },
    )
    const isGoal = (value: number) => (spec.run.maximize ? value >= spec.goal : value <= spec.goal)
    const diverged = walk.outcome === 'diverged'
    expect({ own, steps: steps[k], divergedAt: divergedAt[k] }).toEqual({
      own,
      steps: walk.loss.findIndex(isGoal),
      divergedAt: diverged ? walk.length - 1 : -1,
    })
    expect(loss[k]).toBe(walk.loss.at(-1))
  }
})

test('a sweep of SGD on a bowl shows the edge of stability, lr = 2 / λ', () => {
  const bowl = createSurface(
    { title: '', formula: 'x^2 + y^2', domain, parameters: {}, heightScale: 'linear' },
    executor,
  )
  const spec: SweepSpec = {
    run: run('SGD', { steps: 5000 }),
    x: { name: 'lr', scale: 'linear', low: 0.9, high: 1.1 },
    y: { name: 'momentum', scale: 'linear', low: 0, high: 0 },
    goal: Number.NaN,
  }
  const { divergedAt, xs } = computeSweep(bowl, optimizers.get('SGD')!, spec, 11, fleets)
  const stable = [...xs].map((_, i) => divergedAt[i] === -1)
  // λ = 2: below 1 she comes to rest, above it she is thrown out.
  expect(stable.slice(0, 5)).toEqual(Array(5).fill(true))
  expect(stable.slice(6)).toEqual(Array(5).fill(false))
})

test('combinations that the optimizer refuses are holes of the map', () => {
  const nesterov = run('SGD', { hyperparameters: { nesterov: true } })
  const { loss, steps, divergedAt } = sweep({ run: nesterov, x: lr, y: momentum, goal: 1 }, 3)
  expect([...loss].map(Number.isNaN)).toEqual([true, true, true, false, false, false, false, false, false])
  expect([...steps.subarray(0, 3), ...divergedAt.subarray(0, 3)]).toEqual(Array(6).fill(-1))
})

test('only numbers that the optimizer has can be swept', () => {
  expect(() => sweep({ run: run('Adam'), x: lr, y: momentum, goal: 1 })).toThrow(
    'Adam has no number `momentum` to sweep',
  )
  const flag = { ...momentum, name: 'nesterov' }
  expect(() => sweep({ run: run('SGD'), x: lr, y: flag, goal: 1 })).toThrow('SGD has no number `nesterov` to sweep')
})
