import type { Climber } from '../../store/types'
import { arrowLength, type Slope, slopeAtPlace } from '../landscape/slopes'
import type { Place } from '../landscape/walk'
import { identityOf } from '../theme'
import { drawArrow } from './arrows'
import { type Frame, pixelX, pixelY, toPixelX, toPixelY } from './frame'
import { drawFlag, drawWalker } from './marks'

/** The slope under every climber's feet, pointing where her optimizer is told to go. `scratch` is overwritten. */
export function drawSlopes(
  context: CanvasRenderingContext2D,
  frame: Frame,
  climbers: readonly Climber[],
  places: readonly Place[],
  step: number,
  scratch: Slope,
): void {
  // As long as in the landscape: a share of the sheet that does not grow when one comes nearer.
  const unit = frame.scale / frame.pose.zoom
  climbers.forEach(({ trajectory, run }, n) => {
    const place = places[n]!
    if (trajectory === null || !place.inReach) return
    slopeAtPlace(frame.block, trajectory, place, step, run.maximize, scratch)
    const length = arrowLength(scratch.steepness) * unit
    if (!(length > 6)) return
    const [x, y] = [pixelX(frame, place.x), pixelY(frame, place.z)]
    drawArrow(context, x, y, x + scratch.x * length, y + scratch.z * length, {
      color: halfWhite(identityOf(n).color),
      width: 2.6,
      head: 9,
    })
  })
}

/** Her own colour, halfway to white: it lies beside a trail of her colour. */
const halfWhite = (color: string) => `color-mix(in srgb, ${color}, white)`

/** Everyone but the one selected, then the one selected. */
export function inOrder(count: number, selected: number): number[] {
  const all = Array.from({ length: count }, (_, n) => n)
  return [...all.filter((n) => n !== selected), ...all.filter((n) => n === selected)]
}

export function drawFlags(
  context: CanvasRenderingContext2D,
  frame: Frame,
  climbers: readonly Climber[],
  selected: number,
  dragged: number,
): void {
  for (const n of inOrder(climbers.length, selected)) {
    const [x, y] = climbers[n]!.run.start
    const raised = n === dragged || (n === selected && climbers.length > 1)
    drawFlag(context, identityOf(n).color, toPixelX(frame, x), toPixelY(frame, y), raised)
  }
}

/** The start flag nearest to a pixel within so many pixels, or -1. A flag is taken at its foot or by its pennant. */
export function flagAt(frame: Frame, climbers: readonly Climber[], x: number, y: number, reach: number): number {
  let best = -1
  let least = reach
  climbers.forEach(({ run: { start } }, n) => {
    const [footX, footY] = [toPixelX(frame, start[0]), toPixelY(frame, start[1])]
    const distance = Math.min(Math.hypot(footX - x, footY - y), Math.hypot(footX + 3 - x, footY - 12 - y))
    // Of flags at the same place the last is drawn on top.
    if (distance <= least) {
      least = distance
      best = n
    }
  })
  return best
}

/** The climbers at the playhead, the selected one last, with a badge on whoever has met her outcome. */
export function drawWalkers(
  context: CanvasRenderingContext2D,
  frame: Frame,
  climbers: readonly Climber[],
  places: readonly Place[],
  selected: number,
): void {
  for (const n of inOrder(climbers.length, selected)) {
    const { trajectory } = climbers[n]!
    const place = places[n]!
    if (trajectory === null) continue
    const outcome = hasEnded(climbers[n]!, place.point) ? trajectory.outcome : null
    context.globalAlpha = place.inReach ? 1 : 0.6
    const [x, y] = [pixelX(frame, place.x), pixelY(frame, place.z)]
    drawWalker(context, identityOf(n), x, y, outcome, n === selected && climbers.length > 1)
    context.globalAlpha = 1
  }
}

/** Whether the outcome has happened by point `k`. The last finite point stands for a divergence. */
function hasEnded({ trajectory }: Climber, k: number): boolean {
  if (trajectory === null || trajectory.outcome === 'exhausted') return false
  const early = trajectory.outcome === 'diverged' && trajectory.outcomeStep === trajectory.length - 1 ? 1 : 0
  return k >= trajectory.outcomeStep - early
}
