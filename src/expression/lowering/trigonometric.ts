import { COSINE, SINC1, SINC2, SINE } from './coefficients'
import { polynomial } from './polynomial'
import type { Primitives, Reduced } from './primitives'

/** sin(high + low) for |high| ≤ π/4; sin(−0) is −0. */
const sineSeries = <V, C>(p: Primitives<V, C>, { high, low }: Reduced<V>): V => {
  const { add, mul, copySign } = p
  const square = mul(high, high)
  const cubic = mul(mul(high, square), polynomial(p, square, SINE))
  return copySign(add(high, add(cubic, low)), high)
}

/** cos(high + low) for |high| ≤ π/4. */
const cosineSeries = <V, C>(p: Primitives<V, C>, { high, low }: Reduced<V>): V => {
  const { constant, sub, mul } = p
  const square = mul(high, high)
  const quartic = sub(mul(mul(square, square), polynomial(p, square, COSINE)), mul(high, low))
  return sub(constant(1), sub(mul(constant(0.5), square), quartic))
}

export const sin = <V, C>(p: Primitives<V, C>, x: V): V => {
  const reduced = p.reduce(x)
  const value = p.select(p.odd(reduced.quadrant), cosineSeries(p, reduced), sineSeries(p, reduced))
  return p.flipSign(value, reduced.quadrant)
}

/** cos x = sin(x + π/2): one quadrant on. */
export const cos = <V, C>(p: Primitives<V, C>, x: V): V => {
  const reduced = p.reduce(x)
  const value = p.select(p.odd(reduced.quadrant), sineSeries(p, reduced), cosineSeries(p, reduced))
  return p.flipSign(value, p.add(reduced.quadrant, p.constant(1)))
}

/** Numerator and denominator of tan x. */
const tangentParts = <V, C>(p: Primitives<V, C>, x: V): [V, V] => {
  const reduced = p.reduce(x)
  const sine = sineSeries(p, reduced)
  const cosine = cosineSeries(p, reduced)
  const odd = p.odd(reduced.quadrant)
  return [p.select(odd, p.neg(cosine), sine), p.select(odd, sine, cosine)]
}

export const tan = <V, C>(p: Primitives<V, C>, x: V): V => p.div(...tangentParts(p, x))

export const cot = <V, C>(p: Primitives<V, C>, x: V): V => {
  const [sine, cosine] = tangentParts(p, x)
  return p.div(cosine, sine)
}

export const sec = <V, C>(p: Primitives<V, C>, x: V): V => p.div(p.constant(1), cos(p, x))
export const csc = <V, C>(p: Primitives<V, C>, x: V): V => p.div(p.constant(1), sin(p, x))

/** sin(x)/x, 1 at 0. */
export const sinc = <V, C>(p: Primitives<V, C>, x: V): V =>
  p.select(p.eq(x, p.constant(0)), p.constant(1), p.div(sin(p, x), x))

/** Where the closed forms of sinc's derivatives cancel, below SERIES_END, they are polynomials. */
export const SERIES_END = 2

/** (cos x − sin(x)/x) / x, the first derivative of sinc. */
export const sinc1 = <V, C>(p: Primitives<V, C>, x: V): V => {
  const closed = p.div(p.sub(cos(p, x), p.div(sin(p, x), x)), x)
  const series = p.mul(x, polynomial(p, p.mul(x, x), SINC1))
  return p.select(p.lt(p.abs(x), p.constant(SERIES_END)), series, closed)
}

/** −(sin x + 2 sinc′ x) / x, the second derivative of sinc. */
export const sinc2 = <V, C>(p: Primitives<V, C>, x: V): V => {
  const slope = p.div(p.sub(cos(p, x), p.div(sin(p, x), x)), x)
  const closed = p.neg(p.div(p.add(sin(p, x), p.mul(p.constant(2), slope)), x))
  const series = polynomial(p, p.mul(x, x), SINC2)
  return p.select(p.lt(p.abs(x), p.constant(SERIES_END)), series, closed)
}
