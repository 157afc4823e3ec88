import type { HeightField } from '../analysis/types'

/** How many times the spread of the bulk a border or a pole may rise above it before it is cut. */
const REACH = 3
/** Cutting less than this part of what is left is not worth a plateau. */
const WORTH_CUTTING = 0.5
/** About so many samples decide the quantiles. */
const SAMPLES = 4096
/** A summit whose eight neighbours keep less than this part of its height is a pole between samples, not a hill. */
const RESOLVED = 0.4

/**
 * The heights worth drawing. A hill or a pit inside the domain is always whole; but where the values only grow towards
 * the border, or shoot up between two samples, and dwarf everything else, the range ends `REACH` spreads from the bulk.
 */
export function robustRange(field: HeightField): { min: number; max: number } {
  const sorted = sortedSubset(field)
  if (sorted.length === 0) return { min: field.min, max: field.max }
  const quantile = (q: number) => sorted[Math.round(q * (sorted.length - 1))]!
  const [low, high] = [quantile(0.1), quantile(0.9)]
  const reach = REACH * (high - low)
  const extremes = innerExtremes(field, (low + high) / 2)
  const min = Math.max(field.min, Math.min(high - reach, extremes.min))
  const max = Math.min(field.max, Math.max(low + reach, extremes.max))
  const worth = WORTH_CUTTING * (max - min)
  return { min: min - field.min > worth ? min : field.min, max: field.max - max > worth ? max : field.max }
}

function sortedSubset({ f }: HeightField): Float32Array {
  const stride = Math.max(Math.floor(f.length / SAMPLES), 1)
  const subset = new Float32Array(Math.ceil(f.length / stride))
  let count = 0
  for (let k = 0; k < f.length; k += stride) if (Number.isFinite(f[k]!)) subset[count++] = f[k]!
  return subset.subarray(0, count).sort()
}

/** The lowest pit and the highest hill that have a floor or a top inside the domain and are wider than a sample. */
function innerExtremes({ size, f }: HeightField, middle: number): { min: number; max: number } {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  const around = [-size - 1, -size, -size + 1, -1, 1, size - 1, size, size + 1]
  for (let j = 1; j + 1 < size; j++) {
    for (let i = 1; i + 1 < size; i++) {
      const k = j * size + i
      const here = f[k]!
      if (!(here < min || here > max)) continue
      let low = Number.POSITIVE_INFINITY
      let high = Number.NEGATIVE_INFINITY
      for (const step of around) {
        low = Math.min(low, f[k + step]!)
        high = Math.max(high, f[k + step]!)
      }
      // NaN beside it fails both comparisons.
      if (here >= high && low - middle >= RESOLVED * (here - middle)) max = Math.max(max, here)
      if (here <= low && high - middle <= RESOLVED * (here - middle)) min = Math.min(min, here)
    }
  }
  return { min, max }
}
