import type { CriticalKind } from '../../analysis/types'
import type { Outcome } from '../../simulation/trajectory'
import { type Identity, kindColors, outcomeColors } from '../theme'
import { disc, kindPath, outcomePath, walkerPath } from './shapes'

/** The dark rim that sets marks and trails off from every colour of the ground and from light paper. */
export const RIM = '#0a0e15'

/** Radii in CSS pixels. */
export const RADIUS = { walker: 8, flag: 9 } as const

export function drawCritical(
  context: CanvasRenderingContext2D,
  kind: CriticalKind,
  x: number,
  y: number,
  r: number,
  highlighted: boolean,
): void {
  kindPath(context, kind, x, y, r)
  if (highlighted) drawRing(context)
  drawRim(context)
  context.fillStyle = kind === 'minimum' ? '#ffffff' : kindColors[kind]
  context.fill()
  if (kind === 'minimum') {
    disc(context, x, y, r * 0.52)
    context.fillStyle = kindColors.minimum
    context.fill()
  }
  if (kind === 'degenerate') {
    context.fillStyle = RIM
    context.fillRect(x - 0.4 * r, y - 0.8, 0.8 * r, 1.6)
  }
}

/** A climber: her own shape and colour, and a blindfold; a sign of how she ended once she has. */
export function drawWalker(
  context: CanvasRenderingContext2D,
  { shape, color }: Identity,
  x: number,
  y: number,
  outcome: Outcome | null,
  selected: boolean,
): void {
  const r = RADIUS.walker
  walkerPath(context, shape, x, y, r)
  if (selected) drawRing(context)
  drawRim(context)
  context.fillStyle = color
  context.fill()
  context.save()
  context.clip()
  context.fillStyle = RIM
  context.fillRect(x - 2 * r, y - 0.36 * r, 4 * r, 0.48 * r)
  context.restore()
  if (outcome !== null && outcome !== 'exhausted') drawOutcome(context, outcome, x + r * 1.05, y + r * 0.95)
}

function drawOutcome(
  context: CanvasRenderingContext2D,
  outcome: Exclude<Outcome, 'exhausted'>,
  x: number,
  y: number,
): void {
  const r = 5.5
  disc(context, x, y, r)
  drawRim(context, 1.2)
  context.fillStyle = outcomeColors[outcome]
  context.fill()
  outcomePath(context, outcome, x, y, r * 1.1)
  context.lineWidth = 1.6
  context.lineCap = 'round'
  context.strokeStyle = '#ffffff'
  context.stroke()
}

/** Where a climber starts: a pole that stands on the place, and a pennant. */
export function drawFlag(
  context: CanvasRenderingContext2D,
  color: string,
  x: number,
  y: number,
  raised: boolean,
): void {
  const height = RADIUS.flag * (raised ? 2.3 : 1.9)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x, y - height)
  context.strokeStyle = RIM
  context.lineWidth = 4.4
  context.stroke()
  const pennant = new Path2D()
  pennant.moveTo(x, y - height)
  pennant.lineTo(x + height * 0.62, y - height * 0.76)
  pennant.lineTo(x, y - height * 0.5)
  pennant.closePath()
  context.lineWidth = 3.2
  context.stroke(pennant)
  context.lineWidth = 1.8
  context.strokeStyle = color
  context.stroke()
  context.fillStyle = color
  context.fill(pennant)
  disc(context, x, y, 2.6)
  drawRim(context, 1.4)
  context.fill()
}

/** The dark rim around the current path. */
function drawRim(context: CanvasRenderingContext2D, width = 1.7): void {
  context.lineJoin = 'miter'
  context.lineWidth = 2 * width
  context.strokeStyle = RIM
  context.stroke()
}

/** A light ring around the current path: selected, or under the pointer. */
function drawRing(context: CanvasRenderingContext2D): void {
  context.lineJoin = 'round'
  context.lineWidth = 11
  context.strokeStyle = 'rgb(10 14 21 / 0.55)'
  context.stroke()
  context.lineWidth = 9
  context.strokeStyle = '#ffffff'
  context.stroke()
  context.lineWidth = 5.4
  context.strokeStyle = 'rgb(10 14 21 / 0.55)'
  context.stroke()
}
