import type { HeightField } from '../analysis/types'
import type { HeightScale } from '../surfaces/surface'
import { robustRange } from './robust-range'

/**
 * How a loss becomes a height: linear, or log(1 + (f - min)/s) with s a 22nd of the range, which opens flat valleys under
 * tall walls without sharpening their minima into spikes. The drawn range fills 0 to 1; what lies outside it is pressed
 * smoothly into a margin, so that a pole ends in a plateau. Shared by the landscape, the map and the thumbnails.
 */
export interface HeightMapping {
  readonly scale: HeightScale
  /** Losses that are drawn at heights 0 and 1. */
  readonly min: number
  readonly max: number
  /** Height of a loss: -MARGIN to 1 + MARGIN, at the ends for infinities; NaN for NaN. */
  toUnit(f: number): number
  /** The loss at a height between 0 and 1. */
  fromUnit(unit: number): number
  /** d height / d f. */
  slope(f: number): number
}

/** Heights outside the drawn range are squeezed into this much above and below it. */
export const MARGIN = 0.06

const LOG_FRACTION = 22
const LOG_TOTAL = Math.log1p(LOG_FRACTION)

export function heightMapping(field: HeightField, scale: HeightScale): HeightMapping {
  const { min, max } = robustRange(field)
  return mappingOf(min, max, scale)
}

/** The mapping of a known range. A flat surface lies at height 0. */
export function mappingOf(min: number, max: number, scale: HeightScale): HeightMapping {
  const range = max > min ? max - min : Math.max(Math.abs(min), 1)
  const linear = (f: number) => (f - min) / range
  if (scale === 'linear') {
    return {
      scale,
      min,
      max: min + range,
      toUnit: (f) => squeeze(linear(f)),
      fromUnit: (unit) => min + unit * range,
      slope: (f) => squeezeSlope(linear(f)) / range,
    }
  }
  const raw = (t: number) => (t >= 0 ? Math.log1p(t * LOG_FRACTION) : t * LOG_FRACTION) / LOG_TOTAL
  return {
    scale,
    min,
    max: min + range,
    toUnit: (f) => squeeze(raw(linear(f))),
    fromUnit: (unit) => min + (range * Math.expm1(unit * LOG_TOTAL)) / LOG_FRACTION,
    slope: (f) => {
      const t = linear(f)
      return (squeezeSlope(raw(t)) * LOG_FRACTION) / ((1 + Math.max(t, 0) * LOG_FRACTION) * LOG_TOTAL * range)
    },
  }
}

/** The identity on 0…1, continued with a continuous slope towards -MARGIN and 1 + MARGIN. */
function squeeze(unit: number): number {
  if (unit > 1) return 1 + MARGIN * -Math.expm1((1 - unit) / MARGIN)
  if (unit < 0) return MARGIN * Math.expm1(unit / MARGIN)
  return unit
}

function squeezeSlope(unit: number): number {
  if (unit > 1) return Math.exp((1 - unit) / MARGIN)
  if (unit < 0) return Math.exp(unit / MARGIN)
  return 1
}

/** Linear or logarithmic, by what the samples look like: most of the ground low, a few tall walls around it. */
export function suggestScale(field: HeightField): HeightScale {
  const finite = field.f.filter(Number.isFinite).sort()
  const median = finite[finite.length >> 1]
  if (median === undefined) return 'linear'
  return (median - field.min) / (field.max - field.min || 1) < 0.12 ? 'log' : 'linear'
}
