import type { Trial } from './line'

type Place = Pick<Trial, 't' | 'loss' | 'slope'>

/**
 * Where the cubic with the losses and slopes of two places has its minimum, kept within `bounds`; their middle where it
 * has none (Nocedal & Wright 2006, equation 3.59).
 */
export function cubicMinimum(a: Place, b: Place, bounds?: readonly [number, number]): number {
  const [left, right] = a.t <= b.t ? [a, b] : [b, a]
  const [low, high] = bounds ?? [left.t, right.t]
  const d1 = left.slope + right.slope - (3 * (left.loss - right.loss)) / (left.t - right.t)
  const square = d1 * d1 - left.slope * right.slope
  if (!(square >= 0)) return (low + high) / 2
  const d2 = Math.sqrt(square)
  const share = (right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2)
  return Math.min(Math.max(right.t - (right.t - left.t) * share, low), high)
}
