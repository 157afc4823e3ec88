import type { Sliced } from '../math/sliced'
import type { Surface } from '../surfaces/surface'
import { spaced } from './field'

/** Places from which Newton's method is started: structure of arrays. */
export interface Candidates {
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * Where the gradient may vanish, seen from a grid of `size` x `size` points: cells on whose corners both of its
 * components change sign, and points where its norm is least among the neighbours (zeros that a grid cannot see the
 * sign change of: tangencies, degenerate points, the border).
 */
export function* findCandidates(surface: Surface, size: number): Sliced<Candidates> {
  const { x, y } = surface.spec.domain
  const xs = spaced(x[0], x[1], size)
  const ys = spaced(y[0], y[1], size)
  const { gx, gy } = yield* gradients(surface, xs, ys)
  const found: [number, number][] = []
  const cellX = (x[1] - x[0]) / (size - 1)
  const cellY = (y[1] - y[0]) / (size - 1)
  for (let j = 0; j < size; j++) {
    yield 0.5 + (0.5 * j) / size
    for (let i = 0; i < size; i++) {
      if (isLeast(gx, gy, size, i, j)) found.push([xs[i]!, ys[j]!])
      if (i + 1 === size || j + 1 === size || isLevel(gx, gy, size, i, j)) continue
      if (!changesSign(gx, size, i, j) || !changesSign(gy, size, i, j)) continue
      for (const [u, v] of quarters) found.push([xs[i]! + u * cellX, ys[j]! + v * cellY])
    }
  }
  return { x: Float64Array.from(found, (p) => p[0]), y: Float64Array.from(found, (p) => p[1]) }
}

/** Starts within a cell, in its widths: four, so that a zero with a small basin of attraction is met from nearby. */
const quarters: readonly (readonly [number, number])[] = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
]

function* gradients(
  surface: Surface,
  xs: Float64Array,
  ys: Float64Array,
): Sliced<{ gx: Float64Array; gy: Float64Array }> {
  const size = xs.length
  const gx = new Float64Array(size * size)
  const gy = new Float64Array(size * size)
  const row = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    row.fill(ys[j]!)
    const span = [j * size, (j + 1) * size] as const
    surface.evaluate(xs, row, { fx: gx.subarray(...span), fy: gy.subarray(...span) }, size)
    yield (0.5 * j) / size
  }
  return { gx, gy }
}

/** A cell of a plateau, where the gradient is exactly 0 at every corner, holds nothing to be found. */
function isLevel(gx: Float64Array, gy: Float64Array, size: number, i: number, j: number): boolean {
  const k = j * size + i
  return [k, k + 1, k + size, k + size + 1].every((corner) => gx[corner] === 0 && gy[corner] === 0)
}

function changesSign(g: Float64Array, size: number, i: number, j: number): boolean {
  const k = j * size + i
  const corners = [g[k]!, g[k + 1]!, g[k + size]!, g[k + size + 1]!]
  return Math.min(...corners) <= 0 && Math.max(...corners) >= 0
}

function isLeast(gx: Float64Array, gy: Float64Array, size: number, i: number, j: number): boolean {
  const norm = (a: number, b: number) => Math.hypot(gx[b * size + a]!, gy[b * size + a]!)
  const here = norm(i, j)
  if (!Number.isFinite(here)) return false
  let strictly = false
  for (let b = Math.max(0, j - 1); b <= Math.min(size - 1, j + 1); b++) {
    for (let a = Math.max(0, i - 1); a <= Math.min(size - 1, i + 1); a++) {
      if (norm(a, b) < here) return false
      if (norm(a, b) > here) strictly = true
    }
  }
  return strictly
}
