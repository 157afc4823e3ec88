import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clip } from '../../../src/views/map/clip'
import { toPixelX, toPixelY } from '../../../src/views/map/frame'
import { cornerAt, reachOf, type Trail, trailOf } from '../../../src/views/map/trail'
import { frame, walk } from './fixtures'

const box = { left: 0, top: 0, right: 10, bottom: 5 }
const coordinate = fc.double({ min: -30, max: 30, noNaN: true })

test('what is kept of a move lies inside the box, and what is cut away outside', () => {
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      coordinate,
      coordinate,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (x0, y0, x1, y1, t) => {
        const kept = clip(x0, y0, x1, y1, box)
        const [x, y] = [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]
        const slack = 1e-6
        const inside = x > slack && x < 10 - slack && y > slack && y < 5 - slack
        const outside = x < -slack || x > 10 + slack || y < -slack || y > 5 + slack
        const isKept = kept !== undefined && t >= kept[0] - 1e-9 && t <= kept[1] + 1e-9
        if (inside) expect(isKept).toBe(true)
        if (outside && kept !== undefined) expect(t > kept[0] + 1e-9 && t < kept[1] - 1e-9).toBe(false)
      },
    ),
  )
})

test('a move that is not finite is never drawn', () => {
  expect(clip(1, 1, Number.NaN, 1, box)).toBeUndefined()
  expect(clip(1, 1, 2, Number.POSITIVE_INFINITY, box)).toBeUndefined()
})

const corners = ({ length, x, y, step }: Trail) =>
  Array.from({ length }, (_, k) => ({ x: x[k]!, y: y[k]!, step: step[k]! }))

test('the trail runs through the pixels of the walk, each at its step', () => {
  const now = frame()
  const places = [
    [0, 0],
    [1, 0.5],
    [1.5, -1],
  ] as const
  const trail = trailOf(now, walk(places), 1000)
  expect(corners(trail)).toEqual(
    places.map(([x, y], step) => ({
      x: expect.closeTo(toPixelX(now, x), 3),
      y: expect.closeTo(toPixelY(now, y), 3),
      step,
    })),
  )
  expect([...trail.jump]).toEqual([1, 0, 0])
})

test('moves that nobody could see are merged, but the last place is kept', () => {
  const now = frame()
  const shuffle = Array.from({ length: 500 }, (_, k) => [1e-6 * k, 0] as const)
  const trail = trailOf(now, walk([...shuffle, [5e-4, 1e-5]]), 1000)
  expect(trail.length).toBe(2)
  expect(trail.step[1]).toBe(500)
})

test('a walk that leaves and comes back is drawn in pieces, with no line between them', () => {
  const now = frame({ x: 0, z: 0, zoom: 8 })
  const trail = trailOf(
    now,
    walk([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ]),
    1000,
  )
  const reach = reachOf(now)
  for (const { x, y } of corners(trail)) {
    expect(x).toBeGreaterThanOrEqual(reach.left - 0.01)
    expect(x).toBeLessThanOrEqual(reach.right + 0.01)
    expect(y).toBeGreaterThanOrEqual(reach.top - 0.01)
    expect(y).toBeLessThanOrEqual(reach.bottom + 0.01)
  }
  expect([...trail.jump]).toEqual([1, 0, 1, 0])
  // The corner where she leaves is reached within the first step, not after it.
  expect(trail.step[1]).toBeGreaterThan(0)
  expect(trail.step[1]).toBeLessThan(1)
  expect([...trail.step]).toEqual([...trail.step].sort((a, b) => a - b))
})

test('it ends before a place that is not finite', () => {
  const trail = trailOf(
    frame(),
    walk(
      [
        [0, 0],
        [1, 1],
        [Number.NaN, 0],
      ],
      'diverged',
    ),
    1000,
  )
  expect(trail.step[trail.length - 1]).toBe(1)
})

test('a walk of one place has no line', () => {
  expect(trailOf(frame(), walk([[0, 0]]), 1000).length).toBe(0)
})

test('a long walk keeps to its budget, its start and its end', () => {
  const now = frame()
  const places = Array.from({ length: 20_001 }, (_, k) => [Math.cos(k), Math.sin(k)] as const)
  const trail = trailOf(now, walk(places), 500)
  expect(trail.length).toBeLessThanOrEqual(502)
  expect(trail.step[0]).toBe(0)
  expect(trail.step[trail.length - 1]).toBe(20_000)
})

test('the length along the line counts every piece, but no gap', () => {
  const now = frame()
  const trail = trailOf(
    now,
    walk([
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
    1000,
  )
  expect(trail.along[2]).toBeCloseTo(toPixelX(now, 1) - toPixelX(now, 0) + toPixelY(now, 0) - toPixelY(now, 1), 3)
})

test('the corner at a playhead is the last one reached', () => {
  const trail = trailOf(
    frame(),
    walk([
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
    1000,
  )
  expect([-1, 0, 0.99, 1, 1.5, 2, 99].map((step) => cornerAt(trail, step))).toEqual([-1, 0, 0, 1, 1, 2, 2])
})
