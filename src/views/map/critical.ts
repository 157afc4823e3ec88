import type { CriticalPoint } from '../../analysis/types'
import { drawArrow } from './arrows'
import { type Frame, toPixelX, toPixelY } from './frame'
import { drawCritical } from './marks'

/** From so many marks on they are drawn smaller, so that they do not cover the ground. */
const MANY = 24

/** Radius of a mark among so many, in a free rectangle of so many pixels along its shorter side. */
export const criticalRadius = (count: number, shorter: number) =>
  Math.min(Math.max(shorter / 80, 5.5), 8) * Math.min(Math.max(Math.sqrt(MANY / count), 0.5), 1)

export function radiusIn({ free }: Frame, count: number): number {
  return criticalRadius(count, Math.min(free.right - free.left, free.bottom - free.top))
}

export function drawCriticalPoints(
  context: CanvasRenderingContext2D,
  frame: Frame,
  points: readonly CriticalPoint[],
  standsOut: (point: CriticalPoint) => boolean,
): void {
  const radius = radiusIn(frame, points.length)
  for (const point of points) if (standsOut(point)) drawDirections(context, frame, point)
  for (const point of points) {
    const [x, y] = [toPixelX(frame, point.x), toPixelY(frame, point.y)]
    if (isNear(frame, x, y)) drawCritical(context, point.kind, x, y, radius, standsOut(point))
  }
}

const isNear = ({ size }: Frame, x: number, y: number) =>
  x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20

/** The mark nearest to a pixel within so many pixels. */
export function criticalAt(
  frame: Frame,
  points: readonly CriticalPoint[],
  x: number,
  y: number,
  reach: number,
): CriticalPoint | null {
  let best: CriticalPoint | null = null
  let least = reach
  for (const point of points) {
    const distance = Math.hypot(toPixelX(frame, point.x) - x, toPixelY(frame, point.y) - y)
    if (distance <= least) {
      least = distance
      best = point
    }
  }
  return best
}

/** Two places that cannot be told apart on the map. */
export function samePixel(frame: Frame, a: Place, b: Place): boolean {
  return (
    Math.abs(toPixelX(frame, a.x) - toPixelX(frame, b.x)) < 0.1 * frame.pose.zoom &&
    Math.abs(toPixelY(frame, a.y) - toPixelY(frame, b.y)) < 0.1 * frame.pose.zoom
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

const downhill = '#8fd3ff'
const uphill = '#ffb27a'
const REACH = 62

/** A saddle's principal directions, both ways: arrows lead down along one line and up along the other. */
function drawDirections(context: CanvasRenderingContext2D, frame: Frame, point: CriticalPoint): void {
  if (point.kind !== 'saddle') return
  const [x, y] = [toPixelX(frame, point.x), toPixelY(frame, point.y)]
  point.directions.forEach(([dx, dy], k) => {
    const [right, down] = [toPixelX(frame, point.x + dx) - x, toPixelY(frame, point.y + dy) - y]
    const stretch = REACH / Math.hypot(right, down)
    const style = { color: point.eigenvalues[k]! < 0 ? downhill : uphill, width: 2.4, head: 10 }
    for (const side of [-stretch, stretch]) drawArrow(context, x, y, x + side * right, y + side * down, style)
  })
}
