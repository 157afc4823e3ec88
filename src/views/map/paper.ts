import type { Theme } from '../theme'
import { roundStep } from '../ticks'
import { type Frame, fromPixelX, fromPixelY, toPixelX, toPixelY } from './frame'

/** About so many pixels between two lines of the paper's grid. */
const GRID = 150

/** The paper with its grid, and the sheet's shadow on it. */
export function drawPaper(context: CanvasRenderingContext2D, frame: Frame, theme: Theme): void {
  const { width, height } = frame.size
  context.fillStyle = theme.paper
  context.fillRect(0, 0, width, height)
  context.fillStyle = theme.grid
  for (const x of gridLines(fromPixelX(frame, 0), fromPixelX(frame, width), width)) {
    context.fillRect(Math.round(toPixelX(frame, x)), 0, 1, height)
  }
  for (const y of gridLines(fromPixelY(frame, height), fromPixelY(frame, 0), height)) {
    context.fillRect(0, Math.round(toPixelY(frame, y)), width, 1)
  }
  drawShadow(context, frame, theme)
}

/** Multiples of a round number over a stretch that is so many pixels long. */
export function gridLines(low: number, high: number, pixels: number): number[] {
  const step = roundStep(((high - low) / pixels) * GRID)
  const first = Math.ceil(low / step)
  const count = Math.floor(high / step) - first + 1
  return Array.from({ length: Math.max(count, 0) }, (_, k) => (first + k) * step)
}

function drawShadow(context: CanvasRenderingContext2D, { sheet }: Frame, { name }: Theme): void {
  context.save()
  const color = name === 'light' ? 'rgb(27 35 48 / 0.30)' : 'rgb(0 0 0 / 0.75)'
  for (const [blur, offset] of [
    [60, 22],
    [10, 3],
  ] as const) {
    context.shadowColor = color
    // Shadows are not scaled by the context's transform.
    const ratio = context.getTransform().a
    context.shadowBlur = blur * ratio
    context.shadowOffsetX = offset * 0.6 * ratio
    context.shadowOffsetY = offset * ratio
    context.fillStyle = name === 'light' ? '#d8d6cf' : '#0a0d12'
    context.fillRect(sheet.left, sheet.top, sheet.right - sheet.left, sheet.bottom - sheet.top)
  }
  context.restore()
}
