/** One side of a sweep: a numeric hyperparameter, from `low` to `high`. */
export interface SweepAxis {
  readonly name: string
  readonly scale: 'linear' | 'log'
  readonly low: number
  readonly high: number
}

/** `size` values of a hyperparameter, both ends exact; between them as many digits as tell neighbours well apart. */
export function axisValues({ scale, low, high }: SweepAxis, size: number): Float64Array {
  const last = size - 1
  const factor = (high / low) ** (1 / last)
  const digits = Math.min(Math.max(3 - decade(factor - 1), 3), 17)
  const decimals = Math.min(Math.max(2 - decade((high - low) / last), 0), 100)
  const at = (i: number) =>
    scale === 'log'
      ? Number((low * factor ** i).toPrecision(digits))
      : Number((low + ((high - low) * i) / last).toFixed(decimals))
  return Float64Array.from({ length: size }, (_, i) => (i === 0 ? low : i === last ? high : at(i)))
}

/** The power of ten at or below a number. */
const decade = (value: number) => Math.floor(Math.log10(value))
