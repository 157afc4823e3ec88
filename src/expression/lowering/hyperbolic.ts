import { HYPERBOLIC_SINE } from './coefficients'
import { clampTo, scaleByPower, splitExponential } from './exponential'
import { log1pOfPositive } from './logarithm'
import { polynomial } from './polynomial'
import { POWER_BIAS, type Primitives } from './primitives'

/** e^a / 2 for a ≥ 0, finite as long as sinh and cosh are. */
const halfExponential = <V, C>(p: Primitives<V, C>, a: V): V => {
  const { power, k } = splitExponential(p, clampTo(p, a, -746, 712))
  return scaleByPower(p, power, p.sub(k, p.constant(1)))
}

/** e^−a / 2 is 1/4 of e^a / 2, inverted. */
export const cosh = <V, C>(p: Primitives<V, C>, x: V): V => {
  const half = halfExponential(p, p.abs(x))
  return p.add(half, p.div(p.constant(0.25), half))
}

export const sinh = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul, div, lt, select } = p
  const a = p.abs(x)
  const square = mul(a, a)
  const series = add(a, mul(mul(a, square), polynomial(p, square, HYPERBOLIC_SINE)))
  const half = halfExponential(p, a)
  const closed = sub(half, div(constant(0.25), half))
  return p.copySign(select(lt(a, constant(1)), series, closed), x)
}

/** tanh x = x + x³ P(x²) / Q(x²) for |x| < 0.625: Cephes, tanh.c (S. Moshier 1995). */
const TANGENT_P = [-1614.6876844170845, -99.28772310019185, -0.9643991794250523]
const TANGENT_Q = [4844.063053251255, 2235.4883906010045, 112.81167849163293, 1]

export const tanh = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, mul, lt, select } = p
  const a = p.abs(x)
  const square = mul(a, a)
  // Beyond 20 the result is 1 to the last bit, and e^2a needs no guarding.
  const { power, k } = splitExponential(p, clampTo(p, add(a, a), 0, 40))
  const e = mul(power, p.power(add(k, constant(POWER_BIAS))))
  const small = lt(a, constant(0.625))
  const numerator = select(small, mul(mul(a, square), polynomial(p, square, TANGENT_P)), constant(-2))
  const denominator = select(small, polynomial(p, square, TANGENT_Q), add(e, constant(1)))
  return p.copySign(add(select(small, a, constant(1)), p.div(numerator, denominator)), x)
}

/** Beyond it √(a² ± 1) is a to the last bit, and a² may overflow. */
const LARGE = 2 ** 28

/** log(1 + t), plus ln 2 where `doubled`. */
const logarithmOf = <V, C>(p: Primitives<V, C>, t: V, doubled: C): V =>
  p.add(log1pOfPositive(p, t), p.select(doubled, p.constant(Math.LN2), p.constant(0)))

export const asinh = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul, div, sqrt, lt, select } = p
  const a = p.abs(x)
  const large = lt(constant(LARGE), a)
  const square = mul(a, a)
  const t = add(a, div(square, add(constant(1), sqrt(add(square, constant(1))))))
  return p.copySign(logarithmOf(p, select(large, sub(a, constant(1)), t), large), x)
}

export const acosh = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul, sqrt, lt, select } = p
  const large = lt(constant(LARGE), x)
  const t = sub(x, constant(1))
  const near = add(t, sqrt(add(add(t, t), mul(t, t))))
  const inside = select(lt(x, constant(1)), constant(Number.NaN), select(large, t, near))
  return logarithmOf(p, inside, large)
}

export const atanh = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, add, sub, mul, div, lt, select } = p
  const a = p.abs(x)
  const twice = add(a, a)
  const rest = sub(constant(1), a)
  const t = select(lt(a, constant(0.5)), add(twice, div(mul(twice, a), rest)), div(twice, rest))
  const inside = select(lt(constant(1), a), constant(Number.NaN), t)
  return p.copySign(mul(constant(0.5), log1pOfPositive(p, inside)), x)
}
