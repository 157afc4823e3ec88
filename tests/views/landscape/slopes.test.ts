import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HEIGHT, worldX, worldZ } from '../../../src/views/landscape/block'
import { arrowLength, createSlope, slopeAtPlace, slopeOf } from '../../../src/views/landscape/slopes'
import { createPlace, placeAt } from '../../../src/views/landscape/walk'
import { ground, walkThrough } from './fixtures'

test.each([false, true])(
  'the slope is the rise of the drawn relief along the step that is taken (uphill: %s)',
  (up) => {
    const { surface, block, height } = ground('x^2 + 3 x y - cos(2 y)', { x: [-2, 2], y: [-1, 3] })
    fc.assert(
      fc.property(
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        fc.double({ min: -0.5, max: 2.5, noNaN: true }),
        (x, y) => {
          const g = new Float64Array(2)
          surface.gradient(Float64Array.of(x, y), g)
          fc.pre(Math.hypot(g[0]!, g[1]!) > 0.05)
          const f = height(x, y)
          fc.pre(f > block.mapping.min && f < block.mapping.max)
          const slope = slopeOf(block, f, g[0]!, g[1]!, up, createSlope())
          expect(Math.hypot(slope.x, slope.z)).toBeCloseTo(1, 12)
          // A small step of the optimizer, seen in the world.
          const h = (up ? 1 : -1) * 1e-6
          const [x1, y1] = [x + h * g[0]!, y + h * g[1]!]
          const run = Math.hypot(worldX(block, x1) - worldX(block, x), worldZ(block, y1) - worldZ(block, y))
          const rise = (block.mapping.toUnit(height(x1, y1)) - block.mapping.toUnit(f)) * HEIGHT
          expect((worldX(block, x1) - worldX(block, x)) / run).toBeCloseTo(slope.x, 4)
          expect((worldZ(block, y1) - worldZ(block, y)) / run).toBeCloseTo(slope.z, 4)
          expect(rise / run).toBeCloseTo((up ? 1 : -1) * slope.steepness, 3)
        },
      ),
    )
  },
)

test('level ground, infinite and missing slopes have no direction', () => {
  const { block } = ground('x')
  for (const [gx, gy] of [
    [0, 0],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 0],
  ] as const) {
    expect(slopeOf(block, 0, gx, gy, false, createSlope()).steepness).toBe(0)
  }
})

test('between two points of a walk the gradient turns from one to the other', () => {
  const { block, height } = ground('x^2 + y^2')
  const walk = walkThrough(
    [
      [1, 0],
      [0, 1],
    ],
    [2, 0, 0, 2],
  )
  const place = createPlace()
  const directionAt = (step: number) => {
    placeAt(block, walk, height, step, place)
    const { x, z } = slopeAtPlace(block, walk, place, step, false, createSlope())
    return [x, z].map((value) => Math.round(value * 100) / 100 + 0)
  }
  expect(directionAt(0)).toEqual([-1, 0])
  expect(directionAt(0.5)).toEqual([-0.71, 0.71])
  expect(directionAt(1)).toEqual([0, 1])
})

test('arrows grow with the slope, stay in proportion, and vanish on level ground', () => {
  const lengths = [0, 0.001, 0.02, 0.5, 5, 1e9].map(arrowLength)
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
  expect(lengths[0]).toBe(0)
  expect(lengths.at(-1)).toBeLessThan(0.25)
})
