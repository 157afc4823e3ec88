import { describe, expect, it } from 'vitest'
import { readNumber } from '../../src/app/controls/NumberField'

describe('a number as people type it', () => {
  it.each([
    ['0.5', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    [' −3.25 ', -3.25],
    ['-3', -3],
    ['+2', 2],
    ['0,01', 0.01],
    ['1e-3', 0.001],
    ['1E5', 100_000],
    ['−1e−4', -1e-4],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  it.each(['', ' ', 'x', '1x', '1,000.5', '1.2.3', '--1', 'Infinity', 'NaN', '0x10', '1e'])('refuses %j', (text) => {
    expect(readNumber(text)).toBeNaN()
  })
})
