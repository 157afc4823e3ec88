import { finish, type Sliced } from '../math/sliced'
import type { Surface, SurfaceSamples } from '../surfaces/surface'
import type { HeightField } from './types'

/** Samples `surface` on `size` x `size` points, both borders of its domain included. */
export const sampleField = (surface: Surface, size: number): HeightField => finish(sampleRows(surface, size))

/** The same, a row a slice. */
export function* sampleRows(surface: Surface, size: number): Sliced<HeightField> {
  const { x, y } = surface.spec.domain
  const f = new Float32Array(size * size)
  const fx = new Float32Array(size * size)
  const fy = new Float32Array(size * size)
  const xs = spaced(x[0], x[1], size)
  const ys = spaced(y[0], y[1], size)
  const row = { f: new Float64Array(size), fx: new Float64Array(size), fy: new Float64Array(size) }
  const rowOf = rowSampler(surface, xs, ys, row)
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let holes = false
  for (let j = 0; j < size; j++) {
    rowOf(j)
    f.set(row.f, j * size)
    fx.set(row.fx, j * size)
    fy.set(row.fy, j * size)
    for (const value of row.f) {
      if (!Number.isFinite(value)) holes = true
      else {
        min = Math.min(min, value)
        max = Math.max(max, value)
      }
    }
    yield (j + 1) / size
  }
  if (min > max) return { size, f, fx, fy, min: 0, max: 1, holes }
  return { size, f, fx, fy, min, max, holes }
}

/** Writes row j into `row`, by the surface's own grid where it has one. */
function rowSampler(
  surface: Surface,
  xs: Float64Array,
  ys: Float64Array,
  row: Required<Pick<SurfaceSamples, 'f' | 'fx' | 'fy'>>,
): (j: number) => void {
  const grid = surface.grid?.(['f', 'fx', 'fy'], xs, ys)
  if (grid !== undefined) return (j) => grid.row(j, [row.f, row.fx, row.fy])
  const constant = new Float64Array(xs.length)
  return (j) => surface.evaluate(xs, constant.fill(ys[j]!), row, xs.length)
}

/** `count` equally spaced numbers from `low` to `high`, both exact. */
export function spaced(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) =>
    i === count - 1 ? high : low + ((high - low) * i) / (count - 1),
  )
}
