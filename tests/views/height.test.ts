import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleField } from '../../src/analysis/field'
import type { HeightField } from '../../src/analysis/types'
import { createSurface } from '../../src/surfaces/create'
import type { HeightScale } from '../../src/surfaces/surface'
import { heightMapping, MARGIN, mappingOf, suggestScale } from '../../src/views/height'
import { isolines } from '../../src/views/isolines'
import { robustRange } from '../../src/views/robust-range'

const scales: readonly HeightScale[] = ['linear', 'log']

function fieldOf(formula: string, half = 3, size = 129): HeightField {
  const domain = { x: [-half, half], y: [-half, half] } as const
  return sampleField(createSurface({ title: formula, formula, domain, parameters: {}, heightScale: 'linear' }), size)
}

test.each(scales)(
  'the %s height rises with the loss, from 0 to 1 over the range, and never leaves its margins',
  (scale) => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: -3, max: 4, noNaN: true }),
        fc.double({ min: 1e-4, max: 1, noNaN: true }),
        (min, range, place, more) => {
          const mapping = mappingOf(min, min + range, scale)
          const low = mapping.toUnit(min + place * range)
          const high = mapping.toUnit(min + (place + more) * range)
          expect(high).toBeGreaterThanOrEqual(low)
          expect(low).toBeGreaterThanOrEqual(-MARGIN)
          expect(high).toBeLessThanOrEqual(1 + MARGIN)
        },
      ),
    )
    const mapping = mappingOf(-3, 5, scale)
    expect(mapping.toUnit(-3)).toBeCloseTo(0, 12)
    expect(mapping.toUnit(5)).toBeCloseTo(1, 12)
  },
)

test.each(scales)('the %s slope is the derivative of the height, also in the margins', (scale) => {
  const mapping = mappingOf(1, 9, scale)
  for (const f of [0.7, 0.9, 1.1, 2, 5, 8.9, 9.2, 9.9]) {
    const h = 1e-6
    expect(mapping.slope(f)).toBeCloseTo((mapping.toUnit(f + h) - mapping.toUnit(f - h)) / (2 * h), 6)
  }
})

test.each(scales)('%s heights come back as losses', (scale) => {
  const mapping = mappingOf(-2, 40, scale)
  for (const unit of [0, 0.01, 0.3, 0.77, 1]) expect(mapping.toUnit(mapping.fromUnit(unit))).toBeCloseTo(unit, 12)
})

test('infinities have heights, NaN has none', () => {
  const mapping = mappingOf(0, 1, 'log')
  expect(mapping.toUnit(Number.POSITIVE_INFINITY)).toBeCloseTo(1 + MARGIN, 12)
  expect(mapping.toUnit(Number.NEGATIVE_INFINITY)).toBeCloseTo(-MARGIN, 12)
  expect(mapping.toUnit(Number.NaN)).toBeNaN()
})

test.each([
  ['a bowl', 'x^2 + y^2'],
  ['a narrow hill on a plain', 'exp(-40(x^2 + y^2))'],
  ['a narrow pit in a plain', '-exp(-40((x-1)^2 + y^2))'],
  ['a saddle', 'x y'],
  ['many valleys', 'sin(3x) cos(4y)'],
])('%s is drawn whole', (_, formula) => {
  const field = fieldOf(formula)
  expect(robustRange(field)).toEqual({ min: field.min, max: field.max })
})

test.each([
  ['a pole', '1/(x^2 + y^2 + 1e-9)'],
  ['rows of poles', 'tan(2x) + y'],
  ['a corner that dwarfs the rest', 'exp(2.5 (x + y))'],
])('%s does not flatten the rest', (_, formula) => {
  const field = fieldOf(formula, 3, 257)
  const mapping = heightMapping(field, 'linear')
  expect(mapping.max).toBeLessThan(field.max)
  const heights = [...field.f].map((f) => mapping.toUnit(f)).sort((a, b) => a - b)
  // The bulk takes a good part of the picture, which the full range would deny it.
  expect(heights[Math.floor(0.97 * heights.length)]! - heights[Math.floor(0.03 * heights.length)]!).toBeGreaterThan(0.2)
})

test('a flat surface lies at height 0, and one without a finite value does no harm', () => {
  const flat = heightMapping(fieldOf('5 + 0 x'), 'linear')
  expect(flat.toUnit(5)).toBe(0)
  expect(Number.isFinite(flat.slope(5))).toBe(true)
  const nothing = heightMapping(fieldOf('sqrt(-1 - x^2)'), 'log')
  expect(nothing.toUnit(0)).toBe(0)
})

test('tall walls around a low valley ask for the logarithm', () => {
  expect(suggestScale(fieldOf('(1-x)^2 + 100(y-x^2)^2'))).toBe('log')
  expect(suggestScale(fieldOf('x^2 + y^2'))).toBe('linear')
})

test.each([
  [0, 1],
  [-8.1, 6.55],
  [0, 890],
  [1e6, 1e6 + 3],
  [-2e-7, 5e-7],
])('linear isolines from %s to %s lie at round losses, strong ones at rounder', (min, max) => {
  const { levels, perUnit, offset, every } = isolines(mappingOf(min, max, 'linear'))
  expect(levels.length).toBeGreaterThan(18)
  expect(levels.length).toBeLessThan(50)
  const step = (max - min) / perUnit
  expect(step / 10 ** Math.round(Math.log10(step))).toSatisfy((m: number) =>
    [0.5, 1, 2, 5].some((nice) => Math.abs(m / nice - 1) < 1e-6),
  )
  for (const { value, unit, major } of levels) {
    expect(Math.abs(value / step - Math.round(value / step))).toBeLessThan(1e-6)
    const line = unit * perUnit + offset
    expect(line).toBeCloseTo(Math.round(line), 6)
    expect(major).toBe(Math.round(line) % every === 0)
  }
  const strong = levels.filter(({ major }) => major).map(({ value }) => value / (step * every))
  for (const multiple of strong) expect(multiple).toBeCloseTo(Math.round(multiple), 6)
})

test('logarithmic isolines are even in height', () => {
  const { levels } = isolines(mappingOf(0, 100, 'log'), 20)
  expect(levels.length).toBe(19)
  levels.forEach(({ unit, value }, k) => {
    expect(unit).toBeCloseTo((k + 1) / 20, 12)
    expect(mappingOf(0, 100, 'log').toUnit(value)).toBeCloseTo(unit, 9)
  })
})
