import { describe, expect, it } from 'vitest'
import { readingAt, sayReading } from '../../src/app/ground/reading'
import { createSurface } from '../../src/surfaces/create'

const surface = (formula: string) =>
  createSurface({ title: '', formula, parameters: {}, domain: { x: [-5, 5], y: [-5, 5] }, heightScale: 'linear' })

describe('a reading of the ground', () => {
  it('is exact', () => {
    const { f, slope, downhill } = readingAt(surface('x^2 + y^2'), 3, 4)
    expect([f, slope]).toEqual([25, 10])
    expect(downhill).toEqual([-0.6, -0.8])
  })

  it('has no direction where the ground is level, or has no slope', () => {
    expect(readingAt(surface('x^2 + y^2'), 0, 0).downhill).toBeNull()
    expect(readingAt(surface('log(x)'), -1, 0).downhill).toBeNull()
  })

  it('is said in words', () => {
    expect(sayReading(readingAt(surface('x^2 + y^2'), 3, 4))).toBe(
      '(3, 4): f 25, slope 10, downhill along (−0.6, −0.8)',
    )
    expect(sayReading(readingAt(surface('x^2 + y^2'), 0, 0))).toBe('(0, 0): f 0, slope 0')
  })
})
