import { format } from '../format'
import { ticks } from '../ticks'

export type LossScaleKind = 'linear' | 'log'

/** How losses become heights in the chart: 0 at the bottom, 1 at the top. */
export interface LossScale {
  readonly kind: LossScaleKind
  /** Losses at the bottom and at the top; on a logarithmic scale both are positive. */
  readonly low: number
  readonly high: number
  /** Height of a loss; below 0 or above 1, also infinite, outside the drawn range. NaN for NaN. */
  toUnit(loss: number): number
}

/** The part of a walk that the chart draws. */
export interface LossCurve {
  readonly loss: Float64Array
  readonly length: number
  readonly diverged: boolean
}

/** What the chart has to show: the finite losses of the walks; of those that diverged, only where they began. */
export interface LossRange {
  readonly min: number
  readonly max: number
  /** The smallest loss above zero, Infinity where there is none. */
  readonly leastPositive: number
  /** Someone leaves the range upwards. */
  readonly escapes: boolean
}

/** Null when there is no finite loss at all. */
export function lossRange(curves: readonly LossCurve[]): LossRange | null {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let leastPositive = Number.POSITIVE_INFINITY
  for (const { loss, length, diverged } of curves) {
    const end = diverged ? Math.min(length, 1) : length
    for (let k = 0; k < end; k++) {
      const value = loss[k]!
      if (!Number.isFinite(value)) continue
      if (value < min) min = value
      if (value > max) max = value
      if (value > 0 && value < leastPositive) leastPositive = value
    }
  }
  return min > max ? null : { min, max, leastPositive, escapes: curves.some(({ diverged }) => diverged) }
}

/** Spans of less than this factor read well on a linear scale. */
const DECADES = 100
/** A logarithmic scale shows at most so many powers of ten: below, a walk has long arrived. */
const DEPTH = 1e-10
/** Room above the highest loss, where walks that diverge leave. */
const ESCAPE = 0.12

/** Logarithmic where no loss is negative and they span decades. A loss of zero, the goal itself, lies at the bottom. */
export const suggestScale = ({ min, max, leastPositive }: LossRange): LossScaleKind =>
  min >= 0 && max >= DECADES * leastPositive ? 'log' : 'linear'

/** Whether a logarithmic scale has anything to show. */
export const canBeLog = ({ max }: LossRange): boolean => max > 0

export function lossScale(kind: LossScaleKind, range: LossRange): LossScale {
  return kind === 'log' ? logScale(range) : linearScale(range)
}

function linearScale({ min, max, escapes }: LossRange): LossScale {
  const span = max - min || Math.max(Math.abs(max), 1)
  const high = escapes ? min + span * (1 + ESCAPE) : min + span
  return { kind: 'linear', low: min, high, toUnit: (loss) => (loss - min) / (high - min) }
}

function logScale({ max, leastPositive, escapes }: LossRange): LossScale {
  const least = Math.max(Math.min(leastPositive, max), max * DEPTH)
  const low = Math.log10(least)
  const span = Math.log10(max) - low || 1
  const high = low + span * (escapes ? 1 + ESCAPE : 1)
  return {
    kind: 'log',
    low: 10 ** low,
    high: 10 ** high,
    toUnit: (loss) =>
      loss > 0 ? (Math.log10(loss) - low) / (high - low) : loss <= 0 ? Number.NEGATIVE_INFINITY : loss,
  }
}

export interface LossTick {
  readonly value: number
  readonly unit: number
  readonly text: string
}

/** Numbers beside the chart, where there is room for about `count`. */
export function lossTicks(scale: LossScale, count: number): LossTick[] {
  const isLog = scale.kind === 'log'
  const values = isLog ? decades(scale, count) : ticks(scale.low, scale.high, count)
  return values.map((value) => ({
    value,
    unit: scale.toUnit(value),
    text: isLog ? powerOfTen(Math.round(Math.log10(value))) : format(value, 3),
  }))
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** 0.01, 1, 100, 10⁴ */
function powerOfTen(exponent: number): string {
  if (Math.abs(exponent) < 3) return format(10 ** exponent)
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')
  return `10${exponent < 0 ? '⁻' : ''}${digits}`
}

/** Powers of ten, every second, third… of them where there are many. */
function decades({ low, high }: LossScale, count: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  const stride = Math.max(Math.ceil((last - first + 1) / Math.max(count, 1)), 1)
  const start = Math.ceil(first / stride) * stride
  return Array.from(
    { length: Math.max(Math.floor((last - start) / stride) + 1, 0) },
    (_, k) => 10 ** (start + k * stride),
  )
}
