import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimate } from '../../../src/views/chart/decimate'

const losses = fc.array(fc.oneof({ weight: 9, arbitrary: fc.double({ noNaN: true }) }, fc.constant(Number.NaN)), {
  maxLength: 400,
})

test('every column keeps its lowest and highest loss, and the line begins and ends with the curve', () => {
  fc.assert(
    fc.property(losses, fc.integer({ min: 1, max: 60 }), (values, columns) => {
      const { steps, losses: kept } = decimate(Float64Array.from(values), values.length, columns)
      const perColumn = Math.max(Math.ceil(values.length / columns), 1)
      for (let start = 0; start < values.length; start += perColumn) {
        const all = values.slice(start, start + perColumn).filter(Number.isFinite)
        const seen = kept.filter((_, k) => steps[k]! >= start && steps[k]! < start + perColumn)
        expect(Math.max(...seen)).toBe(Math.max(...all))
        expect(Math.min(...seen)).toBe(Math.min(...all))
      }
      const finite = values.map((value, k) => (Number.isFinite(value) ? k : -1)).filter((k) => k >= 0)
      expect(steps[0]).toBe(finite[0])
      expect(steps.at(-1)).toBe(finite.at(-1))
    }),
  )
})

test('what it keeps is of the curve, in order, and no more than four points a column', () => {
  fc.assert(
    fc.property(losses, fc.integer({ min: 1, max: 60 }), (values, columns) => {
      const { steps, losses: kept } = decimate(Float64Array.from(values), values.length, columns)
      expect(steps.length).toBeLessThanOrEqual(4 * columns)
      steps.forEach((step, k) => {
        expect(kept[k]).toBe(values[step])
        if (k > 0) expect(step).toBeGreaterThan(steps[k - 1]!)
      })
    }),
  )
})

test('a curve of fewer points than columns is kept whole', () => {
  const { losses } = decimate(Float64Array.of(3, 1, 2), 3, 10)
  expect(losses).toEqual([3, 1, 2])
})

test('a hundred thousand steps become a line as wide as the chart, with every peak', () => {
  const loss = Float64Array.from({ length: 100_000 }, (_, k) => Math.sin(k))
  loss[54_321] = 99
  const { losses } = decimate(loss, loss.length, 900)
  expect(losses.length).toBeLessThanOrEqual(3600)
  expect(losses).toContain(99)
})
