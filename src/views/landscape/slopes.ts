import type { Trajectory } from '../../simulation/trajectory'
import { type Block, HEIGHT, scaleX, scaleZ } from './block'
import type { Place } from './walk'

/** A direction along the ground: a unit vector (X, Z) of the world, and how steeply the drawn relief runs that way. */
export interface Slope {
  x: number
  z: number
  /** Rise in world units a world unit, not negative. 0: there is no direction. */
  steepness: number
}

export const createSlope = (): Slope => ({ x: 0, z: 0, steepness: 0 })

/**
 * Where a step against the gradient (gx, gy) leads on the drawn block, at a place whose loss is f; along it where `up`.
 * The gradient is taken in the units of the domain, as the climber feels it, and then seen in the block's proportions.
 */
export function slopeOf(block: Block, f: number, gx: number, gy: number, up: boolean, out: Slope): Slope {
  const sign = up ? 1 : -1
  const dX = sign * gx * scaleX(block)
  const dZ = -sign * gy * scaleZ(block)
  const length = Math.hypot(dX, dZ)
  if (!(length > 0) || !Number.isFinite(length)) {
    out.steepness = 0
    return out
  }
  out.x = dX / length
  out.z = dZ / length
  // One unit of the world along this direction moves (dX / scaleX, dZ / scaleZ) / length in the domain.
  out.steepness = (Math.abs(block.mapping.slope(f)) * HEIGHT * (gx * gx + gy * gy)) / length
  return out
}

/** The slope under a climber's feet in the direction that she takes: her gradients at the points around the playhead, blended. */
export function slopeAtPlace(
  block: Block,
  walk: Trajectory,
  place: Place,
  step: number,
  up: boolean,
  out: Slope,
): Slope {
  const k = place.point
  const next = Math.min(k + 1, walk.length - 1)
  const t = Math.min(Math.max(step - k, 0), 1)
  const blend = (values: Float64Array, i: number, j: number) => {
    const [a, b] = [values[i]!, values[j]!]
    return Number.isFinite(b) ? a + (b - a) * t : a
  }
  const gx = blend(walk.gradient, 2 * k, 2 * next)
  const gy = blend(walk.gradient, 2 * k + 1, 2 * next + 1)
  return slopeOf(block, blend(walk.loss, k, next), gx, gy, up, out)
}

/** Length of an arrow for a slope, in world units: longer where it is steeper, never out of proportion, 0 on level ground. */
export const arrowLength = (steepness: number) =>
  (0.07 + (0.17 * steepness) / (steepness + 0.9)) * Math.min(steepness / 0.02, 1)
