import { format } from '../format'
import type { Theme } from '../theme'
import { roundStep, ticks } from '../ticks'
import { type Frame, fromPixelX, fromPixelY, toPixelX, toPixelY } from './frame'
import { RIM } from './marks'

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

/** Numbers and names along the lower and the left edge; where the sheet reaches beyond its room they lie on the ground. */
export function drawAxes(context: CanvasRenderingContext2D, frame: Frame, theme: Theme): void {
  const x = xAxis(frame)
  const y = yAxis(frame)
  const below = inkOn(x.edge < frame.sheet.bottom, theme)
  const beside = inkOn(y.edge > frame.sheet.left, theme)
  context.font = NUMBER_FONT
  for (const { at, text } of x.along) {
    const px = toPixelX(frame, at)
    drawTick(context, px, x.edge, 0, TICK, below)
    write(context, text, px, x.edge + NUMBER_GAP, 'center', 'top', below)
  }
  for (const { at, text } of y.along) {
    const py = toPixelY(frame, at)
    drawTick(context, y.edge, py, -TICK, 0, beside)
    write(context, text, y.edge - NUMBER_GAP, py, 'right', 'middle', beside)
  }
  context.font = NAME_FONT
  write(context, 'x', (x.from + x.to) / 2, x.edge + NAME_GAP.x, 'center', 'top', below)
  write(context, 'y', y.edge - NAME_GAP.y, (y.from + y.to) / 2, 'right', 'middle', beside)
}

const NUMBER_FONT = '500 12px ui-sans-serif, system-ui, sans-serif'
const NAME_FONT = 'italic 16px KaTeX_Math, "Times New Roman", Georgia, serif'

interface Ink {
  readonly color: string
  readonly rim: string
}

/** Quiet on paper, white with a dark rim on the ground. */
const inkOn = (ground: boolean, theme: Theme): Ink =>
  ground ? { color: '#ffffff', rim: RIM } : { color: theme.soft, rim: theme.paper }

/** On whole pixels, or it blurs. */
function drawTick(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  dx: number,
  dy: number,
  { color }: Ink,
): void {
  const [left, top] = [Math.round(x), Math.round(y)]
  context.fillStyle = color
  context.fillRect(left + Math.min(dx, 0), top, Math.abs(dx) || 1, Math.abs(dy) || 1)
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  align: CanvasTextAlign,
  baseline: CanvasTextBaseline,
  { color, rim }: Ink,
): void {
  context.textAlign = align
  context.textBaseline = baseline
  context.lineJoin = 'round'
  context.strokeStyle = rim
  context.lineWidth = 3.4
  context.strokeText(text, x, y)
  context.fillStyle = color
  context.fillText(text, x, y)
}
