import type { JobOptions, PartialOptions } from './engine'
import type { Pool } from './pool'
import type { Job, ResultOf } from './protocol'

/** Cells of one tile at most: some ten milliseconds of work, so that a superseded map is let go of soon. */
const CELLS = 8192

/** Rows of a map, `from` to `to` (exclusive). */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The rows of a `size` x `size` map in equal shares, at least one for each of `width` workers. */
export function spansOf(size: number, width: number): Span[] {
  const rows = Math.max(1, Math.min(Math.ceil(size / width), Math.floor(CELLS / size)))
  return Array.from({ length: Math.ceil(size / rows) }, (_, k) => ({
    from: k * rows,
    to: Math.min((k + 1) * rows, size),
  }))
}

/**
 * Does `jobs` on all workers, in order, as many at once as there are workers, and hands each result to `land`. Rejects
 * with the first failure, and with the signal's reason at once when it is aborted; nothing lands after that.
 */
export async function inTiles<J extends Job>(
  pool: Pool,
  jobs: readonly J[],
  land: (result: ResultOf<J>, job: J) => void,
  { signal, onProgress }: JobOptions,
): Promise<void> {
  const failure = new AbortController()
  const stop = signal === undefined ? failure.signal : AbortSignal.any([signal, failure.signal])
  const fractions = new Float64Array(jobs.length)
  const progressed = (index: number, fraction: number) => {
    fractions[index] = fraction
    onProgress?.(fractions.reduce((sum, part) => sum + part, 0) / jobs.length)
  }
  let next = 0
  const work = async () => {
    for (let index = next++; index < jobs.length; index = next++) {
      const job = jobs[index]!
      const options = { signal: stop, onProgress: (fraction: number) => progressed(index, fraction) }
      const result = await pool.submit(job, options)
      // Aborted between the answer and this moment.
      stop.throwIfAborted()
      land(result, job)
      progressed(index, 1)
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(pool.width, jobs.length) }, work))
  } catch (error) {
    failure.abort(error)
    throw error
  }
}

/**
 * The same map again and again, finer each time: `size` x `size` cells by way of `coarser` sizes, which are handed to
 * `onPartial`. Progress is counted in cells.
 */
export async function coarseToFine<T>(
  coarser: readonly number[],
  size: number,
  compute: (size: number, options: JobOptions) => Promise<T>,
  { signal, onProgress, onPartial }: PartialOptions<T>,
): Promise<T> {
  if (!(size >= 1)) throw new RangeError(`a map of ${size} x ${size} cells has none`)
  const cells = (sizes: readonly number[]) => sizes.reduce((sum, n) => sum + n * n, 0)
  const whole = cells([...coarser, size])
  const stage = (index: number, n: number) => {
    const before = cells(coarser.slice(0, index))
    return compute(n, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (fraction) => onProgress?.((before + fraction * n * n) / whole),
    })
  }
  for (const [index, n] of coarser.entries()) {
    const partial = await stage(index, n)
    signal?.throwIfAborted()
    onPartial?.(partial)
  }
  return stage(coarser.length, size)
}
