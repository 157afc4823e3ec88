/** About `count` round numbers (1, 2 or 5 times a power of ten apart) from `low` to `high`, ascending. */
export function ticks(low: number, high: number, count: number): number[] {
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span)) return []
  const step = roundStep(span / count)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // Dividing by the inverse keeps 0.3 from becoming 0.30000000000000004.
  const inverse = 1 / step
  return Array.from({ length: last - first + 1 }, (_, i) =>
    step < 1 ? ((first + i) / Math.round(inverse * 1e6)) * 1e6 : (first + i) * step,
  )
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const mantissa = raw / power
  return power * (mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10)
}
