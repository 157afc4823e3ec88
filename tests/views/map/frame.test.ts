import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  between,
  clampPose,
  frameOf,
  fromPixelX,
  fromPixelY,
  type MapPose,
  panned,
  placeUnder,
  toPixelX,
  toPixelY,
  WHOLE,
  ZOOM,
  zoomed,
} from '../../../src/views/map/frame'
import { blockOf, frame, insets, size } from './fixtures'

const poses = fc.record({
  x: fc.double({ min: -1, max: 1, noNaN: true }),
  z: fc.double({ min: -1, max: 1, noNaN: true }),
  zoom: fc.double({ min: ZOOM.least, max: ZOOM.most, noNaN: true }),
})
const places = fc.double({ min: -3, max: 3, noNaN: true })
const domains = [
  { x: [-2, 2], y: [-2, 2] },
  { x: [0, 10], y: [-1, 1] },
  { x: [5, 6], y: [-300, 100] },
] as const

test.each(domains)('a place of $x × $y is found again under its pixel, however near one is', (domain) => {
  fc.assert(
    fc.property(poses, places, places, (pose, u, v) => {
      const now = frame(pose, domain)
      const x = domain.x[0] + ((u + 2) / 4) * (domain.x[1] - domain.x[0])
      const y = domain.y[0] + ((v + 2) / 4) * (domain.y[1] - domain.y[0])
      const tolerance = 1e-9 * (domain.x[1] - domain.x[0] + domain.y[1] - domain.y[0] + 300)
      expect(Math.abs(fromPixelX(now, toPixelX(now, x)) - x)).toBeLessThan(tolerance)
      expect(Math.abs(fromPixelY(now, toPixelY(now, y)) - y)).toBeLessThan(tolerance)
    }),
  )
})

test('north is up and east is right', () => {
  const now = frame()
  expect(toPixelY(now, 1)).toBeLessThan(toPixelY(now, 0))
  expect(toPixelX(now, 1)).toBeGreaterThan(toPixelX(now, 0))
})

test('both axes have one scale, unless the domain is extremely long', () => {
  const plain = frame(WHOLE, { x: [-2, 2], y: [0, 3] })
  expect(toPixelX(plain, 1) - toPixelX(plain, 0)).toBeCloseTo(toPixelY(plain, 0) - toPixelY(plain, 1), 6)
  const long = frame(WHOLE, { x: [0, 100], y: [0, 1] })
  expect((long.sheet.right - long.sheet.left) / (long.sheet.bottom - long.sheet.top)).toBeCloseTo(2, 6)
})

test('the whole sheet and its numbers lie in what the panels leave free', () => {
  for (const domain of domains) {
    const { sheet, room, free } = frame(WHOLE, domain)
    expect(sheet.left).toBeGreaterThanOrEqual(room.left - 1e-9)
    expect(sheet.right).toBeLessThanOrEqual(room.right + 1e-9)
    expect(sheet.top).toBeGreaterThanOrEqual(room.top - 1e-9)
    expect(sheet.bottom).toBeLessThanOrEqual(room.bottom + 1e-9)
    expect(free).toEqual({ left: 200, top: 50, right: 900, bottom: 650 })
    expect(sheet.left - free.left).toBeGreaterThan(40)
    expect(free.bottom - sheet.bottom).toBeGreaterThan(40)
  }
})

test('panels that cover everything still leave a sheet', () => {
  const tiny = frameOf(
    blockOf('x + y'),
    { width: 300, height: 200 },
    { left: 200, right: 200, top: 150, bottom: 150 },
    WHOLE,
  )
  expect(tiny.scale).toBeGreaterThan(0)
  expect(tiny.sheet.right).toBeGreaterThan(tiny.sheet.left)
})

test('what lies under the pointer stays there while one comes nearer, as long as the cross-hair stays on the sheet', () => {
  fc.assert(
    fc.property(
      poses,
      fc.double({ min: 1, max: 3, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (pose, factor, aside) => {
        const before = frame(pose)
        const pixel = { x: before.centre.x + aside * 100, y: before.centre.y - aside * 60 }
        const place = placeUnder(before, pixel.x, pixel.y)
        fc.pre(place !== undefined)
        const after = frame(zoomed(before, factor, pixel.x, pixel.y))
        expect(toPixelX(after, place!.x)).toBeCloseTo(pixel.x, 5)
        expect(toPixelY(after, place!.y)).toBeCloseTo(pixel.y, 5)
      },
    ),
  )
})

test('a drag moves the ground with the finger, and stops where the cross-hair would leave the sheet', () => {
  const before = frame({ x: 0, z: 0, zoom: 4 })
  const after = frame(panned(before, 30, -20))
  expect(toPixelX(after, 0) - toPixelX(before, 0)).toBeCloseTo(30, 9)
  expect(toPixelY(after, 0) - toPixelY(before, 0)).toBeCloseTo(-20, 9)
  expect(panned(before, -1e6, 1e6)).toMatchObject({ x: 1, z: -1 })
})

test('no pose leaves the limits', () => {
  const wild = fc.record({
    x: fc.double({ noNaN: true }),
    z: fc.double({ noNaN: true }),
    zoom: fc.double({ noNaN: true }),
  })
  fc.assert(
    fc.property(wild, (pose: MapPose) => {
      const { x, z, zoom } = clampPose({ halfX: 1, halfZ: 0.5 }, pose)
      expect(Math.abs(x)).toBeLessThanOrEqual(1)
      expect(Math.abs(z)).toBeLessThanOrEqual(0.5)
      expect(zoom).toBeGreaterThanOrEqual(ZOOM.least)
      expect(zoom).toBeLessThanOrEqual(ZOOM.most)
    }),
  )
})

test('beside the sheet there is no place', () => {
  const now = frame()
  expect(placeUnder(now, now.sheet.left - 1, now.centre.y)).toBeUndefined()
  expect(placeUnder(now, now.centre.x, now.sheet.bottom + 1)).toBeUndefined()
  expect(placeUnder(now, now.centre.x, now.centre.y)).toEqual({ x: expect.closeTo(0, 9), y: expect.closeTo(0, 9) })
})

test('a flight begins and ends where it should, magnifying evenly in proportion', () => {
  const [from, to] = [
    { x: 0, z: 0, zoom: 1 },
    { x: 1, z: -1, zoom: 16 },
  ]
  expect(between(from, to, 0)).toEqual(from)
  expect(between(from, to, 1)).toEqual(to)
  expect(between(from, to, 0.5)).toEqual({ x: 0.5, z: -0.5, zoom: 4 })
})

test('the insets decide where the cross-hair is, not the canvas alone', () => {
  const moved = frameOf(blockOf('x + y'), size, { ...insets, left: insets.left + 100 }, WHOLE)
  expect(moved.centre.x - frame().centre.x).toBeCloseTo(50, 9)
})
