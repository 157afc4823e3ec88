import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SweepMap } from '../../../src/analysis/sweep'
import { axisValues, type SweepAxis } from '../../../src/analysis/sweep-axis'
import { sweepable, usualAxes } from '../../../src/app/lab/sweep-axes'
import { createLook, isStripe, others } from '../../../src/app/lab/sweep-colors'
import { movedCell } from '../../../src/app/lab/sweep-keys'
import { measureScale, sayCell, sweepCell } from '../../../src/app/lab/sweep-measure'
import { alongAxis, axisTicks, cellUnder, plotIn } from '../../../src/app/lab/sweep-plot'
import { optimizers } from '../../../src/registry'

const map = (loss: number[], steps = loss.map(() => -1), divergedAt = loss.map(() => -1)): SweepMap => ({
  size: Math.sqrt(loss.length),
  xs: new Float64Array(Math.sqrt(loss.length)),
  ys: new Float64Array(Math.sqrt(loss.length)),
  loss: Float64Array.from(loss),
  steps: Int32Array.from(steps),
  divergedAt: Int32Array.from(divergedAt),
})

describe('the two hyperparameters that a sweep begins with', () => {
  it.each([
    ['SGD', ['lr', 'momentum']],
    ['Adam', ['lr', 'beta1']],
    ['RMSprop', ['lr', 'momentum']],
    ['Adadelta', ['lr', 'rho']],
  ])('of %s are %j', (name, axes) => {
    expect(usualAxes(optimizers.get(name)!)).toEqual(axes)
  })

  it('are numbers of the optimizer and differ, for every optimizer that has two', () => {
    for (const optimizer of optimizers.values()) {
      const names = sweepable(optimizer)
      const axes = usualAxes(optimizer)
      expect(axes === null, optimizer.name).toBe(names.length < 2)
      if (axes === null) continue
      expect(axes[0]).not.toBe(axes[1])
      for (const axis of axes) expect(names).toContain(axis)
    }
  })
})

/** Arrived at 3, walked on to 1e-4; diverged at 7; never arrived; refused. */
const four = map([1e-4, 1e12, 5, Number.NaN], [3, -1, -1, -1], [-1, 7, -1, -1])

describe('what a cell shows', () => {
  it.each([
    ['loss', [{ kind: 'value', value: 1e-4 }, { kind: 'diverged' }, { kind: 'value', value: 5 }, { kind: 'refused' }]],
    ['steps', [{ kind: 'value', value: 3 }, { kind: 'diverged' }, { kind: 'unarrived' }, { kind: 'refused' }]],
    ['divergence', [{ kind: 'held' }, { kind: 'value', value: 7 }, { kind: 'held' }, { kind: 'refused' }]],
  ] as const)('of its %s', (measure, cells) => {
    expect([0, 1, 2, 3].map((k) => sweepCell(four, k, measure))).toEqual(cells)
  })

  it('in words', () => {
    expect([0, 1, 2, 3].map((k) => sayCell(four, k, 200))).toEqual([
      'loss 0.0001 after 200 steps, arrived at step 3',
      'diverged at step 7',
      'loss 5 after 200 steps',
      'refused by this optimizer',
    ])
  })

  it('has colours over decades where losses span them, and none for those who diverged', () => {
    const scale = measureScale(four, 'loss')!
    expect(scale.kind).toBe('log')
    expect(scale.toUnit(1e-4)).toBeCloseTo(0)
    expect(scale.toUnit(5)).toBeCloseTo(1)
    expect(measureScale(map([Number.NaN]), 'loss')).toBeNull()
  })

  it('is not flattened by a few that hardly escaped divergence', () => {
    const losses = Array.from({ length: 100 }, (_, k) => (k < 98 ? -1 + k / 100 : 1e9))
    const scale = measureScale(map(losses), 'loss')!
    expect(scale.kind).toBe('linear')
    expect(scale.toUnit(-0.5)).toBeGreaterThan(0.4)
    expect(scale.toUnit(1e9)).toBeGreaterThan(1)
  })

  it('is told from every number by its stripes where it has none', () => {
    const look = createLook(measureScale(four, 'loss'), { name: 'light' })
    expect(look({ kind: 'value', value: 1 }).pattern).toBeUndefined()
    for (const theme of ['light', 'dark'] as const) {
      const patterns = (['diverged', 'unarrived', 'refused'] as const).map((kind) => others[theme][kind].pattern)
      expect(new Set(patterns).size).toBe(3)
      expect(patterns).not.toContain(undefined)
    }
    const covered = (pattern: 'rising' | 'falling' | 'crossed' | undefined) => {
      let count = 0
      for (let y = 0; y < 60; y++) for (let x = 0; x < 60; x++) if (isStripe(pattern, x, y, 1)) count++
      return count / 3600
    }
    expect(covered(undefined)).toBe(0)
    expect(covered('rising')).toBeCloseTo(covered('falling'))
    expect(covered('rising')).toBeGreaterThan(0.2)
    expect(covered('crossed')).toBeGreaterThan(covered('rising'))
  })
})

const axis = fc
  .record({
    scale: fc.constantFrom('linear' as const, 'log' as const),
    low: fc.double({ min: 1e-6, max: 10, noNaN: true }),
    span: fc.double({ min: 1.01, max: 1e6, noNaN: true }),
  })
  .map(({ scale, low, span }): SweepAxis => ({ name: 'lr', scale, low, high: low * span }))

describe('where cells lie', () => {
  it('has every value in the middle of its cell', () => {
    fc.assert(
      fc.property(axis, fc.integer({ min: 2, max: 64 }), (given, size) => {
        axisValues(given, size).forEach((value, i) => {
          expect(Math.abs(alongAxis(given, size, value) * size - (i + 0.5))).toBeLessThan(0.01)
        })
      }),
    )
  })

  it('finds the cell under its own middle, and none outside', () => {
    const plot = plotIn(300, 300)
    const size = 12
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const x = plot.left + ((i + 0.5) / size) * plot.width
        const y = plot.top + (1 - (j + 0.5) / size) * plot.height
        expect(cellUnder(plot, size, x, y)).toEqual({ i, j })
      }
    }
    expect(cellUnder(plot, size, plot.left - 1, plot.top + 5)).toBeNull()
    expect(cellUnder(plot, size, plot.left + 5, plot.top + plot.height + 1)).toBeNull()
  })

  it('has numbers beside every axis, all of them on it', () => {
    fc.assert(
      fc.property(axis, (given) => {
        const values = axisTicks(given, 5).map(({ value }) => value)
        expect(values.length).toBeGreaterThan(0)
        expect(values.length).toBeLessThanOrEqual(12)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(given.low * (1 - 1e-6))
          expect(value).toBeLessThanOrEqual(given.high * (1 + 1e-6))
        }
      }),
    )
  })
})

describe('keys of the map', () => {
  it.each([
    ['ArrowRight', false, { i: 3, j: 2 }],
    ['ArrowLeft', false, { i: 1, j: 2 }],
    ['ArrowUp', false, { i: 2, j: 3 }],
    ['ArrowDown', true, { i: 2, j: 0 }],
    ['ArrowRight', true, { i: 9, j: 2 }],
    ['Home', false, { i: 0, j: 2 }],
    ['End', false, { i: 9, j: 2 }],
    ['a', false, null],
    [' ', false, null],
  ])('%s, Shift %s', (key, shift, expected) => {
    expect(movedCell(key, shift, { i: 2, j: 2 }, 10)).toEqual(expected)
  })
})
