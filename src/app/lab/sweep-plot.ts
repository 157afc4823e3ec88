import type { SweepAxis } from '../../analysis/sweep-axis'
import { format } from '../../views/format'
import { ticks } from '../../views/ticks'

/** Where the cells lie on the canvas, in CSS pixels. */
export interface SweepPlot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Room for numbers: those of y stand to the left, those of x below. */
const MARGIN = { left: 44, right: 8, top: 8, bottom: 36 } as const

export const plotIn = (width: number, height: number): SweepPlot => ({
  left: MARGIN.left,
  top: MARGIN.top,
  width: Math.max(width - MARGIN.left - MARGIN.right, 1),
  height: Math.max(height - MARGIN.top - MARGIN.bottom, 1),
})

/** A cell by its column from the left and its row from below. */
export interface CellPlace {
  readonly i: number
  readonly j: number
}

/** The cell under a point of the canvas, or null outside. */
export function cellUnder(
  { left, top, width, height }: SweepPlot,
  size: number,
  x: number,
  y: number,
): CellPlace | null {
  const i = Math.floor(((x - left) / width) * size)
  const j = Math.floor((1 - (y - top) / height) * size)
  return i < 0 || j < 0 || i >= size || j >= size ? null : { i, j }
}

/** Where a value lies along an axis of `size` cells, whose first and last are centred on its ends: 0 to 1 within. */
export function alongAxis({ scale, low, high }: SweepAxis, size: number, value: number): number {
  const share = scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)
  return (share * (size - 1) + 0.5) / size
}

/** Round numbers beside an axis. */
export function axisTicks(axis: SweepAxis, count: number): { readonly value: number; readonly text: string }[] {
  const values = axis.scale === 'log' ? decades(axis, count) : ticks(axis.low, axis.high, count)
  return values.map((value) => ({ value, text: format(value, 3) }))
}

function decades({ low, high }: SweepAxis, count: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  // Less than a decade: its ends say more than no number at all.
  if (last < first) return [low, high]
  const stride = Math.max(Math.ceil((last - first + 1) / count), 1)
  const powers = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  return powers.filter((power) => (power - first) % stride === 0).map((power) => Number(`1e${power}`))
}
