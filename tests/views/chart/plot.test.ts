import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Climber } from '../../../src/store/types'
import { lossAt } from '../../../src/views/chart/curves'
import { isOnLeft } from '../../../src/views/chart/draw-cursor'
import { endOf, stepTicks } from '../../../src/views/chart/draw-lines'
import { lossScale } from '../../../src/views/chart/loss-scale'
import { marginOf, plotOf, stepAtX, xOfStep, yOfUnit } from '../../../src/views/chart/plot'
import { lossText, spokenStep } from '../../../src/views/chart/readout'
import { spread } from '../../../src/views/chart/spread'

const curve = (losses: readonly number[], diverged = false) => ({
  loss: Float64Array.from(losses),
  length: losses.length,
  diverged,
})

test('a step is found again under its pixel where steps are wider than half a pixel', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1500 }), fc.nat({ max: 1500 }), fc.boolean(), (last, step, bare) => {
      const plot = plotOf(900, 100, last, bare)
      fc.pre(step <= last)
      expect(stepAtX(plot, xOfStep(plot, step))).toBe(step)
    }),
  )
})

test('dragged beyond its ends the playhead stands at the ends', () => {
  const plot = plotOf(900, 100, 200, false)
  expect(stepAtX(plot, -50)).toBe(0)
  expect(stepAtX(plot, 5000)).toBe(200)
})

test('heights outside the range lie on the border of the chart', () => {
  const plot = plotOf(900, 100, 200, false)
  expect(yOfUnit(plot, Number.POSITIVE_INFINITY)).toBe(plot.top)
  expect(yOfUnit(plot, Number.NEGATIVE_INFINITY)).toBe(plot.bottom)
})

test.each([320, 900, 1600])(
  '%i pixels wide, the last step lies on the chart, with room beside it where there is much',
  (width) => {
    const plot = plotOf(width, 100, 200, false)
    expect(plot.right + marginOf(false, width).right).toBe(width)
    // At the end of the timeline numbers stand beside the lines, not on them, unless the window is narrow.
    expect(isOnLeft(plot, xOfStep(plot, 200), 60)).toBe(width < 480)
  },
)

test('before there is a walk the timeline is not degenerate', () => {
  const plot = plotOf(900, 100, 0, false)
  expect(Number.isFinite(xOfStep(plot, 0))).toBe(true)
  expect(stepAtX(plot, plot.right)).toBe(1)
})

test.each([1, 7, 60, 200, 2345, 100_000])(
  'the numbers below a walk of %i steps are whole, apart and name its end',
  (last) => {
    const plot = plotOf(700, 100, last, false)
    const numbers = stepTicks(plot)
    expect(numbers.every(Number.isInteger)).toBe(true)
    expect(numbers.at(-1)).toBe(last)
    for (let k = 1; k < numbers.length; k++) {
      expect(xOfStep(plot, numbers[k]!) - xOfStep(plot, numbers[k - 1]!)).toBeGreaterThan(40)
    }
  },
)

test('between two points the loss is read in proportion; after the end it is the last', () => {
  const losses = curve([4, 2, 1])
  expect(lossAt(losses, 0.5)).toBe(3)
  expect(lossAt(losses, 2)).toBe(1)
  expect(lossAt(losses, 99)).toBe(1)
  expect(lossAt(curve([]), 0)).toBeNaN()
  expect(lossAt(curve([4, Number.NaN]), 0.5)).toBe(4)
})

const scale = lossScale('linear', { min: 0, max: 10, leastPositive: 1, escapes: true })

test.each([
  ['grows without end', [5, 8, 1e6, 1e30, Number.POSITIVE_INFINITY], { kind: 'up', step: 2 }],
  ['falls without end', [5, 0, -1e9], { kind: 'down', step: 2 }],
  ['stops having a value', [5, 4, Number.NaN], { kind: 'undefined', step: 1 }],
  ['has no value at all', [Number.NaN], { kind: 'undefined', step: 0 }],
  ['strays and comes back', [5, 1e6, 7], null],
] as const)('the end of a walk whose loss %s is marked where it happens', (_, losses, end) => {
  expect(endOf(scale, curve(losses, true))).toEqual(end)
})

test('numbers beside the playhead are moved apart, in order, within the chart', () => {
  const places = fc.array(fc.double({ min: 0, max: 80, noNaN: true }), { maxLength: 6 })
  fc.assert(
    fc.property(places, (wanted) => {
      const put = spread(wanted, 13, 0, 80)
      const sorted = [...put].sort((a, b) => a - b)
      for (let k = 1; k < sorted.length; k++) expect(sorted[k]! - sorted[k - 1]!).toBeGreaterThan(13 - 1e-9)
      for (const place of put) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(80 + 1e-9)
      }
      wanted.forEach((a, i) => {
        wanted.forEach((b, j) => {
          if (a < b) expect(put[i]!).toBeLessThan(put[j]!)
        })
      })
    }),
  )
  expect(spread([10, 50], 13, 0, 80)).toEqual([10, 50])
  expect(spread([40, 40], 10, 0, 80)).toEqual([35, 45])
})

const climber = (optimizer: string): Climber => ({
  run: { optimizer, start: [0, 0], hyperparameters: {}, maximize: false },
  spec: null,
  trajectory: null,
  problem: null,
})

test('the slider says the step and every loss', () => {
  const said = spokenStep(
    2,
    200,
    [climber('SGD'), climber('Adam')],
    [curve([5, 2, 0.0123]), curve([5, 9, Number.NaN], true)],
  )
  expect(said).toBe('step 2 of 200, SGD 0.0123, Adam undefined')
  expect(spokenStep(0, 0, [], [])).toBe('step 0 of 0')
})

test('after her walk has diverged a climber has no loss', () => {
  expect(lossText(curve([5, 9], true), 7)).toBe('diverged')
  expect(lossText(curve([5, 9]), 7)).toBe('9')
  expect(lossText(curve([]), 7)).toBe('')
})
