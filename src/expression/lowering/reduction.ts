import { type Primitives, type Reduced, ROUNDING } from './primitives'

/** π/2 in three parts; products of the first two (31 and 32 bits) with k are exact for |k| ≤ 2^21. */
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const

/** Beyond this magnitude the parts of π/2 no longer multiply exactly. */
export const REDUCTION_LIMIT = 2 ** 21 * 1.5

/** Reduction after Cody & Waite 1980, for |x| ≤ REDUCTION_LIMIT. NaN and infinities give NaN. */
export const reduceByParts = <V, C>({ constant, add, sub, mul }: Primitives<V, C>, x: V): Reduced<V> => {
  const quadrant = add(mul(x, constant(2 / Math.PI)), constant(ROUNDING))
  const k = sub(quadrant, constant(ROUNDING))
  const first = sub(x, mul(k, constant(HALF_PI[0])))
  const second = mul(k, constant(HALF_PI[1]))
  const sum = sub(first, second)
  const lost = sub(sub(first, sum), second)
  const third = sub(mul(k, constant(HALF_PI[2])), lost)
  const high = sub(sum, third)
  return { quadrant, high, low: sub(sub(sum, high), third) }
}

/** 2^1216 · π/2, rounded down: what the largest double needs (scripts/derive/polynomials.ts). */
const HALF_PI_FIXED = BigInt(
  '0x1921fb54442d18469898cc51701b839a252049c1114cf98e804177d4c76273644a29410f31c6809bbdf2a33679a748636605614dbe4be286e9fc26adadaa3848bc90b6aecc4bcfd8de89885d34c6fdad617feb96de80d6fdbdc70d7f6b5133f4b5d3e4822f8963fcc9250cca3d9c8b67b8400f97142c77e0b31b4906c38aba734d22c7f51fa499ebf06caba47b9475b2c38c5e6ac410aa577',
)
const FRACTION = 1216n

const float = new Float64Array(1)
const bits = new BigInt64Array(float.buffer)

/** Exact reduction of any finite x, by integers (after Payne & Hanek 1983, with division in place of a window). Slow. */
export const reduceExactly = (x: number): Reduced<number> => {
  if (!Number.isFinite(x)) return { quadrant: ROUNDING, high: Number.NaN, low: Number.NaN }
  float[0] = Math.abs(x)
  const field = Number(bits[0]! >> 52n)
  const significand = (bits[0]! & 0xfffffffffffffn) | (field === 0 ? 0n : 1n << 52n)
  const shift = FRACTION + BigInt(Math.max(field, 1) - 1075)
  const fixed = shift >= 0n ? significand << shift : significand >> -shift
  const k = (fixed + HALF_PI_FIXED / 2n) / HALF_PI_FIXED
  const rest = fixed - k * HALF_PI_FIXED
  const high = fixedToNumber(rest)
  const low = fixedToNumber(rest - numberToFixed(high))
  const quadrant = ROUNDING + Number(x < 0 ? (4n - (k & 3n)) & 3n : k & 3n)
  return x < 0 ? { quadrant, high: -high, low: -low } : { quadrant, high, low }
}

/** Number(bigint) rounds to nearest; the shift keeps it below 2^1024. The value is at most π/4, so scaling is exact. */
const fixedToNumber = (n: bigint): number => Number(n >> 256n) * 2 ** -960

const numberToFixed = (x: number): bigint => {
  float[0] = Math.abs(x)
  const field = Number(bits[0]! >> 52n)
  if (field === 0) return 0n
  const magnitude = ((bits[0]! & 0xfffffffffffffn) | (1n << 52n)) << (FRACTION + BigInt(field - 1075))
  return x < 0 ? -magnitude : magnitude
}
