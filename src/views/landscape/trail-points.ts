import type { Trajectory } from '../../simulation/trajectory'
import { type Block, HEIGHT, sampleLoss, worldX, worldY, worldZ } from './block'

/** One vertex of a trail as drawn, in world coordinates. */
export interface TrailPoint {
  readonly x: number
  readonly y: number
  readonly z: number
  /** The fractional step at which the climber passes here. */
  readonly step: number
  /** Length of the trail up to here. */
  readonly along: number
}

/** Longest piece of a trail that is drawn straight: longer jumps follow the ground. */
const PIECE = 0.03
/** Shorter moves are merged: they could not be told apart on the screen. */
const MERGE = 0.0015
const PIECES_PER_JUMP = 64

/**
 * The walk laid on the ground. Jumps are subdivided along the surface, so that no line cuts through a ridge; beyond the
 * border of the landscape the trail goes on at the height of the loss, kept within sight. Stops where a point is not finite.
 */
export function trailPoints(block: Block, trajectory: Trajectory): TrailPoint[] {
  const points: TrailPoint[] = []
  let along = 0
  const push = (x: number, y: number, loss: number, step: number) => {
    const last = points.at(-1)
    const place = { x: inReach(worldX(block, x)), y: heightOf(block, loss), z: inReach(worldZ(block, y)) }
    if (last !== undefined) along += Math.hypot(place.x - last.x, place.y - last.y, place.z - last.z)
    points.push({ ...place, step, along })
  }
  const { theta, loss, length } = trajectory
  let previous = 0
  for (let k = 0; k < length; k++) {
    const [x, y] = [theta[2 * k]!, theta[2 * k + 1]!]
    if (!Number.isFinite(x + y + loss[k]!)) break
    if (k === 0) {
      push(x, y, loss[k]!, 0)
      continue
    }
    const [x0, y0] = [theta[2 * previous]!, theta[2 * previous + 1]!]
    const distance = Math.hypot(worldX(block, x) - worldX(block, x0), worldZ(block, y) - worldZ(block, y0))
    if (distance < MERGE && k < length - 1) continue
    const pieces = Math.min(Math.max(Math.ceil(distance / PIECE), 1), PIECES_PER_JUMP)
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces
      const [px, py] = [x0 + (x - x0) * t, y0 + (y - y0) * t]
      const ground = sampleLoss(block, px, py)
      const straight = loss[previous]! + (loss[k]! - loss[previous]!) * t
      push(
        px,
        py,
        piece < pieces && Number.isFinite(ground) ? ground : piece < pieces ? straight : loss[k]!,
        previous + (k - previous) * t,
      )
    }
    previous = k
  }
  return points
}

const inReach = (coordinate: number) => Math.min(Math.max(coordinate, -8), 8)

/** A climber who leaves the landscape must not fly out of the picture. */
function heightOf(block: Block, loss: number): number {
  return Math.min(Math.max(worldY(block, loss), -0.2), HEIGHT * 1.6)
}

/** The place on a trail at a fractional step; the last point once the walk is over. */
export function trailAt(points: readonly TrailPoint[], step: number): TrailPoint | undefined {
  let low = 0
  let high = points.length - 1
  if (high < 0) return undefined
  if (step >= points[high]!.step) return points[high]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (points[middle]!.step <= step) low = middle
    else high = middle
  }
  const [a, b] = [points[low]!, points[high]!]
  const t = (step - a.step) / (b.step - a.step || 1)
  const mix = (key: keyof TrailPoint) => a[key] + (b[key] - a[key]) * t
  return { x: mix('x'), y: mix('y'), z: mix('z'), step, along: mix('along') }
}
