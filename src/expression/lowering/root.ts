import { CUBE_ROOT } from './coefficients'
import { polynomial } from './polynomial'
import { POWER_BIAS, type Primitives, ROUNDING } from './primitives'

/**
 * A polynomial gives 20 bits, one step of Halley's method the rest: the estimate is cut to 21 bits, so that its square
 * is exact (after FreeBSD msun's s_cbrt.c).
 */
export const cbrt = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul, div, lt, and, select } = p
  const a = p.abs(x)
  const subnormal = lt(a, constant(2 ** -1022))
  const normal = select(subnormal, mul(a, constant(2 ** 54)), a)
  const exponent = sub(p.exponent(normal), select(subnormal, constant(1023 + 54), constant(1023)))
  // Thirds of integers are never near a tie, so rounding (e − 1)/3 to nearest is the floor of e/3.
  const third = sub(add(mul(sub(exponent, constant(1)), constant(1 / 3)), constant(ROUNDING)), constant(ROUNDING))
  const rest = sub(exponent, mul(third, constant(3)))
  const m = p.significand(normal)
  const byRest = (zero: number, one: number, two: number) =>
    select(lt(rest, constant(0.5)), constant(zero), select(lt(rest, constant(1.5)), constant(one), constant(two)))
  const estimate = p.high(mul(polynomial(p, m, CUBE_ROOT), byRest(1, Math.cbrt(2), Math.cbrt(4))))
  const ratio = div(mul(m, byRest(1, 2, 4)), mul(estimate, estimate))
  const step = div(sub(ratio, estimate), add(add(estimate, estimate), ratio))
  const root = mul(add(estimate, mul(estimate, step)), p.power(add(third, constant(POWER_BIAS))))
  const regular = and(lt(constant(0), a), lt(a, constant(Number.POSITIVE_INFINITY)))
  return select(regular, p.copySign(root, x), x)
}

/** √(x² + y²); infinite as soon as one of them is. */
export const hypot = <V, C>(p: Primitives<V, C>, x: V, y: V): V => {
  const { constant, add, mul, sqrt, lt, eq, or, select } = p
  const a = p.abs(x)
  const b = p.abs(y)
  const larger = select(lt(a, b), b, a)
  const huge = lt(constant(2 ** 500), larger)
  const tiny = lt(larger, constant(2 ** -500))
  const byRange = (whenHuge: number, whenTiny: number) =>
    select(huge, constant(whenHuge), select(tiny, constant(whenTiny), constant(1)))
  const scale = byRange(2 ** -600, 2 ** 600)
  const left = mul(a, scale)
  const right = mul(b, scale)
  const length = mul(sqrt(add(mul(left, left), mul(right, right))), byRange(2 ** 600, 2 ** -600))
  const infinity = constant(Number.POSITIVE_INFINITY)
  return select(or(eq(a, infinity), eq(b, infinity)), infinity, length)
}
