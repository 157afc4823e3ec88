import { format } from '../format'
import { identityOf, type Theme } from '../theme'
import { lossAt } from './curves'
import type { LossCurve, LossScale } from './loss-scale'
import { type Plot, xOfStep, yOfUnit } from './plot'
import { spread } from './spread'

const FONT = '600 11px ui-sans-serif, system-ui, sans-serif'
const LINE_HEIGHT = 13
const GAP = 9
/** Room for the dot that says whose number it is. */
const DOT = 10
/** Between numbers and the chart's edge, and around them on their plate. */
const EDGE = 3
const PAD = 5
const RIM = '#0a0e15'

/** The playhead: a line over all losses at this step, a dot on each, and its value beside it. */
export function drawPlayhead(
  context: CanvasRenderingContext2D,
  plot: Plot,
  scale: LossScale | null,
  curves: readonly LossCurve[],
  step: number,
  theme: Theme,
): void {
  const x = xOfStep(plot, Math.min(step, plot.last))
  context.fillStyle = theme.ink
  context.fillRect(Math.round(x) - 0.75, plot.top - 4, 1.5, plot.bottom - plot.top + 8)
  if (scale === null) return
  const values = curves.flatMap((curve, climber) => {
    const loss = lossAt(curve, step)
    const unit = scale.toUnit(loss)
    return curve.length === 0 || Number.isNaN(unit) ? [] : [{ climber, loss, y: yOfUnit(plot, unit) }]
  })
  for (const { climber, y } of values) drawDot(context, x, y, 4, identityOf(climber).color)
  drawValues(context, plot, x, values, theme)
}

/** A fainter line where the pointer is. */
export function drawHover(context: CanvasRenderingContext2D, plot: Plot, step: number, theme: Theme): void {
  context.fillStyle = theme.soft
  context.globalAlpha = 0.6
  context.fillRect(Math.round(xOfStep(plot, step)) - 0.5, plot.top, 1, plot.bottom - plot.top)
  context.globalAlpha = 1
}

function drawDot(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.lineWidth = radius / 2
  context.strokeStyle = RIM
  context.stroke()
  context.fillStyle = color
  context.fill()
}

interface Value {
  readonly climber: number
  readonly loss: number
  readonly y: number
}

/**
 * Numbers beside the playhead, moved apart, on the side where there is room; none where they would not fit. Over the lines
 * they lie on plates in the panel's colour.
 */
function drawValues(
  context: CanvasRenderingContext2D,
  plot: Plot,
  x: number,
  values: readonly Value[],
  theme: Theme,
): void {
  const room = plot.bottom - plot.top + 4
  if (values.length === 0 || values.length * LINE_HEIGHT > room) return
  context.font = FONT
  context.textBaseline = 'middle'
  const texts = values.map(({ loss }) => format(loss))
  const widest = Math.max(...texts.map((text) => context.measureText(text).width))
  const onLeft = isOnLeft(plot, x, widest)
  const places = spread(
    values.map(({ y }) => y),
    LINE_HEIGHT,
    plot.top + LINE_HEIGHT / 2 - 2,
    plot.bottom - LINE_HEIGHT / 2 + 2,
  )
  context.textAlign = onLeft ? 'right' : 'left'
  context.lineJoin = 'round'
  texts.forEach((text, k) => {
    const y = places[k]!
    const dotX = onLeft ? x - GAP : x + GAP
    const textX = onLeft ? dotX - DOT : dotX + DOT
    const left = onLeft ? textX - widest : dotX
    if (left < plot.right) drawPlate(context, left, y, DOT + widest, theme.panel)
    context.lineWidth = 4
    context.strokeStyle = theme.paper
    context.strokeText(text, textX, y)
    context.fillStyle = theme.ink
    context.fillText(text, textX, y)
    drawDot(context, dotX, y, 3, identityOf(values[k]!.climber).color)
  })
}

/** Whether numbers `widest` pixels wide stand on the left of a playhead at `x`: where they would run off the chart. */
export const isOnLeft = ({ width }: Pick<Plot, 'width'>, x: number, widest: number): boolean =>
  x + GAP + DOT + widest > width - EDGE

function drawPlate(context: CanvasRenderingContext2D, x: number, y: number, width: number, color: string): void {
  context.fillStyle = color
  context.fillRect(x - PAD, y - LINE_HEIGHT / 2, width + 2 * PAD, LINE_HEIGHT)
}
