import type { BasinMap } from '../analysis/basins'
import type { Attractor } from '../analysis/basins-attractors'
import type { Errand } from '../analysis/errand'
import type { CriticalPoint } from '../analysis/types'
import type { SurfaceSpec } from '../surfaces/surface'
import type { JobOptions, PartialOptions } from './engine'
import type { Pool } from './pool'
import { coarseToFine, inTiles, spansOf } from './tiles'

/** Cells along a side of the first map; each further one has twice as many. */
export const COARSE = 64

export interface BasinsRequest {
  readonly surface: SurfaceSpec
  readonly run: Errand
  /** Cells along a side. */
  readonly size: number
  /** Cells along a side of the first map. Default: 64. */
  readonly coarsest?: number
  /** Of an earlier map of the same surface and direction; sought when left out. */
  readonly minima?: readonly Attractor[]
  /** The surface's critical points, where `minima` are left out and these are known. */
  readonly points?: readonly CriticalPoint[]
}

/** A basin map, coarse first: every map but the last is handed to `onPartial`. */
export async function gatherBasins(
  pool: Pool,
  request: BasinsRequest,
  options: PartialOptions<BasinMap> = {},
): Promise<BasinMap> {
  const { surface, run, size, coarsest = COARSE } = request
  const minima = request.minima ?? (await seekMinima(pool, request, options))
  const compute = async (n: number, stage: JobOptions): Promise<BasinMap> => {
    const labels = new Int32Array(n * n)
    const tiles = spansOf(n, pool.width).map(
      (span) => ({ kind: 'basinRows', surface, run, attractors: minima, rows: { size: n, ...span } }) as const,
    )
    await inTiles(pool, tiles, (tile, { rows }) => labels.set(tile, rows.from * n), stage)
    return { size: n, labels, minima }
  }
  return coarseToFine(sizesBelow(size, coarsest), size, compute, options)
}

function seekMinima(
  pool: Pool,
  { surface, run, points }: BasinsRequest,
  { signal }: JobOptions,
): Promise<readonly Attractor[]> {
  const known = points === undefined ? {} : { points }
  const options = signal === undefined ? {} : { signal }
  return pool.submit({ kind: 'attractors', surface, maximize: run.maximize, ...known }, options)
}

/** From `coarsest`, each twice the last. */
function sizesBelow(size: number, coarsest: number): number[] {
  const sizes: number[] = []
  for (let n = coarsest; n < size; n *= 2) sizes.push(n)
  return sizes
}
