/**
 * Binary floating point of PRECISION bits on BigInt: the arithmetic behind the reference functions and the
 * derivation of polynomials. Every operation is correct to within one unit of its last bit.
 */
export interface BigFloat {
  readonly mantissa: bigint
  /** The value is mantissa · 2^exponent. */
  readonly exponent: number
}

/** Bits kept by every operation. */
export const PRECISION = 192

const view = new DataView(new ArrayBuffer(8))

/** Position of the highest set bit plus one; may be one too large just below a power of two. */
export const bitLength = (n: bigint): number => {
  const magnitude = n < 0n ? -n : n
  const approximate = Number(magnitude)
  if (approximate === Number.POSITIVE_INFINITY) return magnitude.toString(2).length
  if (approximate === 0) return 0
  view.setFloat64(0, approximate)
  return ((view.getUint32(0) >>> 20) & 0x7ff) - 1022
}

const normalize = (mantissa: bigint, exponent: number): BigFloat => {
  const excess = bitLength(mantissa) - PRECISION
  if (excess <= 0) return { mantissa, exponent }
  return { mantissa: mantissa >> BigInt(excess), exponent: exponent + excess }
}

export const ZERO: BigFloat = { mantissa: 0n, exponent: 0 }

export const fromInteger = (n: bigint | number): BigFloat => normalize(BigInt(n), 0)
export const fromFixed = (n: bigint, fractionBits: number): BigFloat => normalize(n, -fractionBits)

/** Exact. `x` must be finite. */
export const fromNumber = (x: number): BigFloat => {
  if (x === 0) return ZERO
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const biased = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n
  return { mantissa: x < 0 ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 }
}

/** As an integer in units of 2^-fractionBits, rounded down. */
export const toFixed = (x: BigFloat, fractionBits: number): bigint => {
  const shift = x.exponent + fractionBits
  return shift >= 0 ? x.mantissa << BigInt(shift) : x.mantissa >> BigInt(-shift)
}

/** Correctly rounded to the nearest float64, subnormals included. */
export const toNumber = (x: BigFloat): number => {
  const magnitude = x.mantissa < 0n ? -x.mantissa : x.mantissa
  let length = bitLength(magnitude)
  if (length > 0 && magnitude >> BigInt(length - 1) === 0n) length -= 1
  const drop = length - Math.min(53, length + x.exponent + 1074)
  if (length === 0 || drop > length) return x.mantissa < 0n ? -0 : 0
  let rounded = magnitude
  if (drop > 0) {
    const half = 1n << BigInt(drop - 1)
    const rest = magnitude & (2n * half - 1n)
    rounded = magnitude >> BigInt(drop)
    if (rest > half || (rest === half && (rounded & 1n) === 1n)) rounded += 1n
  }
  const power = x.exponent + Math.max(drop, 0)
  const first = Math.trunc(power / 2)
  const value = Number(rounded) * 2 ** first * 2 ** (power - first)
  return x.mantissa < 0n ? -value : value
}

export const neg = (x: BigFloat): BigFloat => ({ mantissa: -x.mantissa, exponent: x.exponent })
export const abs = (x: BigFloat): BigFloat => (x.mantissa < 0n ? neg(x) : x)
export const scale = (x: BigFloat, power: number): BigFloat => ({ mantissa: x.mantissa, exponent: x.exponent + power })
export const sign = (x: BigFloat): number => (x.mantissa === 0n ? 0 : x.mantissa < 0n ? -1 : 1)

/** Exponent of the leading bit: 2^magnitude(x) ≤ |x| < 2^(magnitude(x)+1), to within one. */
export const magnitude = (x: BigFloat): number =>
  x.mantissa === 0n ? Number.NEGATIVE_INFINITY : bitLength(x.mantissa) + x.exponent - 1

export const add = (a: BigFloat, b: BigFloat): BigFloat => {
  if (a.mantissa === 0n) return b
  if (b.mantissa === 0n) return a
  const distance = magnitude(a) - magnitude(b)
  if (distance > 2 * PRECISION) return a
  if (distance < -2 * PRECISION) return b
  const exponent = Math.min(a.exponent, b.exponent)
  const left = a.mantissa << BigInt(a.exponent - exponent)
  const right = b.mantissa << BigInt(b.exponent - exponent)
  return normalize(left + right, exponent)
}

export const sub = (a: BigFloat, b: BigFloat): BigFloat => add(a, neg(b))
export const mul = (a: BigFloat, b: BigFloat): BigFloat => normalize(a.mantissa * b.mantissa, a.exponent + b.exponent)
export const compare = (a: BigFloat, b: BigFloat): number => sign(sub(a, b))

export const div = (a: BigFloat, b: BigFloat): BigFloat => {
  if (b.mantissa === 0n) throw new RangeError('division by zero')
  const shift = Math.max(0, PRECISION + 2 + bitLength(b.mantissa) - bitLength(a.mantissa))
  return normalize((a.mantissa << BigInt(shift)) / b.mantissa, a.exponent - shift - b.exponent)
}

/** Integer square root by Newton's method, rounded down. */
const integerSqrt = (n: bigint): bigint => {
  if (n < 2n) return n
  let x = 1n << BigInt((bitLength(n) + 2) >> 1)
  for (;;) {
    const next = (x + n / x) >> 1n
    if (next >= x) return x
    x = next
  }
}

export const sqrt = (x: BigFloat): BigFloat => {
  if (x.mantissa < 0n) throw new RangeError('square root of a negative number')
  let shift = Math.max(0, 2 * PRECISION + 4 - bitLength(x.mantissa))
  if ((x.exponent - shift) % 2 !== 0) shift += 1
  return normalize(integerSqrt(x.mantissa << BigInt(shift)), (x.exponent - shift) / 2)
}

/** A decimal literal, for constants taken from tables. */
export const fromDecimal = (text: string): BigFloat => {
  const [whole = '0', fraction = ''] = text.split('.')
  return div(fromInteger(BigInt(whole + fraction)), fromInteger(10n ** BigInt(fraction.length)))
}
