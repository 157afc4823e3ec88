import type { SweepMap } from '../../analysis/sweep'
import { type LossScale, lossRange, lossScale, suggestScale } from '../../views/chart/loss-scale'
import { format } from '../../views/format'

/** What a sweep shows of its walks. */
export type Measure = 'loss' | 'steps' | 'divergence'

/** One cell of a sweep: a number to be shown as a colour, or why there is none. */
export type SweepCell =
  | { readonly kind: 'value'; readonly value: number }
  /** `unarrived`: never as low as the goal. `held`: did not diverge. `refused`: the optimizer takes no such values. */
  | { readonly kind: 'diverged' | 'unarrived' | 'held' | 'refused' }

/** Cell `k`, row-major from the low ends. */
export function sweepCell({ loss, steps, divergedAt }: SweepMap, k: number, measure: Measure): SweepCell {
  const diverged = divergedAt[k]! >= 0
  if (!diverged && Number.isNaN(loss[k]!)) return { kind: 'refused' }
  if (measure === 'divergence') return diverged ? { kind: 'value', value: divergedAt[k]! } : { kind: 'held' }
  if (measure === 'steps' && steps[k]! >= 0) return { kind: 'value', value: steps[k]! }
  if (diverged) return { kind: 'diverged' }
  return measure === 'loss' ? { kind: 'value', value: loss[k]! } : { kind: 'unarrived' }
}

/** A few walks that hardly escaped divergence must not flatten all others: what lies above this share of them is cut. */
const BULK = 0.95
/** How many times the bulk's span the rest must reach above it to be cut. */
const FAR = 3

/** From the least to the greatest number on the map; null where there is none. Logarithmic where numbers span decades. */
export function measureScale(map: SweepMap, measure: Measure): LossScale | null {
  const values = Array.from(map.loss, (_, k) => sweepCell(map, k, measure)).flatMap((cell) =>
    cell.kind === 'value' && Number.isFinite(cell.value) ? [cell.value] : [],
  )
  const whole = rangeOf(values)
  if (whole === null || suggestScale(whole) === 'log') return whole && lossScale('log', whole)
  const bulk = [...values].sort((a, b) => a - b)[Math.floor(BULK * (values.length - 1))]!
  const isFar = whole.max - bulk > FAR * (bulk - whole.min) && bulk > whole.min
  return lossScale('linear', isFar ? { ...whole, max: bulk } : whole)
}

const rangeOf = (values: readonly number[]) =>
  lossRange([{ loss: Float64Array.from(values), length: values.length, diverged: false }])

/** What became of the walk of cell `k`, in words. */
export function sayCell({ loss, steps, divergedAt }: SweepMap, k: number, taken: number): string {
  if (divergedAt[k]! >= 0) return `diverged at step ${divergedAt[k]}`
  if (Number.isNaN(loss[k]!)) return 'refused by this optimizer'
  const arrival = steps[k]! >= 0 ? `, arrived at step ${steps[k]}` : ''
  return `loss ${format(loss[k]!)} after ${taken} steps${arrival}`
}
