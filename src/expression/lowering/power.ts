import { EXPONENTIAL, LOGARITHM } from './coefficients'
import { clampTo, scaleByPower } from './exponential'
import { splitLogarithm } from './logarithm'
import { polynomial } from './polynomial'
import { type Primitives, ROUNDING } from './primitives'

/** A value as a sum of two, the first of 21 bits. */
interface Split<V> {
  readonly high: V
  readonly low: V
}

/** 2 / (3 ln 2) and ln 2: whole, the first 21 bits, the rest. (fdlibm, e_pow.c, Sun Microsystems 1993.) */
const TWO_THIRDS_LOG2_E = [0.9617966939259756, 0.9617967009544373, -7.028461650952758e-9] as const
const LN2 = [Math.LN2, 0.6931471824645996, -1.904654299957768e-9] as const

/**
 * log2 of a finite a > 0 to about 65 bits, after e_pow.c: with s = f/(2+f),
 * log(1+f) = ⅔ s (3 + s² + s⁴ L(s²)), in pieces whose products are exact.
 */
const splitLog2 = <V, C>(p: Primitives<V, C>, a: V): Split<V> => {
  const { constant, add, sub, mul, div } = p
  const { k, f } = splitLogarithm(p, a)
  const m = add(f, constant(1))
  const inverse = div(constant(1), add(m, constant(1)))
  const s = mul(f, inverse)
  const sHigh = p.high(s)
  const sumHigh = p.high(add(m, constant(1)))
  const sumLow = sub(m, sub(sumHigh, constant(1)))
  const sLow = mul(inverse, sub(sub(f, mul(sHigh, sumHigh)), mul(sHigh, sumLow)))
  const square = mul(s, s)
  const series = mul(mul(square, square), polynomial(p, square, LOGARITHM))
  const r = add(series, mul(sLow, add(sHigh, s)))
  const squareHigh = mul(sHigh, sHigh)
  const tHigh = p.high(add(add(constant(3), squareHigh), r))
  const tLow = sub(r, sub(sub(tHigh, constant(3)), squareHigh))
  const u = mul(sHigh, tHigh)
  const v = add(mul(sLow, tHigh), mul(tLow, s))
  const high = p.high(add(u, v))
  const low = sub(v, sub(high, u))
  const zHigh = mul(constant(TWO_THIRDS_LOG2_E[1]), high)
  const zLow = add(mul(constant(TWO_THIRDS_LOG2_E[2]), high), mul(low, constant(TWO_THIRDS_LOG2_E[0])))
  const logHigh = p.high(add(add(zHigh, zLow), k))
  return { high: logHigh, low: sub(zLow, sub(sub(logHigh, k), zHigh)) }
}

/** 2^(high + low), zero and infinity where it must. */
const powerOfTwo = <V, C>(p: Primitives<V, C>, { high, low }: Split<V>): V => {
  const { constant, add, sub, mul } = p
  const k = sub(add(add(high, low), constant(ROUNDING)), constant(ROUNDING))
  const whole = sub(high, k)
  const top = p.high(add(low, whole))
  const u = mul(top, constant(LN2[1]))
  const v = add(mul(sub(low, sub(top, whole)), constant(LN2[0])), mul(top, constant(LN2[2])))
  const r = add(u, v)
  const lost = sub(v, sub(r, u))
  const tail = add(mul(mul(r, r), polynomial(p, r, EXPONENTIAL)), add(lost, mul(r, lost)))
  return scaleByPower(p, add(constant(1), add(r, tail)), k)
}

/** a^y for a > 0, y not NaN. */
const positivePower = <V, C>(p: Primitives<V, C>, a: V, y: V): V => {
  const { constant, add, sub, mul, eq, select } = p
  const log = splitLog2(p, a)
  // A power this high is 0, 1 or infinite for every double a, and its product with the logarithm stays finite.
  const bounded = clampTo(p, y, -(2 ** 80), 2 ** 80)
  const yHigh = p.high(bounded)
  const high = mul(yHigh, log.high)
  const low = add(mul(sub(bounded, yHigh), log.high), mul(bounded, log.low))
  const sum = add(high, low)
  const clamped = clampTo(p, sum, -1100, 1100)
  const inRange = eq(sum, clamped)
  return powerOfTwo(p, { high: select(inRange, high, clamped), low: select(inRange, low, constant(0)) })
}

/** x^y as C's pow (IEEE 754-2008 9.2.1): 1^y and x^0 are 1 even for NaN. */
export const pow = <V, C>(p: Primitives<V, C>, x: V, y: V): V => {
  const { constant, mul, floor, lt, eq, and, or, not, select } = p
  const zero = constant(0)
  const infinity = constant(Number.POSITIVE_INFINITY)
  const a = p.abs(x)
  const isZero = eq(a, zero)
  const isInfinite = eq(a, infinity)
  const grows = or(and(isZero, lt(y, zero)), and(isInfinite, lt(zero, y)))
  const edge = select(grows, infinity, zero)
  const regular = and(lt(zero, a), lt(a, infinity))
  const magnitude = select(regular, positivePower(p, a, y), select(eq(x, x), edge, x))
  const half = mul(y, constant(0.5))
  const whole = eq(floor(y), y)
  const oddPower = and(whole, not(eq(floor(half), half)))
  const signed = select(oddPower, p.copySign(magnitude, x), magnitude)
  const imaginary = and(and(regular, lt(x, zero)), not(whole))
  const value = select(imaginary, constant(Number.NaN), select(eq(y, y), signed, y))
  return select(or(eq(y, zero), eq(x, constant(1))), constant(1), value)
}

/** x^n for an integer n by repeated squaring; for negative n, 1 / x^-n. */
export const integerPower = <V, C>({ constant, mul, div }: Primitives<V, C>, x: V, n: number): V => {
  let result: V | undefined
  let square = x
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result === undefined ? square : mul(result, square)
    if (left > 1) square = mul(square, square)
  }
  if (result === undefined) return constant(1)
  return n < 0 ? div(constant(1), result) : result
}
