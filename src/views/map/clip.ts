import type { Box } from './frame'

/**
 * The part of a straight move that lies inside a box, as shares of it (Liang & Barsky 1984); undefined where none does
 * or where an end is not finite.
 */
export function clip(x0: number, y0: number, x1: number, y1: number, box: Box): [number, number] | undefined {
  const across = stretch(x0, x1 - x0, box.left, box.right)
  const down = stretch(y0, y1 - y0, box.top, box.bottom)
  if (across === undefined || down === undefined) return undefined
  const from = Math.max(across[0], down[0], 0)
  const to = Math.min(across[1], down[1], 1)
  return from <= to ? [from, to] : undefined
}

function stretch(start: number, delta: number, low: number, high: number): [number, number] | undefined {
  if (!Number.isFinite(start + delta)) return undefined
  if (delta === 0) return start >= low && start <= high ? [0, 1] : undefined
  const [a, b] = [(low - start) / delta, (high - start) / delta]
  return a < b ? [a, b] : [b, a]
}
