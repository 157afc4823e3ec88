import { identityOf, type Theme } from '../theme'
import { ticks } from '../ticks'
import { decimate } from './decimate'
import { type LossCurve, type LossScale, lossTicks } from './loss-scale'
import { type Plot, xOfStep, yOfUnit } from './plot'
import { type Line, lineThrough, strokeLine } from './stroke'

const FONT = '11px ui-sans-serif, system-ui, sans-serif'
/** Pixels that a number needs. */
const ROOM = { x: 90, y: 22 }

/** The grid with its numbers: losses at the left, steps below. */
export function drawGrid(context: CanvasRenderingContext2D, plot: Plot, scale: LossScale | null, theme: Theme): void {
  context.font = FONT
  context.fillStyle = theme.soft
  context.strokeStyle = theme.grid
  context.lineWidth = 1
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  context.beginPath()
  const numbers = scale === null ? [] : lossTicks(scale, Math.max(Math.floor((plot.bottom - plot.top) / ROOM.y), 1))
  for (const { unit, text } of numbers) {
    const y = Math.round(yOfUnit(plot, unit)) + 0.5
    context.moveTo(plot.left, y)
    context.lineTo(plot.right, y)
    context.fillText(text, plot.left - 7, y)
  }
  context.stroke()
  context.textBaseline = 'top'
  for (const step of stepTicks(plot)) {
    const x = xOfStep(plot, step)
    context.textAlign = step === plot.last ? 'right' : step === 0 ? 'left' : 'center'
    context.fillText(String(step), step === plot.last ? plot.right : x, plot.bottom + 5)
  }
}

/** Whole round steps, the last one always; none so near to it that the numbers would touch. */
export function stepTicks({ left, right, last }: Plot): number[] {
  const width = right - left
  const round = ticks(0, last, Math.max(width / ROOM.x, 1)).filter(Number.isInteger)
  return [...round.filter((step) => ((last - step) / last) * width > ROOM.x / 2), last]
}

const LINE = 1.6

/** Every climber's loss; the selected one on top and stronger. */
export function drawCurves(
  context: CanvasRenderingContext2D,
  plot: Plot,
  scale: LossScale,
  curves: readonly LossCurve[],
  selected: number,
  theme: Theme,
): void {
  const all = curves.map((_, n) => n)
  for (const n of [...all.filter((n) => n !== selected), ...all.filter((n) => n === selected)]) {
    drawCurve(context, plot, scale, curves[n]!, n, n === selected ? LINE + 0.8 : LINE, theme)
  }
}

function drawCurve(
  context: CanvasRenderingContext2D,
  plot: Plot,
  scale: LossScale,
  curve: LossCurve,
  climber: number,
  width: number,
  theme: Theme,
): void {
  const end = curve.diverged ? endOf(scale, curve) : null
  const length = end === null ? curve.length : end.step + 1
  const columns = Math.ceil(((plot.right - plot.left) * length) / (plot.last + 1))
  const { steps, losses } = decimate(curve.loss, length, columns)
  if (steps.length === 0) return
  const line = lineThrough(
    steps.length,
    (k) => xOfStep(plot, steps[k]!),
    (k) => yOfUnit(plot, scale.toUnit(losses[k]!)),
  )
  const { color, dash } = identityOf(climber)
  const isNoise = line.length > NOISE * (plot.right - plot.left)
  strokeRimmed(context, line, color, isNoise ? [] : dash, width, theme)
  if (end === null) return
  const [x, y] = [xOfStep(plot, end.step), yOfUnit(plot, scale.toUnit(curve.loss[end.step]!))]
  drawEnd(context, plot, x, y, end, { color, rim: rimOf(color, theme) })
}

/** A line so many times longer than the chart is wide goes up and down all the time: its dashes could not be read. */
const NOISE = 12

/** Thickness of the rim on each side of a line. */
const RIM = 0.7

/**
 * A line with a thin rim, of a deep shade of its colour on light paper, where light colours need it for contrast, and of
 * the paper's darkness at night, where it keeps crossing lines apart.
 */
function strokeRimmed(
  context: CanvasRenderingContext2D,
  line: Line,
  color: string,
  dash: readonly number[],
  width: number,
  theme: Theme,
): void {
  context.lineJoin = 'round'
  context.lineCap = 'butt'
  context.strokeStyle = rimOf(color, theme)
  context.lineWidth = width + 2 * RIM
  strokeLine(
    context,
    line,
    dash.map((part, k) => part + (k % 2 === 0 ? 2 : -2) * RIM),
    RIM,
  )
  context.strokeStyle = color
  context.lineWidth = width
  strokeLine(context, line, dash, 0)
}

export const rimOf = (color: string, theme: Theme): string =>
  theme.name === 'light' ? `color-mix(in oklab, ${color} 40%, ${theme.ink})` : theme.paper

/** How a walk that diverged ends: it leaves the range at a step, or its loss stops having a value after one. */
export interface CurveEnd {
  readonly kind: 'up' | 'down' | 'undefined'
  readonly step: number
}

/** Where a walk leaves the drawn range for good. Null where it ends inside. */
export function endOf(scale: LossScale, { loss, length }: LossCurve): CurveEnd | null {
  let k = length
  while (k > 0 && !isInside(scale, loss[k - 1]!)) k--
  if (k === length) return null
  const unit = scale.toUnit(loss[k]!)
  if (Number.isNaN(unit)) return { kind: 'undefined', step: Math.max(k - 1, 0) }
  return { kind: unit > 1 ? 'up' : 'down', step: k }
}

function isInside(scale: LossScale, loss: number): boolean {
  const unit = scale.toUnit(loss)
  return unit >= 0 && unit <= 1
}

/** An arrow out of the chart, or a cross where the loss stops having a value. */
function drawEnd(context: CanvasRenderingContext2D, plot: Plot, x: number, y: number, end: CurveEnd, look: EndLook) {
  const path = new Path2D()
  context.lineJoin = 'round'
  context.strokeStyle = look.rim
  if (end.kind === 'undefined') {
    for (const side of [-4, 4]) {
      path.moveTo(x - side, y - 4)
      path.lineTo(x + side, y + 4)
    }
    context.lineCap = 'round'
    context.lineWidth = 4.2
    context.stroke(path)
    context.strokeStyle = look.color
    context.lineWidth = 2.2
    context.stroke(path)
    return
  }
  const tip = end.kind === 'up' ? plot.top - 5 : plot.bottom + 5
  const base = end.kind === 'up' ? tip + 8 : tip - 8
  path.moveTo(x, tip)
  path.lineTo(x + 5, base)
  path.lineTo(x - 5, base)
  path.closePath()
  context.lineWidth = 2
  context.stroke(path)
  context.fillStyle = look.color
  context.fill(path)
}

interface EndLook {
  readonly color: string
  readonly rim: string
}
