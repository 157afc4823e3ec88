import type { SweepMap, SweepRows, SweepSpec } from '../analysis/sweep'
import { axisValues } from '../analysis/sweep-axis'
import type { SurfaceSpec } from '../surfaces/surface'
import type { JobOptions, PartialOptions } from './engine'
import type { Pool } from './pool'
import { coarseToFine, inTiles, spansOf } from './tiles'

export interface SweepRequest extends SweepSpec {
  readonly surface: SurfaceSpec
  /** Cells along a side. */
  readonly size: number
}

/** Shares of the size that are computed first. */
const COARSER = [4, 2]
/** Cells along a side below which a map shows nothing. */
const LEAST = 8

/** A sweep, coarse first: every map but the last is handed to `onPartial`. */
export function gatherSweep(
  pool: Pool,
  { surface, size, ...spec }: SweepRequest,
  options: PartialOptions<SweepMap> = {},
): Promise<SweepMap> {
  const compute = async (n: number, stage: JobOptions): Promise<SweepMap> => {
    const map = emptyMap(spec, n)
    const tiles = spansOf(n, pool.width).map(
      (span) => ({ kind: 'sweepRows', surface, spec, rows: { size: n, ...span } }) as const,
    )
    await inTiles(pool, tiles, (tile, { rows }) => place(tile, map, rows.from * n), stage)
    return map
  }
  const coarser = COARSER.map((part) => Math.round(size / part)).filter((n) => n >= LEAST)
  return coarseToFine(coarser, size, compute, options)
}

function place(tile: SweepRows, map: SweepMap, at: number): void {
  map.loss.set(tile.loss, at)
  map.steps.set(tile.steps, at)
  map.divergedAt.set(tile.divergedAt, at)
}

const emptyMap = ({ x, y }: SweepSpec, size: number): SweepMap => ({
  size,
  xs: axisValues(x, size),
  ys: axisValues(y, size),
  loss: new Float64Array(size * size),
  steps: new Int32Array(size * size),
  divergedAt: new Int32Array(size * size),
})
