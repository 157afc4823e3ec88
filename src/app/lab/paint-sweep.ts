import type { SweepMap } from '../../analysis/sweep'
import type { SweepState } from '../../store/types'
import type { LossScale } from '../../views/chart/loss-scale'
import type { Theme } from '../../views/theme'
import { createLook, isStripe } from './sweep-colors'
import { type Measure, sweepCell } from './sweep-measure'
import { alongAxis, axisTicks, type CellPlace, plotIn, type SweepPlot } from './sweep-plot'

/** What is drawn of a sweep. */
export interface SweepPicture {
  readonly sweep: SweepState
  readonly measure: Measure
  readonly scale: LossScale | null
  /** The cell that is read, or null. */
  readonly cursor: CellPlace | null
  /** Her present values; null where they are no numbers. */
  readonly present: { readonly x: number; readonly y: number } | null
  readonly theme: Theme
}

/** Paints all of a canvas of `width` x `height` CSS pixels. */
export function paintSweep(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  pixelRatio: number,
  picture: SweepPicture,
): void {
  canvas.width = Math.round(width * pixelRatio)
  canvas.height = Math.round(height * pixelRatio)
  const context = canvas.getContext('2d')
  if (context === null || width === 0) return
  const plot = plotIn(width, height)
  const { map } = picture.sweep
  if (map !== null) paintCells(context, plot, pixelRatio, map, picture)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  paintAxes(context, plot, picture)
  if (map === null) return
  paintPresent(context, plot, map.size, picture)
  if (picture.cursor !== null) paintCursor(context, plot, map.size, picture.cursor)
}

function paintCells(
  context: CanvasRenderingContext2D,
  plot: SweepPlot,
  pixelRatio: number,
  map: SweepMap,
  { measure, scale, theme }: SweepPicture,
): void {
  const look = createLook(scale, theme)
  const looks = Array.from(map.loss, (_, k) => look(sweepCell(map, k, measure)))
  const [width, height] = [Math.round(plot.width * pixelRatio), Math.round(plot.height * pixelRatio)]
  const image = context.createImageData(width, height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((height - 1 - y) / height) * map.size) * map.size
    for (let x = 0; x < width; x++) {
      const { color, stripe = color, pattern } = looks[row + Math.floor((x / width) * map.size)]!
      const [red, green, blue] = isStripe(pattern, x, y, pixelRatio) ? stripe : color
      const at = 4 * (y * width + x)
      image.data[at] = red
      image.data[at + 1] = green
      image.data[at + 2] = blue
      image.data[at + 3] = 255
    }
  }
  context.putImageData(image, Math.round(plot.left * pixelRatio), Math.round(plot.top * pixelRatio))
}

function paintAxes(context: CanvasRenderingContext2D, plot: SweepPlot, { sweep, theme }: SweepPicture): void {
  const { left, top, width, height } = plot
  const [right, bottom] = [left + width, top + height]
  const size = sweep.map?.size ?? 48
  context.strokeStyle = theme.hairline
  context.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1)
  context.fillStyle = theme.soft
  context.font = `10px ${getComputedStyle(context.canvas).fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'top'
  for (const { value, text } of axisTicks(sweep.x, 4)) {
    const half = context.measureText(text).width / 2
    const x = left + width * alongAxis(sweep.x, size, value)
    context.fillRect(x - 0.5, bottom + 1, 1, 3)
    context.fillText(text, Math.min(Math.max(x, left + half - 8), right - half + 8), bottom + 6)
  }
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  for (const { value, text } of axisTicks(sweep.y, 5)) {
    const y = bottom - height * alongAxis(sweep.y, size, value)
    context.fillRect(left - 4, y - 0.5, 3, 1)
    context.fillText(text, left - 7, y)
  }
  context.fillStyle = theme.ink
  context.textBaseline = 'bottom'
  context.fillText(`${sweep.x.name} →`, right, bottom + 35)
  context.textAlign = 'left'
  context.fillText(`↑ ${sweep.y.name}`, 2, bottom + 35)
}

/** A ring with a halo where she is now; on the border where her values lie outside of the map. */
function paintPresent(
  context: CanvasRenderingContext2D,
  plot: SweepPlot,
  size: number,
  { sweep, present }: SweepPicture,
): void {
  if (present === null) return
  const u = alongAxis(sweep.x, size, present.x)
  const v = alongAxis(sweep.y, size, present.y)
  if (Number.isNaN(u) || Number.isNaN(v)) return
  const within = (share: number) => Math.min(Math.max(share, 0), 1)
  const x = plot.left + plot.width * within(u)
  const y = plot.top + plot.height * (1 - within(v))
  for (const [width, color] of [
    [4, '#11151c'],
    [1.8, '#ffffff'],
  ] as const) {
    context.beginPath()
    context.arc(x, y, 5, 0, 2 * Math.PI)
    context.lineWidth = width
    context.strokeStyle = color
    context.stroke()
  }
}

function paintCursor(context: CanvasRenderingContext2D, plot: SweepPlot, size: number, { i, j }: CellPlace): void {
  const [width, height] = [plot.width / size, plot.height / size]
  const [x, y] = [plot.left + i * width, plot.top + (size - 1 - j) * height]
  context.lineWidth = 3
  context.strokeStyle = '#11151c'
  context.strokeRect(x - 1, y - 1, width + 2, height + 2)
  context.lineWidth = 1.5
  context.strokeStyle = '#ffffff'
  context.strokeRect(x - 1, y - 1, width + 2, height + 2)
}
