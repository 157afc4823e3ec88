import { exp } from './exponential'
import { POWER_BIAS, type Primitives } from './primitives'

// The method, the series and the split constants are those of fdlibm and FreeBSD msun: e_log.c, k_log.h, e_log2.c and
// e_log10.c (Sun Microsystems 1993; the last two by S. Kargl and B. Evans).

/** Coefficients of z^1…z^7 for z = s², s = f/(2+f); error below 2^-58.45. */
const SERIES = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
] as const
/** ln 2; products of the first part with an exponent are exact. */
const LN2 = [0.6931471803691238, 1.9082149292705877e-10] as const
/** 1 / ln 2 and 1 / ln 10, their first parts of 21 bits. */
const LOG2_E = [1.4426950407214463, 1.6751713164886512e-10] as const
const LOG10_E = [0.4342944818781689, 2.5082946711645275e-11] as const
const LOG10_2 = [0.30102999566361177, 3.694239077158931e-13] as const

/** x = 2^k (1 + f) with 1 + f in [√½, √2]. Meaningful for finite x > 0. */
export const splitLogarithm = <V, C>(p: Primitives<V, C>, x: V): { k: V; f: V } => {
  const { constant, add, sub, mul, lt, select } = p
  const subnormal = lt(x, constant(2 ** -1022))
  const normal = select(subnormal, mul(x, constant(2 ** 54)), x)
  const bias = select(subnormal, constant(1023 + 54), constant(1023))
  const m = p.significand(normal)
  const upper = lt(constant(Math.SQRT2), m)
  const k = add(sub(p.exponent(normal), bias), select(upper, constant(1), constant(0)))
  return { k, f: sub(select(upper, mul(m, constant(0.5)), m), constant(1)) }
}

/** log(1+f) = f − half + tail, half = f²/2, for 1+f in [√½, √2]. */
const logarithmSeries = <V, C>({ constant, add, mul, div }: Primitives<V, C>, f: V): { half: V; tail: V } => {
  const s = div(f, add(constant(2), f))
  const z = mul(s, s)
  const w = mul(z, z)
  const [c1, c2, c3, c4, c5, c6, c7] = SERIES.map(constant) as [V, V, V, V, V, V, V]
  const even = mul(w, add(c2, mul(w, add(c4, mul(w, c6)))))
  const odd = mul(z, add(c1, mul(w, add(c3, mul(w, add(c5, mul(w, c7)))))))
  const half = mul(mul(constant(0.5), f), f)
  return { half, tail: mul(s, add(half, add(even, odd))) }
}

/** k ln 2 + log(1+f). */
const assemble = <V, C>(p: Primitives<V, C>, k: V, f: V): V => {
  const { constant, add, sub, mul } = p
  const { half, tail } = logarithmSeries(p, f)
  const small = add(tail, mul(k, constant(LN2[1])))
  return sub(mul(k, constant(LN2[0])), sub(sub(half, small), f))
}

/** `value` inside (0, ∞); outside what any logarithm is there. */
const overDomain = <V, C>({ constant, lt, eq, and, select }: Primitives<V, C>, x: V, value: V): V => {
  const inside = and(lt(constant(0), x), lt(x, constant(Number.POSITIVE_INFINITY)))
  const notPositive = select(eq(x, constant(0)), constant(Number.NEGATIVE_INFINITY), constant(Number.NaN))
  return select(inside, value, select(lt(constant(0), x), x, notPositive))
}

export const log = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { k, f } = splitLogarithm(p, x)
  return overDomain(p, x, assemble(p, k, f))
}

/** log(1 + x) for x ≥ 0 and NaN; what the sum 1 + x loses is carried into f. */
export const log1pOfPositive = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul, lt, select } = p
  const sum = add(constant(1), x)
  const back = sub(sum, constant(1))
  const lost = add(sub(constant(1), sub(sum, back)), sub(x, back)) // Knuth's two-sum: exact
  const { k, f } = splitLogarithm(p, sum)
  // For k beyond 2^53 nothing is lost; the bound keeps the power of two in range.
  const scale = p.power(sub(constant(POWER_BIAS), select(lt(k, constant(100)), k, constant(100))))
  const value = assemble(p, k, add(f, mul(lost, scale)))
  return select(lt(sum, constant(Number.POSITIVE_INFINITY)), value, sum)
}

/** log(1+f) as a sum of two, the first of 21 bits. */
const splitSeries = <V, C>(p: Primitives<V, C>, f: V): { high: V; low: V } => {
  const { half, tail } = logarithmSeries(p, f)
  const high = p.high(p.sub(f, half))
  return { high, low: p.add(p.sub(p.sub(f, high), half), tail) }
}

export const log2 = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul } = p
  const { k, f } = splitLogarithm(p, x)
  const { high, low } = splitSeries(p, f)
  const first = mul(high, constant(LOG2_E[0]))
  const rest = add(mul(add(low, high), constant(LOG2_E[1])), mul(low, constant(LOG2_E[0])))
  const sum = add(k, first)
  return overDomain(p, x, add(add(rest, add(sub(k, sum), first)), sum))
}

export const log10 = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul } = p
  const { k, f } = splitLogarithm(p, x)
  const { high, low } = splitSeries(p, f)
  const first = mul(high, constant(LOG10_E[0]))
  const whole = mul(k, constant(LOG10_2[0]))
  const fraction = add(mul(add(low, high), constant(LOG10_E[1])), mul(low, constant(LOG10_E[0])))
  const rest = add(mul(k, constant(LOG10_2[1])), fraction)
  const sum = add(whole, first)
  return overDomain(p, x, add(add(rest, add(sub(whole, sum), first)), sum))
}

/** log(1 + e^x) = max(x, 0) + log(1 + e^−|x|). */
export const softplus = <V, C>(p: Primitives<V, C>, x: V): V => {
  const tail = log1pOfPositive(p, exp(p, p.neg(p.abs(x))))
  return p.add(p.select(p.lt(x, p.constant(0)), p.constant(0), x), tail)
}
