/** Positions of a slider, 0 to STEPS, and the values they stand for. */
export const STEPS = 300

export interface SliderRange {
  readonly min: number
  readonly max: number
  readonly scale?: 'linear' | 'log'
}

export function toPosition(value: number, { min, max, scale = 'linear' }: SliderRange): number {
  const share = scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  // Below a logarithm's range, zero included, the slider stands at its left end.
  return Number.isNaN(share) ? 0 : Math.round(Math.min(Math.max(share, 0), 1) * STEPS)
}

/** The value at a position, rounded to what the slider can resolve: 0.0497 rather than 0.04968291. */
export function fromPosition(position: number, { min, max, scale = 'linear' }: SliderRange): number {
  const share = position / STEPS
  if (scale === 'log') return Number((min * (max / min) ** share).toPrecision(3))
  const step = (max - min) / STEPS
  const digits = Math.min(Math.max(Math.ceil(-Math.log10(step)), 0), 12)
  return Number((min + (max - min) * share).toFixed(digits))
}
