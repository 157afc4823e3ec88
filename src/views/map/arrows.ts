import { RIM } from './marks'

/**
 * An arrow from (x, y) to its tip, in CSS pixels, with a dark rim. Without `head` a plain stroke. A tip nearer than the head is
 * long has a smaller head.
 */
export function drawArrow(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  tipX: number,
  tipY: number,
  { color, width, head, rim = 1.2 }: ArrowStyle,
): void {
  const length = Math.hypot(tipX - x, tipY - y)
  if (length < 3) return
  const [ux, uy] = [(tipX - x) / length, (tipY - y) / length]
  const back = Math.min(head, length * 0.62)
  const half = back * 0.5
  const [neckX, neckY] = [tipX - ux * back * 0.9, tipY - uy * back * 0.9]
  const outline = new Path2D()
  outline.moveTo(x - uy * width * 0.5, y + ux * width * 0.5)
  outline.lineTo(neckX - uy * width * 0.5, neckY + ux * width * 0.5)
  if (head > 0) {
    outline.lineTo(tipX - ux * back - uy * half, tipY - uy * back + ux * half)
    outline.lineTo(tipX, tipY)
    outline.lineTo(tipX - ux * back + uy * half, tipY - uy * back - ux * half)
  }
  outline.lineTo(neckX + uy * width * 0.5, neckY - ux * width * 0.5)
  outline.lineTo(x + uy * width * 0.5, y - ux * width * 0.5)
  outline.closePath()
  if (rim > 0) {
    context.lineJoin = 'round'
    context.lineWidth = 2 * rim
    context.strokeStyle = RIM
    context.stroke(outline)
  }
  context.fillStyle = color
  context.fill(outline)
}

export interface ArrowStyle {
  readonly color: string
  readonly width: number
  /** Length of the head; 0 for none. */
  readonly head: number
  /** Thickness of the dark rim. */
  readonly rim?: number
}
