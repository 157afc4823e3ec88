import type { Sketch } from '../overlays'
import { identityOf } from '../theme'
import { type Frame, toPixelX, toPixelY } from './frame'
import { RIM } from './marks'
import { disc } from './shapes'

/** Radii of dots in CSS pixels: what is tried, and where an average is. */
const DOT = 2.2
const END = 3.6
/** How much of its strength a sketch keeps that was not taken. */
const FAINT = 0.65

/** What optimizers try in this step: thin and quiet, in a lighter tint of their climbers' colours, beside their trails. */
export function drawSketches(context: CanvasRenderingContext2D, frame: Frame, sketches: readonly Sketch[]): void {
  for (const sketch of sketches) {
    const color = `color-mix(in srgb, ${identityOf(sketch.climber).color}, white)`
    const strength = sketch.faint ? FAINT : 1
    if (sketch.kind === 'trail') drawTrail(context, frame, sketch, color)
    else if (sketch.kind === 'points') drawPoints(context, frame, sketch.xy, DOT, color, strength)
    else strokeQuietly(context, pathOf(frame, sketch), color, strength)
  }
  context.globalAlpha = 1
}

/** Without dashes, and with a dot at its end. */
function drawTrail(context: CanvasRenderingContext2D, frame: Frame, sketch: Sketch, color: string): void {
  strokeQuietly(context, pathOf(frame, sketch), color, 1, 2)
  drawPoints(context, frame, sketch.xy.subarray(-2), END, color, 1)
}

function drawPoints(
  context: CanvasRenderingContext2D,
  frame: Frame,
  xy: Float64Array,
  radius: number,
  color: string,
  strength: number,
): void {
  context.globalAlpha = strength
  context.lineWidth = 1.6
  context.strokeStyle = RIM
  context.fillStyle = color
  for (let k = 0; k + 1 < xy.length; k += 2) {
    disc(context, toPixelX(frame, xy[k]!), toPixelY(frame, xy[k + 1]!), radius)
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

function strokeQuietly(
  context: CanvasRenderingContext2D,
  path: Path2D,
  color: string,
  strength: number,
  width = 1.4,
): void {
  context.lineJoin = 'round'
  context.globalAlpha = 0.5 * strength
  context.lineWidth = width + 1.6
  context.strokeStyle = RIM
  context.stroke(path)
  context.globalAlpha = 0.9 * strength
  context.lineWidth = width
  context.strokeStyle = color
  context.stroke(path)
}
