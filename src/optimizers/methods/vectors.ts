/** Vectors of any length. Sums run from the first entry to the last, so that every machine rounds alike. */
export type Vector = Float64Array

export function dot(a: Vector, b: Vector): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

export const norm = (a: Vector): number => Math.sqrt(dot(a, a))

/** Largest absolute entry; NaN where one is. */
export const largest = (a: Vector): number => a.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

export const absoluteSum = (a: Vector): number => a.reduce((sum, value) => sum + Math.abs(value), 0)

export const scaled = (a: Vector, factor: number): Vector => a.map((value) => factor * value)

export const negated = (a: Vector): Vector => a.map((value) => -value)

/** `a + factor b`. */
export const plus = (a: Vector, b: Vector, factor = 1): Vector => a.map((value, i) => value + factor * b[i]!)

export const minus = (a: Vector, b: Vector): Vector => a.map((value, i) => value - b[i]!)

export const isFiniteVector = (a: Vector): boolean => a.every(Number.isFinite)
