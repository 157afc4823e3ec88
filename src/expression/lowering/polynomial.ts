import type { Primitives } from './primitives'

/**
 * c0 + c1 x + c2 x² + …, even and odd powers apart: half the latency of Horner's rule for one multiplication more,
 * which is what a single climber waits for.
 */
export const polynomial = <V>(
  p: Pick<Primitives<V, unknown>, 'constant' | 'add' | 'mul'>,
  x: V,
  coefficients: readonly number[],
): V => {
  const { constant, add, mul } = p
  const square = mul(x, x)
  const chain = (parity: 0 | 1): V => {
    let last = coefficients.length - 1
    if (last % 2 !== parity) last -= 1
    let sum = constant(coefficients[last]!)
    for (let k = last - 2; k >= 0; k -= 2) sum = add(mul(sum, square), constant(coefficients[k]!))
    return sum
  }
  return add(chain(0), mul(x, chain(1)))
}
