import type { Primitives } from './primitives'

/**
 * c0 + c1 x + c2 x² + …, by Estrin's scheme: neighbours are joined by x, pairs of them by x², fours by x⁴. Its chain of
 * operations grows with the logarithm of the degree, and a chain is what a single climber waits for.
 */
export const polynomial = <V>(
  { constant, add, mul }: Pick<Primitives<V, unknown>, 'constant' | 'add' | 'mul'>,
  x: V,
  coefficients: readonly number[],
): V => {
  const join = (terms: readonly V[], power: V): V => {
    const pairs: V[] = []
    for (let k = 0; k < terms.length; k += 2) {
      const [low, high] = [terms[k]!, terms[k + 1]]
      pairs.push(high === undefined ? low : add(low, mul(high, power)))
    }
    return pairs.length === 1 ? pairs[0]! : join(pairs, mul(power, power))
  }
  return join(coefficients.map(constant), x)
}
