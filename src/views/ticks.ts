/** About `count` round numbers (1, 2 or 5 times a power of ten apart) from `low` to `high`, ascending. */
export function ticks(low: number, high: number, count: number): number[] {
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span)) return []
  const step = roundStep(span / count)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // Steps below 1 are divided by their inverse, a whole number: 0.3 must not become 0.30000000000000004.
  const inverse = Math.round(1 / step)
  return Array.from({ length: last - first + 1 }, (_, i) => (step < 1 ? (first + i) / inverse : (first + i) * step))
}

/** The round number (1, 2 or 5 times a power of ten) nearest to `raw` in proportion. */
export function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const mantissa = raw / power
  return power * (mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10)
}
