import { ExpressionError, nearest } from '../expression'
import type { Span } from '../expression/error'
import { boundsInWords, isWithin, kindOf } from './hyperparameters'
import { isMethod, type Optimizer } from './optimizer'
import type { Hyperparameters } from './rule'
import { sampleSchedule, spacedSteps } from './schedule'

/** A combination of hyperparameters that the optimizer refuses; the message says which and what to do. */
export class HyperparameterError extends Error {
  override readonly name = 'HyperparameterError'

  constructor(
    message: string,
    /** The schedule that is at fault, and where in its text. */
    readonly schedule?: { readonly hyperparameter: string } & Partial<Span>,
  ) {
    super(message)
  }
}

/** Steps of a schedule that are checked: all of them in most runs. */
const CHECKED_STEPS = 4096

/**
 * Fills in the library's defaults and checks names, types, ranges and combinations for a run of `steps` steps. A number
 * may be given as a text, a formula of `t` (see schedule.ts): it must be within the range at every step
 * (in runs of more than 4096 steps, at as many evenly spaced ones), and combinations are judged by its first value.
 * Throws HyperparameterError.
 */
export function resolveHyperparameters(rule: Optimizer, given: Hyperparameters, steps = 1): Hyperparameters {
  const known = new Map(Object.entries(rule.hyperparameters))
  const resolved = new Map(known)
  for (const [name, value] of Object.entries(given)) {
    const standard = known.get(name)
    if (standard === undefined) throw unknown(rule, name, [...known.keys()])
    const isSchedule = typeof standard === 'number' && typeof value === 'string'
    if (typeof value !== typeof standard && !isSchedule) {
      throw new HyperparameterError(`${rule.name}: ${name} must be a ${typeof standard}, not ${JSON.stringify(value)}`)
    }
    if (typeof value === 'number') checkRange(rule, name, value)
    if (typeof value === 'string' && !isSchedule) checkChoice(rule, name, value)
    resolved.set(name, value)
  }
  const hyperparameters = Object.fromEntries(resolved)
  const atFirst = checkSchedules(rule, hyperparameters, steps)
  const problem = rule.validate?.(atFirst)
  if (problem !== undefined) throw new HyperparameterError(`${rule.name}: ${problem}`)
  return hyperparameters
}

/** The hyperparameters at the first step. */
function checkSchedules(rule: Optimizer, hyperparameters: Hyperparameters, steps: number): Hyperparameters {
  const entries = Object.entries(hyperparameters).map(([name, value]) => {
    if (typeof value !== 'string' || !isNumber(rule, name)) return [name, value] as const
    return [name, checkSchedule(rule, name, value, hyperparameters, steps)] as const
  })
  return Object.fromEntries(entries)
}

const isNumber = (rule: Optimizer, name: string) =>
  Object.entries(rule.hyperparameters).some(([key, value]) => key === name && typeof value === 'number')

/** The schedule's first value. */
function checkSchedule(rule: Optimizer, name: string, text: string, others: Hyperparameters, steps: number): number {
  const at = spacedSteps(steps, CHECKED_STEPS)
  const values = readSchedule(rule, name, text, () => sampleSchedule(text, steps, others, at))
  const { valid } = kindOf(rule, name)
  const bad = values.findIndex((value) => !(Number.isFinite(value) && isWithin(value, valid)))
  if (bad < 0) return values[0]!
  const bounds = Number.isFinite(values[bad]!) ? boundsInWords(valid) : 'finite'
  throw new HyperparameterError(
    `${rule.name}: ${name} must be ${bounds}, but \`${text}\` is ${values[bad]} at step ${at[bad]}`,
    { hyperparameter: name },
  )
}

function readSchedule<T>(rule: Optimizer, name: string, text: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    const { message, position, length } = error
    const words = `${rule.name}: ${name} must be a number or a formula of t, and \`${text}\` cannot be read: ${message}`
    throw new HyperparameterError(words, { hyperparameter: name, position, length })
  }
}

function unknown(rule: Optimizer, name: string, known: readonly string[]): HyperparameterError {
  const near = nearest(name, known)
  const hint = near === undefined ? `it has ${known.join(', ')}` : `did you mean \`${near}\`?`
  return new HyperparameterError(`${rule.name} has no hyperparameter \`${name}\`: ${hint}`)
}

function checkChoice(rule: Optimizer, name: string, value: string): void {
  const choices = new Map(Object.entries((isMethod(rule) && rule.choices) || {})).get(name)
  if (choices === undefined || choices.includes(value)) return
  throw new HyperparameterError(`${rule.name}: ${name} must be one of ${choices.join(', ')}, not \`${value}\``)
}

function checkRange(rule: Optimizer, name: string, value: number): void {
  const { valid } = kindOf(rule, name)
  if (Number.isFinite(value) && isWithin(value, valid)) return
  const bounds = Number.isFinite(value) ? boundsInWords(valid) : 'finite'
  throw new HyperparameterError(`${rule.name}: ${name} must be ${bounds}, not ${value}`)
}
