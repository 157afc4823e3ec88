import type { Sketch } from '../overlays'
import { identityOf } from '../theme'
import { type Frame, toPixelX, toPixelY } from './frame'
import { RIM } from './marks'
import { disc } from './shapes'

/** What optimizers try in this step: thin and quiet, in their climbers' colours. */
export function drawSketches(context: CanvasRenderingContext2D, frame: Frame, sketches: readonly Sketch[]): void {
  for (const sketch of sketches) {
    const { color } = identityOf(sketch.climber)
    if (sketch.kind === 'points') drawPoints(context, frame, sketch, color)
    else strokeQuietly(context, pathOf(frame, sketch), color)
  }
}

function drawPoints(context: CanvasRenderingContext2D, frame: Frame, { xy }: Sketch, color: string): void {
  context.lineWidth = 1.6
  context.strokeStyle = RIM
  context.fillStyle = color
  for (let k = 0; k + 1 < xy.length; k += 2) {
    disc(context, toPixelX(frame, xy[k]!), toPixelY(frame, xy[k + 1]!), 2.2)
    context.stroke()
    context.fill()
  }
}

function pathOf(frame: Frame, { kind, xy, radius = 0 }: Sketch): Path2D {
  const path = new Path2D()
  if (xy.length < 2) return path
  const [x, y] = [toPixelX(frame, xy[0]!), toPixelY(frame, xy[1]!)]
  if (kind === 'circle') {
    // A circle of the domain is an ellipse on a map that is stretched.
    const [rx, ry] = [toPixelX(frame, xy[0]! + radius) - x, y - toPixelY(frame, xy[1]! + radius)]
    if (Number.isFinite(rx + ry + x + y)) path.ellipse(x, y, Math.abs(rx), Math.abs(ry), 0, 0, 2 * Math.PI)
    return path
  }
  path.moveTo(x, y)
  for (let k = 2; k + 1 < xy.length; k += 2) path.lineTo(toPixelX(frame, xy[k]!), toPixelY(frame, xy[k + 1]!))
  if (kind === 'closed') path.closePath()
  return path
}

function strokeQuietly(context: CanvasRenderingContext2D, path: Path2D, color: string): void {
  context.lineJoin = 'round'
  context.globalAlpha = 0.5
  context.lineWidth = 2.8
  context.strokeStyle = RIM
  context.stroke(path)
  context.globalAlpha = 0.9
  context.lineWidth = 1.2
  context.strokeStyle = color
  context.stroke(path)
  context.globalAlpha = 1
}
