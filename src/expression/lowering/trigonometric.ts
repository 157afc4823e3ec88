import { COSINE, SINC1, SINC2, SINE } from './coefficients'
import { polynomial } from './polynomial'
import type { Primitives } from './primitives'

/** sin(high + low) for |high| ≤ π/4; sin(−0) is −0. */
const sineSeries = <V, C>(p: Primitives<V, C>, high: V, low?: V): V => {
  const { add, mul, copySign } = p
  const square = mul(high, high)
  const cubic = mul(mul(high, square), polynomial(p, square, SINE))
  return copySign(add(high, low === undefined ? cubic : add(cubic, low)), high)
}

/** cos(high + low) for |high| ≤ π/4. With `low`, what 1 − high²/2 rounds away is also put back. */
const cosineSeries = <V, C>(p: Primitives<V, C>, high: V, low?: V): V => {
  const { constant, add, sub, mul } = p
  const square = mul(high, high)
  const half = mul(constant(0.5), square)
  const quartic = mul(mul(square, square), polynomial(p, square, COSINE))
  if (low === undefined) return sub(constant(1), sub(half, quartic))
  const whole = sub(constant(1), half)
  const lost = sub(sub(constant(1), whole), half)
  return add(whole, add(lost, sub(quartic, mul(high, low))))
}

export const sin = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { quadrant, high } = p.reduce(x)
  return p.flipSign(p.select(p.odd(quadrant), cosineSeries(p, high), sineSeries(p, high)), quadrant)
}

/** cos x = sin(x + π/2): one quadrant on. */
export const cos = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { quadrant, high } = p.reduce(x)
  const value = p.select(p.odd(quadrant), sineSeries(p, high), cosineSeries(p, high))
  return p.flipSign(value, p.add(quadrant, p.constant(1)))
}

/** sin x and cos x to 0.8 ulp, for what is made from them. */
const accurate = <V, C>(p: Primitives<V, C>, x: V): { sine: V; cosine: V } => {
  const { quadrant, high, low } = p.reduce(x)
  const sine = sineSeries(p, high, low)
  const cosine = cosineSeries(p, high, low)
  const odd = p.odd(quadrant)
  return {
    sine: p.flipSign(p.select(odd, cosine, sine), quadrant),
    cosine: p.flipSign(p.select(odd, sine, cosine), p.add(quadrant, p.constant(1))),
  }
}

export const tan = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { sine, cosine } = accurate(p, x)
  return p.div(sine, cosine)
}
export const cot = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { sine, cosine } = accurate(p, x)
  return p.div(cosine, sine)
}
export const sec = <V, C>(p: Primitives<V, C>, x: V): V => p.div(p.constant(1), accurate(p, x).cosine)
export const csc = <V, C>(p: Primitives<V, C>, x: V): V => p.div(p.constant(1), accurate(p, x).sine)

/** sin(x)/x, 1 at 0. */
export const sinc = <V, C>(p: Primitives<V, C>, x: V): V =>
  p.select(p.eq(x, p.constant(0)), p.constant(1), p.div(accurate(p, x).sine, x))

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
