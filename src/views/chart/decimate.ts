/** A line through points of a curve: steps and losses. */
export interface Polyline {
  readonly steps: readonly number[]
  readonly losses: readonly number[]
}

/**
 * The curve as a chart of so many pixel columns can show it: of every column the first, lowest, highest and last loss, in
 * the order in which they come. No peak is lost, and a hundred thousand steps cost no more to stroke than the chart is wide.
 * Losses that are not finite are left out; a run of them interrupts nothing, as walks end there.
 */
export function decimate(loss: Float64Array, length: number, columns: number): Polyline {
  const steps: number[] = []
  const losses: number[] = []
  const perColumn = Math.max(Math.ceil(length / Math.max(columns, 1)), 1)
  for (let start = 0; start < length; start += perColumn) {
    const end = Math.min(start + perColumn, length)
    for (const k of extremes(loss, start, end)) {
      steps.push(k)
      losses.push(loss[k]!)
    }
  }
  return { steps, losses }
}

/** Indices of the first, lowest, highest and last finite loss of a stretch, ascending, each once. */
function extremes(loss: Float64Array, start: number, end: number): number[] {
  let [first, last, low, high] = [-1, -1, -1, -1]
  for (let k = start; k < end; k++) {
    const value = loss[k]!
    if (!Number.isFinite(value)) continue
    if (first < 0) first = low = high = k
    if (value < loss[low]!) low = k
    if (value > loss[high]!) high = k
    last = k
  }
  if (first < 0) return []
  return [...new Set([first, Math.min(low, high), Math.max(low, high), last])]
}
