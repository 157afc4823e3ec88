/**
 * Measures every lowered function against the reference functions and writes docs/accuracy.md:
 * `node scripts/derive/run.mjs accuracy [points] [function …]`; with functions named, it only prints.
 */
import { writeFileSync } from 'node:fs'
import { scalar } from '../../src/expression/lowering/scalar'
import { type BigFloat, bitLength, fromNumber, magnitude, scale, sub, toNumber } from './bigfloat'
import { type Case, cases } from './cases'
import { type Random, random } from './sampling'

/** |got − exact| in units of the last place of the exact value's binade, subnormals included. */
export const errorInUlp = (got: number, exact: BigFloat): number => {
  const expected = toNumber(exact)
  if (!Number.isFinite(expected)) return got === expected ? 0 : Number.POSITIVE_INFINITY
  if (!Number.isFinite(got)) return Number.POSITIVE_INFINITY
  const digits = exact.mantissa < 0n ? -exact.mantissa : exact.mantissa
  const overestimated = digits >> BigInt(Math.max(0, bitLength(digits) - 1)) === 0n
  const lastPlace = Math.max(magnitude(exact) - (overestimated ? 1 : 0) - 52, -1074)
  return Math.abs(toNumber(scale(sub(fromNumber(got), exact), -lastPlace)))
}

interface Measurement {
  readonly worst: number
  readonly at: readonly number[]
  /** Root mean square of the error. */
  readonly typical: number
}

export const measure = ({ compute, reference, samples }: Case, points: number, draw: Random): Measurement => {
  let worst = 0
  let squares = 0
  let at: readonly number[] = []
  for (let i = 0; i < points; i++) {
    const x = samples[i % samples.length]!(draw)
    const error = errorInUlp(compute(scalar, ...x), reference(...x.map(fromNumber)))
    squares += error * error
    if (error <= worst) continue
    worst = error
    at = x
  }
  return { worst, at, typical: Math.sqrt(squares / points) }
}

const HEAD = `# Accuracy of the functions

Every function of the language is computed by the same operations in the same order on every machine
(\`src/expression/lowering\`). Errors are measured in units in the last place (ulp) of the exact result, against
reference functions of 192 bits (\`scripts/derive/references.ts\`); half an ulp is the least a rounded result can promise.
The points are spread evenly over the exponents, over the usual range, and around zeros, poles and branch points.

Written by \`node scripts/derive/run.mjs accuracy 1000000\`.

| function | points | largest error | at | root mean square |
|-|-|-|-|-|
`

export const main = ([count = '1000000', ...names]: string[]): void => {
  const points = Number(count)
  const rows: string[] = []
  for (const example of cases.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const { worst, at, typical } = measure(example, points, random(1))
    rows.push(`| ${example.name} | ${points} | ${worst.toFixed(3)} | ${at.join(', ')} | ${typical.toFixed(3)} |\n`)
    process.stdout.write(rows.at(-1)!)
  }
  if (names.length === 0) writeFileSync(new URL('../../docs/accuracy.md', import.meta.url), HEAD + rows.join(''))
}
