import type { HeightField } from '../../analysis/types'
import type { Domain } from '../../surfaces/surface'
import type { HeightMapping } from '../height'

/** A slope is believed up to this many times the steepest rise to a neighbouring sample. */
const SLOPE_LIMIT = 1.6

/**
 * What the shader reads, four floats a sample: height 0…1, its rise to the next sample along x and along y, and 1
 * where the loss is finite, 0 in holes. Holes take the height of their neighbours, so that their border is not torn down.
 */
export function fieldTexels(field: HeightField, mapping: HeightMapping, domain: Domain): Float32Array<ArrayBuffer> {
  const { size, f, fx, fy } = field
  const texels = new Float32Array(size * size * 4)
  const cellX = (domain.x[1] - domain.x[0]) / (size - 1)
  const cellY = (domain.y[1] - domain.y[0]) / (size - 1)
  for (let k = 0; k < f.length; k++) {
    const loss = f[k]!
    if (!Number.isFinite(loss)) continue
    const slope = mapping.slope(loss)
    texels[4 * k] = mapping.toUnit(loss)
    texels[4 * k + 1] = slope * fx[k]! * cellX
    texels[4 * k + 2] = slope * fy[k]! * cellY
    texels[4 * k + 3] = 1
  }
  if (field.holes) fillHoleBorders(texels, size)
  limitSlopes(texels, size)
  return texels
}

function fillHoleBorders(texels: Float32Array, size: number): void {
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const k = 4 * (j * size + i)
      if (texels[k + 3] === 1) continue
      let sum = 0
      let count = 0
      for (let b = Math.max(j - 1, 0); b <= Math.min(j + 1, size - 1); b++) {
        for (let a = Math.max(i - 1, 0); a <= Math.min(i + 1, size - 1); a++) {
          const n = 4 * (b * size + a)
          if (texels[n + 3] !== 1) continue
          sum += texels[n]!
          count++
        }
      }
      if (count > 0) texels[k] = sum / count
    }
  }
}

/**
 * Where the samples are too far apart for the surface (ripples, cusps, infinite slopes), expansions by the true slope
 * would shoot past the neighbours; a slope is cut to what the neighbours make plausible.
 */
function limitSlopes(texels: Float32Array, size: number): void {
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const k = 4 * (j * size + i)
      const here = texels[k]!
      const west = i > 0 ? here - texels[k - 4]! : 0
      const east = i + 1 < size ? texels[k + 4]! - here : 0
      const south = j > 0 ? here - texels[k - 4 * size]! : 0
      const north = j + 1 < size ? texels[k + 4 * size]! - here : 0
      texels[k + 1] = limited(texels[k + 1]!, west, east)
      texels[k + 2] = limited(texels[k + 2]!, south, north)
    }
  }
}

function limited(slope: number, before: number, after: number): number {
  const limit = SLOPE_LIMIT * Math.max(Math.abs(before), Math.abs(after))
  if (slope > limit) return limit
  if (slope < -limit) return -limit
  // NaN: the loss is finite, its gradient is not.
  return Number.isNaN(slope) ? (before + after) / 2 : slope
}
