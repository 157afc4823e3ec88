import { expect, test } from 'vitest'
import { HEIGHT, meshUnit } from '../../../src/views/landscape/block'
import { TrailGeometry } from '../../../src/views/landscape/trail-geometry'
import { clip, OUTSIDE, trailPoints } from '../../../src/views/landscape/trail-points'
import { createPlace, placeAt } from '../../../src/views/landscape/walk'
import { ground, walkThrough } from './fixtures'

const { block, height } = ground('sin(3 x) + cos(3 y)')

test('a long jump is laid over the ground: no point of the trail is off the triangles', () => {
  const points = trailPoints(
    block,
    walkThrough([
      [-1.9, -1.9],
      [1.9, 1.7],
    ]),
    height,
    1000,
  )
  expect(points.length).toBeGreaterThan(60)
  for (const { x, y, z } of points) expect(y).toBeCloseTo(meshUnit(block, x, z) * HEIGHT, 9)
  expect(points[0]).toMatchObject({ step: 0, along: 0, jump: true })
  expect(points.at(-1)!.step).toBe(1)
  for (let k = 1; k < points.length; k++) {
    expect(points[k]!.step).toBeGreaterThan(points[k - 1]!.step)
    expect(points[k]!.along).toBeGreaterThan(points[k - 1]!.along)
  }
})

test('moves too short to be seen are merged, but the last place is kept', () => {
  const places = Array.from({ length: 501 }, (_, k) => [k * 1e-5, 0] as const)
  const points = trailPoints(block, walkThrough(places), height, 4000)
  expect(points.length).toBeLessThan(6)
  expect(points.at(-1)!.step).toBe(500)
})

test('a long walk keeps to its budget', () => {
  const places = Array.from({ length: 20_000 }, (_, k) => [2 * Math.sin(k * 0.7), 2 * Math.cos(k * 0.9)] as const)
  expect(trailPoints(block, walkThrough(places), height, 1500).length).toBeLessThan(2000)
})

test('a walk that leaves the picture and comes back has a jump, and no line across', () => {
  const points = trailPoints(
    block,
    walkThrough([
      [0, 0],
      [0, 50],
      [50, 50],
      [50, 0],
      [0, 0],
    ]),
    height,
    1000,
  )
  expect(points.filter(({ jump }) => jump)).toHaveLength(2)
  for (const { x, z } of points) expect(Math.max(Math.abs(x), Math.abs(z))).toBeLessThanOrEqual(1 + OUTSIDE + 1e-9)
})

test('a walk ends where it is not finite', () => {
  const points = trailPoints(
    block,
    walkThrough([
      [0, 0],
      [1, 0],
      [Number.NaN, 0],
      [0, 1],
    ]),
    height,
    1000,
  )
  expect(points.at(-1)!.step).toBe(1)
})

test.each([
  ['inside', [0, 0, 1, 1], [0, 1]],
  ['leaving', [0, 0, 7.6, 0], [0, 0.5]],
  ['entering', [7.6, 0, 0, 0], [0.5, 1]],
  ['passing by', [9, 9, 9, -9], undefined],
  ['standing outside', [9, 9, 9, 9], undefined],
] as const)('of a move %s, the part within reach is kept', (_, [x0, y0, x1, y1], part) => {
  const kept = clip(block, x0, y0, x1, y1)
  if (part === undefined) expect(kept).toBeUndefined()
  else {
    expect(kept![0]).toBeCloseTo(part[0], 9)
    expect(kept![1]).toBeCloseTo(part[1], 9)
  }
})

test('trails of all climbers are one list in the order of time, of which playback draws a prefix', () => {
  const trails = new TrailGeometry()
  const walks = [
    walkThrough([
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
    walkThrough([
      [-1, 0],
      [-1, 1],
      [0, 1],
    ]),
  ]
  const points = walks.map((walk) => trailPoints(block, walk, height, 500))
  trails.set(points)
  const timing = trails.geometry.getAttribute('timing')
  const who = trails.geometry.getAttribute('who')
  const pieces = points.reduce((sum, each) => sum + each.length - 1, 0)
  const begins = Array.from({ length: pieces }, (_, n) => timing.getX(4 * n))
  expect(begins).toEqual([...begins].sort((a, b) => a - b))
  expect(new Set(Array.from({ length: pieces }, (_, n) => who.getX(4 * n)))).toEqual(new Set([0, 1]))
  trails.show(0)
  expect(trails.geometry.drawRange.count).toBe(0)
  trails.show(1)
  expect(trails.geometry.drawRange.count).toBe(6 * begins.filter((begin) => begin < 1).length)
  trails.show(2)
  expect(trails.geometry.drawRange.count).toBe(6 * pieces)
  trails.set([])
  trails.show(2)
  expect(trails.geometry.drawRange.count).toBe(0)
  trails.dispose()
})

test('a climber stands on the ground between two points of her walk', () => {
  const place = createPlace()
  placeAt(
    block,
    walkThrough([
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
    height,
    1.5,
    place,
  )
  expect(place).toMatchObject({ theta0: 1, theta1: 0.5, point: 1, inReach: true })
  expect(place.y).toBeCloseTo(meshUnit(block, place.x, place.z) * HEIGHT, 9)
  placeAt(
    block,
    walkThrough([
      [0, 0],
      [1, 0],
    ]),
    height,
    99,
    place,
  )
  expect(place).toMatchObject({ theta0: 1, point: 1 })
})

test('a climber who has left is shown where she was last seen', () => {
  const place = createPlace()
  placeAt(
    block,
    walkThrough([
      [0, 0],
      [1000, 0],
      [1e6, 0],
    ]),
    height,
    2,
    place,
  )
  expect(place.inReach).toBe(false)
  expect(place.x).toBeCloseTo(1 + OUTSIDE, 2)
  placeAt(
    block,
    walkThrough([
      [0, 0],
      [1, 0],
      [Number.NaN, 0],
    ]),
    height,
    2,
    place,
  )
  expect(place).toMatchObject({ inReach: true, theta0: 1, point: 1 })
})

test('nobody has walked yet: there is nothing to draw, before the first trail and after the last', () => {
  const trails = new TrailGeometry()
  trails.set([[], trailPoints(block, walkThrough([[0, 0]]), height, 500)])
  trails.show(10)
  expect(trails.geometry.drawRange.count).toBe(0)
  const walk = walkThrough([
    [0, 0],
    [1, 0],
  ])
  trails.set([trailPoints(block, walk, height, 500)])
  trails.set([[]])
  trails.show(10)
  expect(trails.geometry.drawRange.count).toBe(0)
})
