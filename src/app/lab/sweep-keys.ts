import { arrows } from '../keys/arrows'
import type { CellPlace } from './sweep-plot'

/** Cells that an arrow key with Shift skips. */
const FAR = 8

/** Where a key leads from a cell of a map of `size` cells a side; null where the key is none of the map's. */
export function movedCell(key: string, shift: boolean, { i, j }: CellPlace, size: number): CellPlace | null {
  const within = (value: number) => Math.min(Math.max(value, 0), size - 1)
  if (key === 'Home') return { i: 0, j }
  if (key === 'End') return { i: size - 1, j }
  const arrow = arrows.get(key)
  if (arrow === undefined) return null
  const [right, up] = arrow
  const step = shift ? FAR : 1
  return { i: within(i + right * step), j: within(j + up * step) }
}
