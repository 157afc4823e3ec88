/**
 * The arithmetic every executor shares: operations that IEEE 754 (or plain bit moves) define to the last bit, on any
 * machine. Functions are written once over this interface; instantiated with graph nodes they are what kernels run,
 * instantiated with numbers they compute.
 *
 * `V` is a float64 value, `C` a condition (true or false). All of them may be taken off the object and called alone.
 */
export interface Primitives<V, C> {
  readonly constant: (value: number) => V
  readonly add: (a: V, b: V) => V
  readonly sub: (a: V, b: V) => V
  readonly mul: (a: V, b: V) => V
  readonly div: (a: V, b: V) => V
  /** Correctly rounded. */
  readonly sqrt: (a: V) => V
  readonly neg: (a: V) => V
  readonly abs: (a: V) => V
  readonly floor: (a: V) => V
  /** As `Math.min`: NaN if either is, and −0 below +0. */
  readonly min: (a: V, b: V) => V
  readonly max: (a: V, b: V) => V
  readonly lt: (a: V, b: V) => C
  readonly le: (a: V, b: V) => C
  readonly eq: (a: V, b: V) => C
  readonly and: (a: C, b: C) => C
  readonly or: (a: C, b: C) => C
  readonly not: (a: C) => C
  /** Both branches are evaluated; one is taken, bit by bit. */
  readonly select: (condition: C, whenTrue: V, whenFalse: V) => V
  /** The magnitude of `a` with the sign bit of `b`. A NaN `b` has either sign: `a` must then be NaN too. */
  readonly copySign: (a: V, b: V) => V
  /** Whether the lowest bit of `a`'s significand field is set. */
  readonly odd: (a: V) => C
  /** `a`, negated when the second lowest bit of `b`'s significand field is set. */
  readonly flipSign: (a: V, b: V) => V
  /**
   * The float whose sign and exponent fields are the low twelve bits of `a`'s significand field, its fraction zero:
   * 2^n for a = n + POWER_BIAS, −1023 < n < 1024.
   */
  readonly power: (a: V) => V
  /** The sign and exponent fields as an integer: for a positive normal number, its exponent + 1023. */
  readonly exponent: (a: V) => V
  /** The fraction of `a` with the exponent of one: in [1, 2). */
  readonly significand: (a: V) => V
  /** `a` without the low 32 bits of its fraction: 21 significant bits, so that products of two are exact. */
  readonly high: (a: V) => V
  /**
   * `x` less its nearest multiple of π/2. Not an operation but a step, here because instances differ in what they do
   * with arguments beyond REDUCTION_LIMIT: numbers are reduced exactly, a graph is guarded (see `lower`).
   */
  readonly reduce: (x: V) => Reduced<V>
}

/** x = k·π/2 + high + low, |high| ≤ π/4 and a rounding. */
export interface Reduced<V> {
  /** k + ROUNDING: `odd` and `flipSign` read the quadrant in its low bits. */
  readonly quadrant: V
  readonly high: V
  /** What `high` lost, less than half a unit of its last place. */
  readonly low: V
}

/**
 * Adding this to any |x| < 2^51, and taking it off again, rounds x to the nearest integer, ties to even. Between the
 * two the integer stands in the low bits of the significand, where `odd` and `flipSign` find them.
 */
export const ROUNDING = 1.5 * 2 ** 52

/** Added to an integer it leaves the biased exponent of its power of two where `power` reads it. */
export const POWER_BIAS = ROUNDING + 1023
