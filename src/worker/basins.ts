import type { BasinMap } from '../analysis/basins'
import type { Attractor } from '../analysis/basins-attractors'
import type { Errand } from '../analysis/fleets'
import type { CriticalPoint } from '../analysis/types'
import type { SurfaceSpec } from '../surfaces/surface'
import type { PartialOptions } from './engine'
import type { Pool } from './pool'
import { inTiles, spansOf } from './tiles'

/** Cells along a side of the first map; each further one has twice as many. */
export const COARSE = 64

export interface BasinsRequest {
  readonly surface: SurfaceSpec
  readonly run: Errand
  /** Cells along a side. */
  readonly size: number
  /** Of an earlier map of the same surface and direction; sought when left out. */
  readonly minima?: readonly Attractor[]
  /** The surface's critical points, where `minima` are left out and these are known. */
  readonly points?: readonly CriticalPoint[]
}

/** A basin map, coarse first: every map but the last is handed to `onPartial`. */
export async function gatherBasins(
  pool: Pool,
  { surface, run, size, minima, points }: BasinsRequest,
  { signal, onProgress, onPartial }: PartialOptions<BasinMap> = {},
): Promise<BasinMap> {
  const { maximize } = run
  const options = signal === undefined ? {} : { signal }
  const attractors =
    minima ??
    (await pool.submit(
      points === undefined
        ? { kind: 'attractors', surface, maximize }
        : { kind: 'attractors', surface, maximize, points },
      options,
    ))
  const sizes = sizesUpTo(size)
  const whole = sizes.reduce((sum, n) => sum + n * n, 0)
  let before = 0
  for (const n of sizes) {
    const map: BasinMap = { size: n, labels: new Int32Array(n * n), minima: attractors }
    const tiles = spansOf(n, pool.width).map(
      (span) => ({ kind: 'basinRows', surface, run, attractors, rows: { size: n, ...span } }) as const,
    )
    await inTiles(pool, tiles, (labels, { rows }) => map.labels.set(labels, rows.from * n), {
      ...options,
      onProgress: (fraction) => onProgress?.((before + fraction * n * n) / whole),
    })
    if (n === size) return map
    before += n * n
    onPartial?.(map)
  }
  throw new RangeError(`a basin map of ${size} x ${size} cells has none`)
}

/** Coarse to fine, each twice the last. */
function sizesUpTo(size: number): number[] {
  const sizes: number[] = []
  for (let n = COARSE; n < size; n *= 2) sizes.push(n)
  return size >= 1 ? [...sizes, size] : []
}
