import { format } from '../format'
import type { Theme } from '../theme'
import { roundStep, ticks } from '../ticks'
import { type Frame, fromPixelX, fromPixelY, toPixelX, toPixelY } from './frame'

/** About so many pixels between two numbers. */
const SPACING = { x: 110, y: 90 }
const TICK = 6
const NUMBER_GAP = 10
/** From the edge to the axes' names. */
const NAME_GAP = { x: 26, y: 40 }

export interface Tick {
  readonly at: number
  readonly text: string
}

/** Round numbers along a stretch of an axis that is so many pixels long. */
export function axisTicks(low: number, high: number, pixels: number, spacing: number): Tick[] {
  const count = Math.max(pixels / spacing, 2)
  const step = roundStep((high - low) / count)
  const largest = Math.max(Math.abs(low), Math.abs(high))
  return ticks(low, high, count).map((at) => ({ at, text: tickText(at, step, largest) }))
}

/** With as many digits as tell one number from the next. */
function tickText(at: number, step: number, largest: number): string {
  const decimals = Math.max(-Math.floor(Math.log10(step) + 1e-9), 0)
  if (largest < 1e9 && decimals <= 6) return String(Number(at.toFixed(decimals))).replace('-', '−')
  return format(at, Math.min(Math.max(Math.ceil(Math.log10(largest / step)) + 1, 3), 12))
}

interface Axis {
  readonly along: readonly Tick[]
  /** The seen stretch of the sheet's edge, in pixels. */
  readonly from: number
  readonly to: number
  /** Where numbers stand: at the sheet's edge, or inside the free rectangle when the sheet reaches beyond. */
  readonly edge: number
}

export function xAxis(frame: Frame): Axis {
  const { sheet, free, room } = frame
  const from = Math.max(sheet.left, free.left)
  const to = Math.min(sheet.right, free.right)
  const edge = Math.min(sheet.bottom, room.bottom)
  return { along: axisTicks(fromPixelX(frame, from), fromPixelX(frame, to), to - from, SPACING.x), from, to, edge }
}

export function yAxis(frame: Frame): Axis {
  const { sheet, free, room } = frame
  const from = Math.max(sheet.top, free.top)
  const to = Math.min(sheet.bottom, free.bottom)
  const edge = Math.max(sheet.left, room.left)
  return { along: axisTicks(fromPixelY(frame, to), fromPixelY(frame, from), to - from, SPACING.y), from, to, edge }
}

/** Numbers and names along the lower and the left edge, rimmed with paper where they lie on the ground. */
export function drawAxes(context: CanvasRenderingContext2D, frame: Frame, theme: Theme): void {
  context.font = '500 12px ui-sans-serif, system-ui, sans-serif'
  context.strokeStyle = theme.soft
  context.lineWidth = 1
  const x = xAxis(frame)
  const y = yAxis(frame)
  context.beginPath()
  for (const { at } of x.along) {
    const px = Math.round(toPixelX(frame, at)) + 0.5
    context.moveTo(px, x.edge)
    context.lineTo(px, x.edge + TICK)
  }
  for (const { at } of y.along) {
    const py = Math.round(toPixelY(frame, at)) + 0.5
    context.moveTo(y.edge, py)
    context.lineTo(y.edge - TICK, py)
  }
  context.stroke()
  context.textAlign = 'center'
  context.textBaseline = 'top'
  for (const { at, text } of x.along) rimmed(context, text, toPixelX(frame, at), x.edge + NUMBER_GAP, theme)
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  for (const { at, text } of y.along) rimmed(context, text, y.edge - NUMBER_GAP, toPixelY(frame, at), theme)
  context.font = 'italic 16px KaTeX_Math, "Times New Roman", Georgia, serif'
  context.textAlign = 'center'
  context.textBaseline = 'top'
  rimmed(context, 'x', (x.from + x.to) / 2, x.edge + NAME_GAP.x, theme)
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  rimmed(context, 'y', y.edge - NAME_GAP.y, (y.from + y.to) / 2, theme)
}

function rimmed(context: CanvasRenderingContext2D, text: string, x: number, y: number, theme: Theme): void {
  context.lineJoin = 'round'
  context.strokeStyle = theme.paper
  context.lineWidth = 4
  context.strokeText(text, x, y)
  context.fillStyle = theme.soft
  context.fillText(text, x, y)
}
