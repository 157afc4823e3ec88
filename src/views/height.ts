import type { HeightField } from '../analysis/types'
import type { HeightScale } from '../surfaces/surface'

/** Isolines over the whole range of heights; every fifth is drawn stronger. */
export const ISOLINES = 32

/**
 * How a loss becomes a height between 0 and 1: linear, or log(1 + (f - min)/s) with s a 22nd of the range, which opens
 * flat valleys under tall walls without sharpening their minima into spikes. Shared by landscape, map and pictures.
 */
export interface HeightMapping {
  readonly min: number
  readonly range: number
  /** 1/s for the logarithm, or 0 for linear. */
  readonly steepness: number
  /** Height of the loss `f`; beyond 0…1 where f is outside the sampled range. */
  toUnit(f: number): number
  /** d height / d f. */
  slope(f: number): number
}

const LOG_FRACTION = 22

export function heightMapping(field: Pick<HeightField, 'min' | 'max'>, scale: HeightScale): HeightMapping {
  const { min } = field
  const range = field.max > min ? field.max - min : 1
  if (scale === 'linear') {
    return { min, range, steepness: 0, toUnit: (f) => (f - min) / range, slope: () => 1 / range }
  }
  const steepness = LOG_FRACTION / range
  const total = Math.log1p(LOG_FRACTION)
  return {
    min,
    range,
    steepness,
    // Below the sampled minimum the logarithm is continued by its tangent.
    toUnit: (f) => (f >= min ? Math.log1p((f - min) * steepness) : (f - min) * steepness) / total,
    slope: (f) => steepness / (1 + Math.max(f - min, 0) * steepness) / total,
  }
}

/** Between log and linear, by what the samples look like: positive decades under a few tall walls want the logarithm. */
export function suggestScale(field: HeightField): HeightScale {
  const finite = Float64Array.from(field.f.filter(Number.isFinite)).sort()
  if (finite.length === 0) return 'linear'
  const median = finite[finite.length >> 1]!
  return (median - field.min) / (field.max - field.min || 1) < 0.12 ? 'log' : 'linear'
}
