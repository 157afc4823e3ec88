/** Elementary functions to about PRECISION − 15 bits, in relative error: what the accuracy of the product is measured against. */
import {
  abs,
  add,
  type BigFloat,
  div,
  fromFixed,
  fromInteger,
  fromNumber,
  magnitude,
  mul,
  neg,
  PRECISION,
  scale,
  sqrt,
  sub,
  toFixed,
  toNumber,
  ZERO,
} from './bigfloat'

const ONE = fromInteger(1)
const TWO = fromInteger(2)
/** Fraction bits of the fixed-point series: beyond PRECISION by what squaring and small results lose. */
const FRACTION = PRECISION + 72
const FIXED_ONE = 1n << BigInt(FRACTION)

/** atan(1/n) · 2^bits. */
const inverseArcTangent = (n: bigint, bits: bigint): bigint => {
  let term = (1n << bits) / n
  let sum = term
  for (let k = 3n, sign = -1n; term !== 0n; k += 2n, sign = -sign) {
    term /= n * n
    sum += (sign * term) / k
  }
  return sum
}

/** π · 2^bits by Machin's formula. */
export const piFixed = (bits: number): bigint => {
  const working = BigInt(bits + 32)
  return (16n * inverseArcTangent(5n, working) - 4n * inverseArcTangent(239n, working)) >> 32n
}

/** ln 2 · 2^bits as 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749). */
export const ln2Fixed = (bits: number): bigint => {
  const working = BigInt(bits + 32)
  const atanhInverse = (n: bigint) => {
    let term = (1n << working) / n
    let sum = term
    for (let k = 3n; term !== 0n; k += 2n) {
      term /= n * n
      sum += term / k
    }
    return sum
  }
  return (18n * atanhInverse(26n) - 2n * atanhInverse(4801n) + 8n * atanhInverse(8749n)) >> 32n
}

/** Enough bits of π to reduce the largest double. */
const PI_BITS = 1024 + 2 * PRECISION + 64
const PI_LONG = piFixed(PI_BITS)
export const PI = fromFixed(PI_LONG, PI_BITS)
const LN2_BITS = FRACTION + 16
const LN2_LONG = ln2Fixed(LN2_BITS)
export const LN2 = fromFixed(LN2_LONG, LN2_BITS)

/** Σ x^(2k+first) / (2k+first)!, signs alternating or not, in fixed point. */
const factorialSeries = (x: bigint, first: 0 | 1, alternating: boolean): bigint => {
  const square = (x * x) >> BigInt(FRACTION)
  let term = first === 0 ? FIXED_ONE : x
  let sum = term
  for (let k = BigInt(first); term !== 0n && term !== -1n; k += 2n) {
    term = ((term * square) >> BigInt(FRACTION)) / ((k + 1n) * (k + 2n))
    if (alternating) term = -term
    sum += term
  }
  return sum
}

export function exp(x: BigFloat): BigFloat {
  if (magnitude(x) > 12) throw new RangeError('exp out of range')
  const k = Math.round(toNumber(x) / Math.LN2)
  const fixed = toFixed(x, LN2_BITS) - BigInt(k) * LN2_LONG
  const halvings = 8n
  const r = fixed >> (16n + halvings)
  let power = factorialSeries(r, 0, false) + factorialSeries(r, 1, false)
  for (let i = 0n; i < halvings; i++) power = (power * power) >> BigInt(FRACTION)
  return scale(fromFixed(power, FRACTION), k)
}

/** Σ terms while they matter, for arguments so small that fixed point would lose relative precision. */
const powerSeries = (x: BigFloat, coefficient: (k: number) => BigFloat): BigFloat => {
  let power = x
  let sum = ZERO
  for (let k = 1; ; k++) {
    const term = mul(power, coefficient(k))
    sum = add(sum, term)
    if (magnitude(term) < magnitude(sum) - PRECISION || k > 400) return sum
    power = mul(power, x)
  }
}

export const expm1 = (x: BigFloat): BigFloat => {
  if (x.mantissa === 0n) return ZERO
  if (magnitude(x) > -8) return sub(exp(x), ONE)
  let factorial = 1n
  return powerSeries(x, (k) => {
    factorial *= BigInt(k)
    return div(ONE, fromInteger(factorial))
  })
}

export function log(x: BigFloat): BigFloat {
  const k = magnitude(x)
  let m = scale(x, -k)
  let power = k
  if (toNumber(m) > Math.SQRT2) {
    m = scale(m, -1)
    power += 1
  }
  return add(mul(fromInteger(power), LN2), log1p(sub(m, ONE)))
}

/** log(1 + x), by one step of Halley's method from the double's value, or by the series when x is small. */
export function log1p(x: BigFloat): BigFloat {
  if (x.mantissa === 0n) return ZERO
  if (magnitude(x) > 4) return log(add(ONE, x))
  if (magnitude(x) < -12) {
    const s = div(x, add(TWO, x))
    const square = mul(s, s)
    const tail = powerSeries(square, (k) => div(ONE, fromInteger(2 * k + 1)))
    return mul(scale(s, 1), add(ONE, tail))
  }
  const m = add(ONE, x)
  let y = fromNumber(Math.log1p(toNumber(x)))
  for (let i = 0; i < 2; i++) {
    const e = exp(y)
    y = add(y, scale(div(sub(m, e), add(m, e)), 1))
  }
  return y
}

/** x − k·π/2 for the nearest integer k, exactly, and k mod 4. */
const reduce = (x: BigFloat): { quadrant: number; r: BigFloat } => {
  const fixed = toFixed(x, PI_BITS)
  const half = PI_LONG >> 1n
  const k = (2n * fixed + half) / (2n * half)
  const floor = 2n * fixed + half < 0n && (2n * fixed + half) % (2n * half) !== 0n ? k - 1n : k
  return { quadrant: Number(((floor % 4n) + 4n) % 4n), r: fromFixed(fixed - ((floor * PI_LONG) >> 1n), PI_BITS) }
}

const sinSmall = (r: BigFloat): BigFloat => {
  if (r.mantissa === 0n) return ZERO
  if (magnitude(r) > -24) return fromFixed(factorialSeries(toFixed(r, FRACTION), 1, true), FRACTION)
  const square = neg(mul(r, r))
  let factorial = 1n
  const tail = powerSeries(square, (k) => {
    factorial *= BigInt(2 * k) * BigInt(2 * k + 1)
    return div(ONE, fromInteger(factorial))
  })
  return mul(r, add(ONE, tail))
}
const cosSmall = (r: BigFloat): BigFloat => fromFixed(factorialSeries(toFixed(r, FRACTION), 0, true), FRACTION)

const circular = (x: BigFloat, shift: number): BigFloat => {
  const tiny = magnitude(x) < -24
  const { quadrant, r } = tiny ? { quadrant: 0, r: x } : reduce(x)
  const q = (quadrant + shift) % 4
  const value = q % 2 === 0 ? sinSmall(r) : cosSmall(r)
  return q >= 2 ? neg(value) : value
}
export const sin = (x: BigFloat): BigFloat => circular(x, 0)
export const cos = (x: BigFloat): BigFloat => circular(x, 1)
export const tan = (x: BigFloat): BigFloat => div(sin(x), cos(x))

export const atan = (x: BigFloat): BigFloat => {
  if (x.mantissa === 0n) return ZERO
  if (magnitude(x) > 60) return sub(x.mantissa < 0n ? neg(scale(PI, -1)) : scale(PI, -1), atan(div(ONE, x)))
  if (magnitude(x) < -12)
    return mul(
      x,
      add(
        ONE,
        powerSeries(neg(mul(x, x)), (k) => div(ONE, fromInteger(2 * k + 1))),
      ),
    )
  let y = fromNumber(Math.atan(toNumber(x)))
  for (let i = 0; i < 2; i++) {
    const s = sin(y)
    const c = cos(y)
    const d = div(sub(mul(x, c), s), add(c, mul(x, s)))
    y = add(y, sub(d, div(mul(d, mul(d, d)), fromInteger(3))))
  }
  return y
}
export const atan2 = (y: BigFloat, x: BigFloat): BigFloat => {
  if (x.mantissa === 0n) return y.mantissa < 0n ? neg(scale(PI, -1)) : scale(PI, -1)
  const principal = atan(div(y, x))
  if (x.mantissa > 0n) return principal
  return y.mantissa < 0n ? sub(principal, PI) : add(principal, PI)
}
export const asin = (x: BigFloat): BigFloat => {
  const cosine = sqrt(mul(sub(ONE, x), add(ONE, x)))
  return cosine.mantissa === 0n ? mul(x, scale(PI, -1)) : atan(div(x, cosine))
}
export const acos = (x: BigFloat): BigFloat => {
  const above = add(ONE, x)
  return above.mantissa === 0n ? PI : scale(atan(sqrt(div(sub(ONE, x), above))), 1)
}

export const sinh = (x: BigFloat): BigFloat => {
  const m = expm1(abs(x))
  const value = scale(add(m, div(m, add(m, ONE))), -1)
  return x.mantissa < 0n ? neg(value) : value
}
export const cosh = (x: BigFloat): BigFloat => {
  const e = exp(x)
  return scale(add(e, div(ONE, e)), -1)
}
export const tanh = (x: BigFloat): BigFloat => {
  if (magnitude(x) > 8) return x.mantissa < 0n ? neg(ONE) : ONE
  const m = expm1(scale(x, 1))
  return div(m, add(m, TWO))
}
export const asinh = (x: BigFloat): BigFloat => {
  const a = abs(x)
  const square = mul(a, a)
  const value = log1p(add(a, div(square, add(ONE, sqrt(add(ONE, square))))))
  return x.mantissa < 0n ? neg(value) : value
}
export const acosh = (x: BigFloat): BigFloat => {
  const t = sub(x, ONE)
  return log1p(add(t, sqrt(mul(t, add(t, TWO)))))
}
export const atanh = (x: BigFloat): BigFloat => scale(log1p(div(scale(x, 1), sub(ONE, x))), -1)
export const log2 = (x: BigFloat): BigFloat => div(log(x), LN2)
const LN10 = log(fromInteger(10))
export const log10 = (x: BigFloat): BigFloat => div(log(x), LN10)

export const cbrt = (x: BigFloat): BigFloat => {
  if (x.mantissa === 0n) return ZERO
  const third = Math.floor(magnitude(x) / 3)
  const m = scale(x, -3 * third)
  let y = fromNumber(Math.cbrt(toNumber(m)))
  for (let i = 0; i < 2; i++) y = sub(y, div(sub(mul(y, mul(y, y)), m), mul(fromInteger(3), mul(y, y))))
  return scale(y, third)
}
export const hypot = (x: BigFloat, y: BigFloat): BigFloat => sqrt(add(mul(x, x), mul(y, y)))
/** exp for any argument: zero far below, and the largest representable power far above. */
export const expClamped = (x: BigFloat): BigFloat => {
  const n = toNumber(x)
  return n < -1200 ? scale(ONE, -1800) : n > 1200 ? scale(ONE, 1800) : exp(x)
}
/** x^y for x > 0, zero far below and infinite far above. */
export const powClamped = (x: BigFloat, y: BigFloat): BigFloat => expClamped(mul(y, log(x)))
export const sigmoid = (x: BigFloat): BigFloat => div(ONE, add(ONE, expClamped(neg(x))))
export const softplus = (x: BigFloat): BigFloat => {
  const tail = log1p(expClamped(neg(abs(x))))
  return x.mantissa > 0n ? add(x, tail) : tail
}

const TWO_OVER_SQRT_PI = div(TWO, sqrt(PI))
/** 2/√π e^(−x²) Σ 2^n x^(2n+1) / (2n+1)!!: every term has the same sign. */
export const erf = (x: BigFloat): BigFloat => {
  if (x.mantissa === 0n) return ZERO
  if (magnitude(x) >= 4) return x.mantissa < 0n ? neg(ONE) : ONE
  const square = mul(x, x)
  let term = ONE
  let sum = ONE
  for (let n = 1; magnitude(term) > magnitude(sum) - PRECISION; n++) {
    term = div(mul(term, scale(square, 1)), fromInteger(2 * n + 1))
    sum = add(sum, term)
  }
  return mul(mul(TWO_OVER_SQRT_PI, exp(neg(square))), mul(x, sum))
}
