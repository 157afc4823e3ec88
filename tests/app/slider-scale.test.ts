import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPosition, STEPS, toPosition } from '../../src/app/controls/slider-scale'

const linear = { min: -5, max: 5 } as const
const log = { min: 1e-5, max: 10, scale: 'log' } as const

describe('a slider', () => {
  it.each([
    ['linear', linear],
    ['log', log],
  ])('comes back to every position it was put to (%s)', (_, range) => {
    for (let position = 0; position <= STEPS; position++) {
      expect(toPosition(fromPosition(position, range), range)).toBe(position)
    }
  })

  it('ends exactly where its range ends', () => {
    for (const range of [linear, log]) {
      expect(fromPosition(0, range)).toBe(range.min)
      expect(fromPosition(STEPS, range)).toBe(range.max)
    }
  })

  it('stands at an end for values beyond its range, zero under a logarithm included', () => {
    expect(toPosition(0, log)).toBe(0)
    expect(toPosition(-1, log)).toBe(0)
    expect(toPosition(1e9, log)).toBe(STEPS)
    expect(toPosition(-6, linear)).toBe(0)
  })

  it('offers values with no more digits than it can resolve', () => {
    const places = (value: number) => String(value).split('.')[1]?.length ?? 0
    for (let position = 0; position <= STEPS; position++) {
      expect(places(fromPosition(position, linear))).toBeLessThanOrEqual(2)
      expect(Number(fromPosition(position, log).toPrecision(3))).toBe(fromPosition(position, log))
    }
  })

  it('never goes back when it goes on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: STEPS - 1 }), (position) => {
        for (const range of [linear, log]) {
          expect(fromPosition(position + 1, range)).toBeGreaterThan(fromPosition(position, range))
        }
      }),
    )
  })
})
