import { expect, test } from 'vitest'
import { createRandom } from '../../src/math/random'

const draw = (seed: number, count: number) => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => random.uniform())
}

test('a seed determines the stream, and neighbouring seeds have nothing in common', () => {
  expect(draw(7, 100)).toEqual(draw(7, 100))
  const [a, b] = [draw(7, 2000), draw(8, 2000)]
  const correlation = a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i]! - 0.5), 0) / 2000 / (1 / 12)
  expect(Math.abs(correlation)).toBeLessThan(0.08)
})

test('uniform numbers fill [0, 1) evenly', () => {
  const values = draw(1, 100_000)
  expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0)
  const counts = new Array<number>(100).fill(0)
  for (const value of values) counts[Math.floor(value * 100)]!++
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  // 99 degrees of freedom: the middle 99.8 %.
  expect(chiSquare).toBeGreaterThan(60)
  expect(chiSquare).toBeLessThan(149)
})

test('gaussian numbers have the moments of a normal distribution', () => {
  const random = createRandom(42)
  const values = Array.from({ length: 100_000 }, () => random.gaussian())
  const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length
  expect(Math.abs(moment(1))).toBeLessThan(0.012)
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.02)
  expect(Math.abs(moment(3))).toBeLessThan(0.05)
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.12)
})
