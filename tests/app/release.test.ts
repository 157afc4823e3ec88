import { describe, expect, it } from 'vitest'
import { sensible } from '../../src/app/ground/use-release'

describe('the digits of a place picked by a pointer', () => {
  it.each([
    [1.23456789, [-5, 5], 1.23],
    [1.23456789, [0, 1], 1.235],
    [1.23456789e-5, [0, 1e-4], 1.23e-5],
    [123.456, [0, 1e6], 123],
    [-0.000001, [-5, 5], 0],
  ] as const)('%d within %j is %d', (value, interval, expected) => {
    expect(sensible(value, interval)).toBeCloseTo(expected, 12)
  })

  it('moves no place by more than a thousandth of the domain', () => {
    for (const interval of [
      [-5, 5],
      [0, 1e-9],
      [-1e7, 3e7],
    ] as const) {
      const width = interval[1] - interval[0]
      for (const share of [0.1, 0.31415926, 0.77777]) {
        const value = interval[0] + share * width
        expect(Math.abs(sensible(value, interval) - value)).toBeLessThanOrEqual(width / 1000)
      }
    }
  })
})
