import type { HeightMapping } from './height'
import { roundStep } from './ticks'

/** About so many lines of equal height over the drawn range. */
const LINES = 28

/**
 * Which lines of equal height are drawn. Line number n (a whole number) lies at height (n - offset) / perUnit; where
 * n is a multiple of `every` it is drawn stronger. On a linear scale the losses are round numbers.
 */
export interface Isolines {
  readonly perUnit: number
  readonly offset: number
  readonly every: number
  readonly levels: readonly Isoline[]
}

export interface Isoline {
  /** The loss along this line. */
  readonly value: number
  /** Its height, 0 to 1. */
  readonly unit: number
  readonly major: boolean
}

export function isolines(mapping: HeightMapping, lines: number = LINES): Isolines {
  const { perUnit, offset, every } = mapping.scale === 'linear' ? roundLosses(mapping, lines) : evenHeights(lines)
  const first = Math.ceil(offset + 1e-9)
  const count = Math.max(Math.ceil(offset + perUnit - 1e-9) - first, 0)
  const levels = Array.from({ length: count }, (_, k) => {
    const unit = (first + k - offset) / perUnit
    return { value: mapping.fromUnit(unit), unit, major: (first + k) % every === 0 }
  })
  return { perUnit, offset, every, levels }
}

function roundLosses({ min, max }: HeightMapping, lines: number) {
  const step = roundStep((max - min) / lines)
  const leading = Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9))
  // Strong lines at multiples of 5, 10 or 20.
  const every = leading === 5 ? 4 : 5
  const offset = min / step
  // Only the remainder matters for which lines are strong, and it keeps its precision as a float in a shader.
  return { perUnit: (max - min) / step, offset: offset - Math.floor(offset / every) * every, every }
}

/** On a logarithmic scale round losses would crowd at the top; the lines are even in height. */
const evenHeights = (lines: number) => ({ perUnit: lines, offset: 0, every: 5 })
