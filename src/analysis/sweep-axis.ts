/** One side of a sweep: a numeric hyperparameter, from `low` to `high`. */
export interface SweepAxis {
  readonly name: string
  readonly scale: 'linear' | 'log'
  readonly low: number
  readonly high: number
}

/** `size` values of a hyperparameter, both ends exact. */
export function axisValues({ scale, low, high }: SweepAxis, size: number): Float64Array {
  const at = (u: number) => (scale === 'log' ? low * (high / low) ** u : low + (high - low) * u)
  return Float64Array.from({ length: size }, (_, i) => (i === 0 ? low : i === size - 1 ? high : at(i / (size - 1))))
}
