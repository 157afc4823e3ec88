import { erf } from './error-function'
import { exp, sigmoid } from './exponential'
import { acosh, asinh, atanh, cosh, sinh, tanh } from './hyperbolic'
import { acos, asin, asin1, atan, atan2 } from './inverse-trigonometric'
import { log, log2, log10, softplus } from './logarithm'
import { ceil, relu, round, sign } from './piecewise'
import { integerPower, pow } from './power'
import type { Primitives } from './primitives'
import { cbrt, hypot } from './root'
import { cos, cot, csc, sec, sin, sinc, sinc1, sinc2, tan } from './trigonometric'

type Unary = <V, C>(p: Primitives<V, C>, x: V) => V
type Binary = <V, C>(p: Primitives<V, C>, x: V, y: V) => V
type Comparison = <V, C>(p: Primitives<V, C>, a: V, b: V) => C

const unary: ReadonlyMap<string, Unary> = new Map<string, Unary>([
  ['neg', (p, x) => p.neg(x)],
  ['abs', (p, x) => p.abs(x)],
  ['sqrt', (p, x) => p.sqrt(x)],
  ['floor', (p, x) => p.floor(x)],
  ['step', (p, x) => p.select(p.le(p.constant(0), x), p.constant(1), p.constant(0))],
  ...Object.entries({ ceil, round, sign, relu, exp, sigmoid, log, log2, log10, softplus }),
  ...Object.entries({ sinh, cosh, tanh, asinh, acosh, atanh, asin, asin1, acos, atan, cbrt, erf }),
  ...Object.entries({ sin, cos, tan, sec, csc, cot, sinc, sinc1, sinc2 }),
])

const binary: ReadonlyMap<string, Binary> = new Map<string, Binary>([
  ['add', (p, a, b) => p.add(a, b)],
  ['sub', (p, a, b) => p.sub(a, b)],
  ['mul', (p, a, b) => p.mul(a, b)],
  ['div', (p, a, b) => p.div(a, b)],
  ['min', (p, a, b) => p.min(a, b)],
  ['max', (p, a, b) => p.max(a, b)],
  ...Object.entries({ pow, atan2, hypot }),
])

const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['lt', (p, a, b) => p.lt(a, b)],
  ['le', (p, a, b) => p.le(a, b)],
  ['gt', (p, a, b) => p.lt(b, a)],
  ['ge', (p, a, b) => p.le(b, a)],
  ['eq', (p, a, b) => p.eq(a, b)],
  ['ne', (p, a, b) => p.not(p.eq(a, b))],
])

/** An argument of a function: its value, the condition it stands for (any number but 0 is true), its constant. */
export interface Argument<V, C> {
  readonly value: V
  readonly condition: C
  /** The number, where the argument is the same everywhere. */
  readonly constant: number | undefined
}

/** What a function gives: a value, or a condition, which as a value is 1 or 0. */
export type Result<V, C> = { readonly value: V } | { readonly condition: C }

/** Integer exponents up to this size are multiplied out, so that x^2 is x·x in every bit. */
const LARGEST_MULTIPLIED_EXPONENT = 64

/** Applies a function of the language by primitives. Throws RangeError when there is no such function. */
export const applyFunction = <V, C>(
  p: Primitives<V, C>,
  name: string,
  args: readonly Argument<V, C>[],
): Result<V, C> => {
  const [a, b, c] = args
  if (name === 'select') return { value: p.select(a!.condition, b!.value, c!.value) }
  if (name === 'clamp') return { value: p.min(p.max(a!.value, b!.value), c!.value) }
  const comparison = comparisons.get(name)
  if (comparison !== undefined) return { condition: comparison(p, a!.value, b!.value) }
  const exponent = name === 'pow' ? b!.constant : undefined
  if (Number.isInteger(exponent) && Math.abs(exponent!) <= LARGEST_MULTIPLIED_EXPONENT) {
    return { value: integerPower(p, a!.value, exponent!) }
  }
  // e^x is meant as exp x: the double nearest to e is itself off, by a relative 5e-17 x in the result.
  if (name === 'pow' && a!.constant === Math.E) return { value: exp(p, b!.value) }
  const one = unary.get(name)
  if (one !== undefined) return { value: one(p, a!.value) }
  const two = binary.get(name)
  if (two === undefined) throw new RangeError(`no lowering of ${name}`)
  return { value: two(p, a!.value, b!.value) }
}
