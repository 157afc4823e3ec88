/**
 * Near-minimax polynomials by the exchange algorithm of Remez, in the arithmetic of `bigfloat.ts`, with coefficients
 * that are rounded to doubles one after the other, the lowest first, each time fitting the rest anew.
 */
import { abs, add, type BigFloat, compare, div, fromNumber, mul, neg, sub, toNumber, ZERO } from './bigfloat'

export interface Fit {
  /** The function that is fitted. */
  readonly target: (x: BigFloat) => BigFloat
  /** The error that counts is (polynomial − target) · weight. */
  readonly weight: (x: BigFloat) => BigFloat
  readonly low: number
  readonly high: number
  /** Number of coefficients. */
  readonly terms: number
  /** Leading coefficients that are given. */
  readonly fixed?: readonly number[]
}

export interface Polynomial {
  readonly coefficients: readonly number[]
  /** Largest weighted error of the rounded polynomial. */
  readonly error: number
}

interface Sample {
  readonly x: BigFloat
  readonly value: BigFloat
  readonly weight: BigFloat
}

const GRID = 600

/** Chebyshev-spaced, ends included. */
const sampleInterval = (fit: Fit): Sample[] =>
  Array.from({ length: GRID + 1 }, (_, i) => {
    const middle = (fit.low + fit.high) / 2
    const x = fromNumber(
      i === 0 ? fit.low : i === GRID ? fit.high : middle - ((fit.high - fit.low) / 2) * Math.cos((Math.PI * i) / GRID),
    )
    return { x, value: fit.target(x), weight: fit.weight(x) }
  })

const evaluate = (coefficients: readonly BigFloat[], x: BigFloat): BigFloat =>
  coefficients.reduceRight((sum, c) => add(mul(sum, x), c), ZERO)

/** Gaussian elimination with partial pivoting; rows are [matrix | right-hand side]. */
const solve = (rows: BigFloat[][]): BigFloat[] => {
  const n = rows.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let i = column + 1; i < n; i++) {
      if (compare(abs(rows[i]![column]!), abs(rows[pivot]![column]!)) > 0) pivot = i
    }
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const top = rows[column]!
    for (let i = column + 1; i < n; i++) {
      const row = rows[i]!
      const factor = div(row[column]!, top[column]!)
      for (let j = column; j <= n; j++) row[j] = sub(row[j]!, mul(factor, top[j]!))
    }
  }
  const solution: BigFloat[] = new Array(n).fill(ZERO)
  for (let i = n - 1; i >= 0; i--) {
    let rest = rows[i]![n]!
    for (let j = i + 1; j < n; j++) rest = sub(rest, mul(rows[i]![j]!, solution[j]!))
    solution[i] = div(rest, rows[i]![i]!)
  }
  return solution
}

/** Indices where the error has its `count` alternating extremes. */
const extremes = (errors: readonly number[], count: number): number[] => {
  const runs: number[] = []
  errors.forEach((error, i) => {
    const last = runs.at(-1)
    if (last === undefined || Math.sign(errors[last]!) !== Math.sign(error)) runs.push(i)
    else if (Math.abs(error) > Math.abs(errors[last]!)) runs[runs.length - 1] = i
  })
  // Too many: drop the least, and with one from the middle its lesser neighbour, so that signs go on alternating.
  const size = (i: number) => Math.abs(errors[runs[i]!]!)
  while (runs.length > count) {
    let least = 0
    for (let i = 1; i < runs.length; i++) if (size(i) < size(least)) least = i
    const last = runs.length - 1
    if (least === 0 || least === last) runs.splice(least, 1)
    else if (runs.length === count + 1) runs.splice(size(0) < size(last) ? 0 : last, 1)
    else runs.splice(size(least - 1) < size(least + 1) ? least - 1 : least, 2)
  }
  return runs
}

const weightedErrors = (samples: readonly Sample[], coefficients: readonly BigFloat[]): number[] =>
  samples.map(({ x, value, weight }) => toNumber(mul(sub(evaluate(coefficients, x), value), weight)))

/** Free coefficients of x^first, x^(first+1), … that leave the least largest error. */
const exchange = (samples: readonly Sample[], given: readonly BigFloat[], terms: number): BigFloat[] => {
  const free = terms - given.length
  let nodes = Array.from({ length: free + 1 }, (_, i) => Math.round((GRID * (i + 0.5)) / (free + 1)))
  let best: BigFloat[] = []
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 24; round++) {
    const rows = nodes.map((index, i) => {
      const { x, value, weight } = samples[index]!
      const row: BigFloat[] = []
      let power = given.reduce((product) => mul(product, x), fromNumber(1))
      for (let k = 0; k < free; k++) {
        row.push(power)
        power = mul(power, x)
      }
      const one = div(fromNumber(1), weight)
      return [...row, i % 2 === 0 ? one : neg(one), sub(value, evaluate(given, x))]
    })
    const candidate = [...given, ...solve(rows).slice(0, free)]
    const errors = weightedErrors(samples, candidate)
    const largest = Math.max(...errors.map(Math.abs))
    if (largest < least) {
      least = largest
      best = candidate
    }
    const next = extremes(errors, free + 1)
    if (next.length < free + 1 || next.every((index, i) => index === nodes[i])) break
    nodes = next
  }
  return best
}

export const fitPolynomial = (fit: Fit): Polynomial => {
  const samples = sampleInterval(fit)
  const given = (fit.fixed ?? []).map(fromNumber)
  while (given.length < fit.terms) {
    const ideal = exchange(samples, given, fit.terms)
    given.push(fromNumber(toNumber(ideal[given.length]!)))
  }
  return { coefficients: given.map(toNumber), error: Math.max(...weightedErrors(samples, given).map(Math.abs)) }
}
