import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualScale } from '../../../src/app/climbers/noise-scale'
import { newSeed } from '../../../src/app/climbers/noise-seed'

test('a new seed is another one, whole and short', () => {
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), unit, (present, chance) => {
      const seed = newSeed(present, () => chance)
      expect(Number.isInteger(seed)).toBe(true)
      expect(seed).not.toBe(present)
      expect(seed).toBeGreaterThanOrEqual(1)
      expect(seed).toBeLessThan(10_000)
    }),
  )
})

test('noise is at first a fifth of the slope at the start, in one digit', () => {
  expect(usualScale({ gradient: Float64Array.of(30, 40, 1, 1) })).toBe(10)
  expect(usualScale({ gradient: Float64Array.of(0, 0.0123) })).toBe(0.002)
})

test.each([
  ['no walk', null],
  ['level ground', { gradient: Float64Array.of(0, 0) }],
  ['a slope that is not there', { gradient: Float64Array.of(Number.NaN, 1) }],
])('with %s it is 1', (_, trajectory) => {
  expect(usualScale(trajectory)).toBe(1)
})
