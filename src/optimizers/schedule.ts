import { type Graph, type Parsed, parse } from '../expression'
import { interpret } from '../kernels/interpret'
import type { Hyperparameters } from './rule'

/**
 * A schedule is a formula in the place of a hyperparameter's number: `0.1 * 0.99^(t - 1)`. It may use `t`, the step counted
 * from 1, `T`, the number of steps of the run, and the hyperparameters that are plain numbers.
 */
const scheduleInputs = ['t', 'T'] as const

/** The hyperparameters that are plain numbers. */
export const numbersOf = (hyperparameters: Hyperparameters): ReadonlyMap<string, number> =>
  new Map(Object.entries(hyperparameters).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))

/** Reads a schedule into `graph`. Throws ExpressionError. */
export const parseSchedule = (text: string, names: Iterable<string>, graph?: Graph): Parsed =>
  parse(text, { inputs: [...new Set([...scheduleInputs, ...names])], ...(graph && { graph }) })

/**
 * The values of a schedule over a run of `steps` steps, at the given steps or at all of them: entry k is its value at
 * `at[k]`. For drawing it, and for checking it. Throws ExpressionError when `text` cannot be read.
 */
export function sampleSchedule(
  text: string,
  steps: number,
  hyperparameters: Hyperparameters = {},
  at: Float64Array = allSteps(steps),
): Float64Array {
  const numbers = numbersOf(hyperparameters)
  const { graph, output } = parseSchedule(text, numbers.keys())
  const values = new Float64Array(at.length)
  const others = [...numbers].filter(([name]) => name !== 't' && name !== 'T')
  const inputs = [...scheduleInputs, ...others.map(([name]) => name)]
  interpret(graph, [output], inputs).run([at, steps, ...others.map(([, value]) => value)], [values], at.length)
  return values
}

const allSteps = (steps: number) => Float64Array.from({ length: steps }, (_, k) => k + 1)

/** At most `count` of the steps 1 to `steps`, evenly spaced, the first and the last among them. */
export function spacedSteps(steps: number, count: number): Float64Array {
  const length = Math.max(1, Math.min(steps, count))
  const stride = length === 1 ? 0 : (steps - 1) / (length - 1)
  return Float64Array.from({ length }, (_, k) => 1 + Math.round(k * stride))
}
