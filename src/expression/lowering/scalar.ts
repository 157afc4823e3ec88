import type { Primitives } from './primitives'
import { REDUCTION_LIMIT, reduceByParts, reduceExactly } from './reduction'

const float = new Float64Array(1)
/** Low word first: every machine a browser runs on is little-endian. */
const words = new Int32Array(float.buffer)

/** The primitives on plain numbers: each returns exactly the bits the SIMD instruction of the same meaning does. */
export const scalar: Primitives<number, boolean> = {
  constant: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sqrt: Math.sqrt,
  neg: (a) => -a,
  abs: Math.abs,
  floor: Math.floor,
  // Not `Math.min` itself: called with an argument too many, even undefined, that is NaN.
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  eq: (a, b) => a === b,
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  not: (a) => !a,
  select: (condition, whenTrue, whenFalse) => (condition ? whenTrue : whenFalse),
  copySign(a, b) {
    float[0] = b
    const negative = words[1]! < 0
    return negative ? -Math.abs(a) : Math.abs(a)
  },
  odd(a) {
    float[0] = a
    return (words[0]! & 1) === 1
  },
  flipSign(a, b) {
    float[0] = b
    return (words[0]! & 2) === 2 ? -a : a
  },
  power(a) {
    float[0] = a
    words[1] = words[0]! << 20
    words[0] = 0
    return float[0]!
  },
  exponent(a) {
    float[0] = a
    return words[1]! >>> 20
  },
  significand(a) {
    float[0] = a
    words[1] = (words[1]! & 0xfffff) | 0x3ff00000
    return float[0]!
  },
  high(a) {
    float[0] = a
    words[0] = 0
    return float[0]!
  },
  reduce: (x) => (Math.abs(x) <= REDUCTION_LIMIT ? reduceByParts(scalar, x) : reduceExactly(x)),
}
