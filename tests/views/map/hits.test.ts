import { expect, test } from 'vitest'
import type { CriticalPoint } from '../../../src/analysis/types'
import type { Climber } from '../../../src/store/types'
import { axisTicks } from '../../../src/views/map/axes'
import { criticalAt, criticalRadius, samePixel } from '../../../src/views/map/critical'
import { flightAt } from '../../../src/views/map/flight'
import { toPixelX, toPixelY } from '../../../src/views/map/frame'
import { gridLines } from '../../../src/views/map/paper'
import { dotRows } from '../../../src/views/map/swarm-layer'
import { flagAt } from '../../../src/views/map/walkers'
import { frame } from './fixtures'

const point = (x: number, y: number): CriticalPoint => ({
  x,
  y,
  value: 0,
  kind: 'saddle',
  eigenvalues: [-1, 1],
  directions: [
    [1, 0],
    [0, 1],
  ],
  certified: true,
})

const climberAt = (x: number, y: number): Climber => ({
  run: { optimizer: 'SGD', start: [x, y], hyperparameters: {}, maximize: false },
  spec: null,
  trajectory: null,
  problem: null,
})

test('the nearest mark within reach is hit', () => {
  const now = frame()
  const points = [point(0, 0), point(0.02, 0), point(1, 1)]
  expect(criticalAt(now, points, toPixelX(now, 0.015), toPixelY(now, 0), 10)).toBe(points[1])
  expect(criticalAt(now, points, toPixelX(now, 1) + 9, toPixelY(now, 1), 10)).toBe(points[2])
  expect(criticalAt(now, points, toPixelX(now, 1) + 11, toPixelY(now, 1), 10)).toBeNull()
})

test('marks shrink where they are many, and never to nothing', () => {
  expect(criticalRadius(100, 600)).toBeLessThan(criticalRadius(10, 600))
  expect(criticalRadius(10_000, 300)).toBeGreaterThan(2)
})

test('two places are the same mark only when they cannot be told apart, also when one comes near', () => {
  for (const zoom of [1, 50]) {
    const now = frame({ x: 0, z: 0, zoom })
    expect(samePixel(now, { x: 0.1, y: 0.1 }, { x: 0.1 + 1e-6, y: 0.1 })).toBe(true)
    expect(samePixel(now, { x: 0.1, y: 0.1 }, { x: 0.12, y: 0.1 })).toBe(false)
  }
})

test('a flag is taken at its foot and by its pennant, the topmost of several', () => {
  const now = frame()
  const climbers = [climberAt(0, 0), climberAt(1, 1), climberAt(1, 1)]
  const [x, y] = [toPixelX(now, 0), toPixelY(now, 0)]
  expect(flagAt(now, climbers, x + 3, y + 4, 13)).toBe(0)
  expect(flagAt(now, climbers, x + 5, y - 18, 13)).toBe(0)
  expect(flagAt(now, climbers, x + 40, y, 13)).toBe(-1)
  expect(flagAt(now, climbers, toPixelX(now, 1), toPixelY(now, 1), 13)).toBe(2)
})

test.each([
  [-5, 5, 600],
  [0.001, 0.0011, 400],
  [1e6, 1e6 + 3, 300],
  [-1e-9, 2e-9, 500],
  [0, 1, 60],
])('the numbers from %s to %s are round, apart and differ as text', (low, high, pixels) => {
  const marks = axisTicks(low, high, pixels, 100)
  expect(marks.length).toBeGreaterThanOrEqual(1)
  expect(new Set(marks.map(({ text }) => text)).size).toBe(marks.length)
  for (const { at } of marks) {
    expect(at).toBeGreaterThanOrEqual(low - (high - low) * 1e-6)
    expect(at).toBeLessThanOrEqual(high + (high - low) * 1e-6)
  }
})

test('the paper has lines at multiples of a round number, a hand apart', () => {
  expect(gridLines(-5, 5, 600)).toEqual([-4, -2, 0, 2, 4])
})

test('a dot of pixels is round and symmetric', () => {
  expect(dotRows(0.9)).toEqual([1])
  const rows = dotRows(4)
  expect(rows[0]).toBe(4)
  expect(rows).toEqual([...rows].sort((a, b) => b - a))
})

test('a flight takes its time on the clock of frames and then is over', () => {
  const flight = { from: { x: 0, z: 0, zoom: 1 }, to: { x: 1, z: 0, zoom: 1 }, start: 1000 }
  expect(flightAt(flight, 1000)).toEqual({ pose: flight.from, done: false })
  const half = flightAt(flight, 1125)
  expect(half.pose.x).toBeCloseTo(0.5, 9)
  expect(flightAt(flight, 5000)).toEqual({ pose: flight.to, done: true })
})
