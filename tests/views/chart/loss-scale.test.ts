import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canBeLog,
  type LossCurve,
  lossRange,
  lossScale,
  lossTicks,
  suggestScale,
} from '../../../src/views/chart/loss-scale'

const curve = (losses: readonly number[], diverged = false): LossCurve => ({
  loss: Float64Array.from(losses),
  length: losses.length,
  diverged,
})

test.each([
  ['spans decades above zero', [100, 10, 1e-6], 'log'],
  ['ends exactly at zero', [100, 1, 1e-3, 0], 'log'],
  ['hardly changes', [3, 2.5, 2], 'linear'],
  ['is negative', [5, 0, -5], 'linear'],
  ['is zero all the way', [0, 0], 'linear'],
  ['touches zero and spans no decades', [3, 2, 0], 'linear'],
] as const)('a loss that %s is drawn on the right scale', (_, losses, kind) => {
  expect(suggestScale(lossRange([curve(losses)])!)).toBe(kind)
})

test('a scale runs from the lowest loss at the bottom to the highest at the top', () => {
  const range = lossRange([curve([8, 2]), curve([4, 1])])!
  for (const kind of ['linear', 'log'] as const) {
    const scale = lossScale(kind, range)
    expect(scale.toUnit(1)).toBeCloseTo(0, 12)
    expect(scale.toUnit(8)).toBeCloseTo(1, 12)
  }
})

test.each(['linear', 'log'] as const)('on a %s scale a greater loss is never lower', (kind) => {
  const losses = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(losses, (values) => {
      const range = lossRange([curve(values)])!
      fc.pre(kind === 'linear' || canBeLog(range))
      const units = [...values].sort((a, b) => a - b).map(lossScale(kind, range).toUnit)
      for (let k = 1; k < units.length; k++) expect(units[k]!).toBeGreaterThanOrEqual(units[k - 1]!)
    }),
  )
})

test('a walk that diverges does not squeeze the others; it leaves at the top, where there is room for it', () => {
  const range = lossRange([curve([10, 5, 1]), curve([10, 1e5, 1e200, Number.POSITIVE_INFINITY], true)])!
  expect(range).toMatchObject({ min: 1, max: 10, escapes: true })
  const scale = lossScale('linear', range)
  expect(scale.toUnit(10)).toBeLessThan(0.95)
  expect(scale.toUnit(1e5)).toBeGreaterThan(1)
  expect(scale.toUnit(Number.POSITIVE_INFINITY)).toBeGreaterThan(1)
  expect(scale.toUnit(Number.NaN)).toBeNaN()
})

test('a logarithmic scale does not dive after losses that are practically zero', () => {
  const scale = lossScale('log', lossRange([curve([100, 1, 1e-300, 0])])!)
  expect(scale.low).toBeCloseTo(1e-8, 12)
  expect(scale.toUnit(0)).toBe(Number.NEGATIVE_INFINITY)
})

test('a constant loss has a scale too', () => {
  for (const kind of ['linear', 'log'] as const) {
    const scale = lossScale(kind, lossRange([curve([3, 3])])!)
    expect(Number.isFinite(scale.toUnit(3))).toBe(true)
    expect(lossTicks(scale, 3).length).toBeGreaterThan(0)
  }
})

test('where no loss is finite there is nothing to scale', () => {
  expect(lossRange([curve([]), curve([Number.NaN])])).toBeNull()
})

test('the numbers of a logarithmic scale are powers of ten, evenly thinned out', () => {
  const scale = lossScale('log', { min: 1e-5, max: 1e5, leastPositive: 1e-5, escapes: false })
  expect(lossTicks(scale, 4).map(({ text }) => text)).toEqual(['10⁻³', '1', '10³'])
  expect(lossTicks(scale, 100).length).toBe(11)
})

test('the numbers of a linear scale are round and within the range', () => {
  const scale = lossScale('linear', { min: -0.3, max: 1.1, leastPositive: 0.1, escapes: false })
  expect(lossTicks(scale, 3).map(({ text }) => text)).toEqual(['0', '0.5', '1'])
})
