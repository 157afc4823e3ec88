import { EXPONENTIAL } from './coefficients'
import { polynomial } from './polynomial'
import { POWER_BIAS, type Primitives, ROUNDING } from './primitives'

/** ln 2 in two parts; the first has few enough bits that its products with an exponent are exact. */
const LN2_HIGH = 0.6931471806019545
const LN2_LOW = -4.2009150726810846e-11

/** e^x = power · 2^k, power in [0.7, 1.42]. `x` must be within ±800 or NaN. */
export const splitExponential = <V, C>(p: Primitives<V, C>, x: V): { power: V; k: V } => {
  const { constant, add, sub, mul } = p
  const k = sub(add(mul(x, constant(Math.LOG2E)), constant(ROUNDING)), constant(ROUNDING))
  const r = sub(sub(x, mul(k, constant(LN2_HIGH))), mul(k, constant(LN2_LOW)))
  const tail = mul(mul(r, r), polynomial(p, r, EXPONENTIAL))
  return { power: add(constant(1), add(r, tail)), k }
}

/** a · 2^k in two halves, so that overflow and gradual underflow happen by themselves. |k| < 2000. */
export const scaleByPower = <V, C>({ constant, add, sub, mul, power }: Primitives<V, C>, a: V, k: V): V => {
  const half = add(mul(k, constant(0.5)), constant(POWER_BIAS))
  const rest = sub(k, sub(half, constant(POWER_BIAS)))
  return mul(mul(a, power(half)), power(add(rest, constant(POWER_BIAS))))
}

/** `x` held within [low, high]; NaN passes. */
export const clampTo = <V, C>({ constant, select, lt }: Primitives<V, C>, x: V, low: number, high: number): V => {
  const bounded = select(lt(constant(high), x), constant(high), x)
  return select(lt(bounded, constant(low)), constant(low), bounded)
}

export const exp = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { power, k } = splitExponential(p, clampTo(p, x, -746, 710))
  return scaleByPower(p, power, k)
}

/** 1 / (1 + e^−x), from e^−|x| so that nothing overflows. */
export const sigmoid = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, div, neg, abs, lt, select } = p
  const e = exp(p, neg(abs(x)))
  return div(select(lt(x, constant(0)), e, constant(1)), add(constant(1), e))
}
