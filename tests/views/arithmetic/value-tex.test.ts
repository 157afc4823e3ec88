import { describe, expect, it } from 'vitest'
import { Level } from '../../../src/expression/print/levels'
import { valueLevel, valueTex } from '../../../src/views/arithmetic/value-tex'

describe('valueTex', () => {
  it.each([
    [0, '0', Level.atom],
    [1 / 3, '0.3333', Level.atom],
    [-1 / 3, '-0.3333', Level.sign],
    [0.5, '0.5', Level.atom],
    [138_834.2, '138834', Level.atom],
    [1.5e-7, '1.5 \\cdot 10^{-7}', Level.product],
    [1e-6, '10^{-6}', Level.power],
    [-2.3456e9, '-2.35 \\cdot 10^{9}', Level.sign],
    [Number.NaN, '\\text{undefined}', Level.atom],
    [Number.NEGATIVE_INFINITY, '-\\infty', Level.sign],
  ])('%d', (value, tex, level) => {
    expect(valueTex(value)).toBe(tex)
    expect(valueLevel(value)).toBe(level)
  })

  it.each([
    [0.99999, '0.99999'],
    [1e-8, '10^{-8}'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('%d in full', (value, tex) => {
    expect(valueTex(value, true)).toBe(tex)
  })
})
