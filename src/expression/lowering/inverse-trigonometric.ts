import { polynomial } from './polynomial'
import type { Primitives } from './primitives'

// Rational and polynomial approximations of fdlibm's e_asin.c, e_acos.c and s_atan.c (Sun Microsystems 1993).

/** (asin x − x) / x³ = P(x²) / Q(x²) for |x| ≤ ½. */
const ARC_SINE_P = [
  0.16666666666666666, -0.3255658186224009, 0.20121253213486293, -0.04005553450067941, 0.0007915349942898145,
  3.479331075960212e-5,
]
const ARC_SINE_Q = [1, -2.403394911734414, 2.0209457602335057, -0.6882839716054533, 0.07703815055590194]
/** (t − atan t) / t³ in t², |t| ≤ 7/16. */
const ARC_TANGENT = [
  0.3333333333333293, -0.19999999999876483, 0.14285714272503466, -0.11111110405462356, 0.09090887133436507,
  -0.0769187620504483, 0.06661073137387531, -0.058335701337905735, 0.049768779946159324, -0.036531572744216916,
  0.016285820115365782,
]
const HALF_PI = [Math.PI / 2, 6.123233995736766e-17] as const
const PI = [Math.PI, 1.2246467991473532e-16] as const

/** asin of `a` in [0, ½], or, above, asin of √((1−a)/2): what the half-angle formulas need. NaN beyond 1. */
const halfAngle = <V, C>(p: Primitives<V, C>, a: V): { small: C; angle: V } => {
  const { constant, add, sub, mul, div, sqrt, lt, select } = p
  const small = lt(a, constant(0.5))
  const square = select(small, mul(a, a), mul(sub(constant(1), a), constant(0.5)))
  const base = select(small, a, sqrt(square))
  const ratio = div(mul(square, polynomial(p, square, ARC_SINE_P)), polynomial(p, square, ARC_SINE_Q))
  return { small, angle: add(base, mul(base, ratio)) }
}

export const asin = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, sub, add, select } = p
  const { small, angle } = halfAngle(p, p.abs(x))
  const large = sub(constant(HALF_PI[0]), sub(add(angle, angle), constant(HALF_PI[1])))
  return p.copySign(select(small, angle, large), x)
}

/** 1 / √(1 − x²), the slope of asin, without cancellation near ±1. */
export const asin1 = <V, C>({ constant, add, sub, mul, div, sqrt }: Primitives<V, C>, x: V): V =>
  div(constant(1), sqrt(mul(sub(constant(1), x), add(constant(1), x))))

export const acos = <V, C>(p: Primitives<V, C>, x: V): V => {
  const { constant, sub, add, select } = p
  const { small, angle } = halfAngle(p, p.abs(x))
  const twice = add(angle, angle)
  const large = select(p.lt(x, constant(0)), sub(constant(PI[0]), sub(twice, constant(PI[1]))), twice)
  const middle = sub(constant(HALF_PI[0]), sub(p.copySign(angle, x), constant(HALF_PI[1])))
  return select(small, middle, large)
}

/** atan(a / b) for a, b ≥ 0, not both zero or infinite; in [0, π/2]. */
const arcTangent = <V, C>(p: Primitives<V, C>, a: V, b: V): V => {
  const { constant, add, sub, mul, lt, select } = p
  // tan of the angle less 0, π/4 or π/2: within ±7/16 of zero each.
  const low = lt(a, mul(b, constant(7 / 16)))
  const high = lt(b, mul(a, constant(7 / 16)))
  const middle = (whenLow: V, whenHigh: V, between: V) => select(low, whenLow, select(high, whenHigh, between))
  const t = p.div(middle(a, p.neg(b), sub(a, b)), middle(b, a, add(a, b)))
  const base = middle(constant(0), constant(HALF_PI[0]), constant(HALF_PI[0] / 2))
  const baseLow = middle(constant(0), constant(HALF_PI[1]), constant(HALF_PI[1] / 2))
  const square = mul(t, t)
  const bend = mul(mul(t, square), polynomial(p, square, ARC_TANGENT))
  return add(base, sub(t, sub(bend, baseLow)))
}

export const atan = <V, C>(p: Primitives<V, C>, x: V): V => p.copySign(arcTangent(p, p.abs(x), p.constant(1)), x)

/** The angle of the point (x, y), in [−π, π]; signed zeros and infinities as IEEE 754. */
export const atan2 = <V, C>(p: Primitives<V, C>, y: V, x: V): V => {
  const { constant, mul, lt, eq, and, or, select } = p
  const infinite = (v: V) => eq(p.abs(v), constant(Number.POSITIVE_INFINITY))
  const beyond = (limit: number, v: V) => lt(constant(limit), p.abs(v))
  const huge = or(beyond(2 ** 1000, x), beyond(2 ** 1000, y))
  const normal = or(beyond(2 ** -900, x), beyond(2 ** -900, y))
  const scale = select(huge, constant(0.25), select(normal, constant(1), constant(2 ** 100)))
  const diagonal = and(infinite(x), infinite(y))
  const a = select(diagonal, constant(1), mul(p.abs(y), scale))
  const b = select(diagonal, constant(1), mul(p.abs(x), scale))
  const angle = arcTangent(p, a, select(and(eq(a, constant(0)), eq(b, constant(0))), constant(1), b))
  const leftward = lt(p.copySign(constant(1), x), constant(0))
  const obtuse = p.sub(constant(PI[0]), p.sub(angle, constant(PI[1])))
  return p.copySign(select(leftward, obtuse, angle), y)
}
