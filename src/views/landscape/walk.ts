import type { Trajectory } from '../../simulation/trajectory'
import { type Block, worldX, worldZ } from './block'
import { clip, groundY, type Height } from './trail-points'

/** Where a climber is at the playhead; one object a climber, overwritten every frame. */
export interface Place {
  /** World coordinates. */
  x: number
  y: number
  z: number
  /** In the domain: where she is drawn, which is the last place in reach when she has left the picture. */
  theta0: number
  theta1: number
  /** The point of the trajectory that the playhead has reached. */
  point: number
  /** False when she is out of reach and only the edge of the picture is shown. */
  inReach: boolean
}

export const createPlace = (): Place => ({ x: 0, y: 0, z: 0, theta0: 0, theta1: 0, point: 0, inReach: true })

/** Moves `place` to where the climber is at the fractional `step`. Allocates nothing while she is in reach. */
export function placeAt(block: Block, trajectory: Trajectory, height: Height, step: number, place: Place): void {
  const { theta } = trajectory
  const last = lastFinite(trajectory)
  const at = Math.min(Math.max(step, 0), last)
  const k = Math.min(Math.floor(at), Math.max(last - 1, 0))
  const next = Math.min(k + 1, last)
  const [x0, y0, x1, y1] = [theta[2 * k]!, theta[2 * k + 1]!, theta[2 * next]!, theta[2 * next + 1]!]
  const t = at - k
  place.point = Math.floor(at + 1e-9)
  put(block, height, x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, place)
  if (!place.inReach) lastSeen(block, trajectory, height, k, t, place)
}

/** The last point that is finite: divergence stores the first bad one. */
export function lastFinite({ theta, loss, length }: Trajectory): number {
  const last = length - 1
  return last > 0 && !Number.isFinite(theta[2 * last]! + theta[2 * last + 1]! + loss[last]!) ? last - 1 : last
}

function put(block: Block, height: Height, x: number, y: number, place: Place): void {
  place.theta0 = x
  place.theta1 = y
  place.x = worldX(block, x)
  place.z = worldZ(block, y)
  place.inReach = clip(block, x, y, x, y) !== undefined
  if (place.inReach) place.y = groundY(block, height, x, y, place.x, place.z)
}

/** Goes back along the walk to where it left the picture. */
function lastSeen(block: Block, trajectory: Trajectory, height: Height, k: number, t: number, place: Place): void {
  const { theta } = trajectory
  const end = Math.min(k + 1, trajectory.length - 1)
  for (let n = k; n >= 0; n--) {
    const next = n === k ? end : n + 1
    const [x0, y0] = [theta[2 * n]!, theta[2 * n + 1]!]
    const [dx, dy] = [theta[2 * next]! - x0, theta[2 * next + 1]! - y0]
    const part = n === k ? t : 1
    const seen = clip(block, x0, y0, x0 + dx * part, y0 + dy * part)
    if (seen === undefined) continue
    put(block, height, x0 + dx * part * seen[1] * 0.9999, y0 + dy * part * seen[1] * 0.9999, place)
    break
  }
  place.inReach = false
}
