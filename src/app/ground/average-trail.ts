import type { Trajectory } from '../../simulation/trajectory'
import type { Sketch } from '../../views/overlays'

/** Corners of a trail at most: a longer one is drawn by every k-th point. */
const CORNERS = 600

/**
 * The walk of the average that a climber keeps in the state variable `name`: its trail up to a point. Undefined where the
 * run keeps no such state, and at points up to which the average has not parted from her.
 */
export function averageTrail(
  climber: number,
  trajectory: Trajectory,
  name: string,
): ((point: number) => Sketch | undefined) | undefined {
  const { theta, length, stateNames } = trajectory
  const j = stateNames.indexOf(name)
  if (j < 0) return undefined
  const places = new Float64Array(2 * length)
  // Before the first step there is nothing to average: what the state holds there need not be a place.
  places.set(theta.subarray(0, 2))
  for (let k = 1; k < length; k++) places.set(stateAt(trajectory, k, j), 2 * k)
  const parted = places.findIndex((value, i) => value !== theta[i])
  const stride = Math.ceil(length / CORNERS)
  return (point) => {
    if (parted < 0 || 2 * point < parted - 1) return undefined
    const corners = Array.from({ length: Math.floor(point / stride) + 1 }, (_, n) => n * stride)
    if (corners.at(-1) !== point) corners.push(point)
    const xy = Float64Array.from(corners.flatMap((k) => [places[2 * k]!, places[2 * k + 1]!]))
    return { climber, kind: 'trail', xy: xy.subarray(0, finitePart(xy)) }
  }
}

function stateAt({ state, stateNames }: Trajectory, point: number, j: number): Float64Array {
  const at = 2 * (point * stateNames.length + j)
  return state.subarray(at, at + 2)
}

/** How many numbers come before the first place that is not finite. */
function finitePart(xy: Float64Array): number {
  const bad = xy.findIndex((value) => !Number.isFinite(value))
  return bad < 0 ? xy.length : bad - (bad % 2)
}
