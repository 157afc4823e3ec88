import { ExpressionError } from '../../expression'
import type { Span } from '../../expression/error'
import type { Optimizer } from '../../optimizers/optimizer'
import { HyperparameterError, resolveHyperparameters } from '../../optimizers/resolve'
import type { Hyperparameters } from '../../optimizers/rule'
import { sampleSchedule } from '../../optimizers/schedule'
import { constantOf } from './schedule-names'

/** Why a schedule is refused: marked in its text where that can be, else all of it. */
export interface ScheduleProblem extends Span {
  readonly message: string
  /** What could stand in the marked place. */
  readonly suggestion?: string
}

export type ScheduleReading =
  /** Its value at each step: entry k is that of step k + 1. */
  { readonly ok: true; readonly values: Float64Array } | { readonly ok: false; readonly problem: ScheduleProblem }

/** What a schedule is read for: one hyperparameter of a run. */
export interface ScheduleContext {
  readonly rule: Optimizer
  readonly name: string
  /** Those that the run gives, without defaults. */
  readonly given: Hyperparameters
  readonly steps: number
}

/** Reads `text` as the run would, and refuses what the run would refuse: words, and values out of bounds at some step. */
export function readScheduleText(text: string, { rule, name, given, steps }: ScheduleContext): ScheduleReading {
  const hyperparameters = { ...rule.hyperparameters, ...given, [name]: text }
  try {
    const values = sampleSchedule(text, steps, hyperparameters)
    // Only this text is on trial: others of the run may be broken for reasons of their own.
    resolveHyperparameters(rule, { ...numbersAmong(rule, given), [name]: text }, steps)
    return { ok: true, values }
  } catch (error) {
    if (error instanceof ExpressionError) return { ok: false, problem: located(error) }
    if (!(error instanceof HyperparameterError)) throw error
    return { ok: false, problem: { message: withoutName(error.message, rule), position: 0, length: text.length } }
  }
}

const located = ({ message, position, length, suggestion }: ExpressionError): ScheduleProblem => ({
  message,
  position,
  length,
  ...(suggestion !== undefined && { suggestion }),
})

/** The card says already whose hyperparameter it is. */
const withoutName = (message: string, { name }: Optimizer) =>
  message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message

function numbersAmong(rule: Optimizer, given: Hyperparameters): Hyperparameters {
  const known = Object.entries(given).filter(
    ([name, value]) => typeof value === 'number' && Object.hasOwn(rule.hyperparameters, name),
  )
  return Object.fromEntries(known)
}

/** The value at the step that led to the playhead: before the first step, the first one's. */
export const valueAtPlayhead = (values: Float64Array, playhead: number): number =>
  values[Math.min(Math.max(Math.floor(playhead) - 1, 0), values.length - 1)]!

/** The constant that takes a schedule's place; where it cannot be read, what the optimizer comes with. */
export function constantFor(text: string, context: ScheduleContext): number {
  const reading = readScheduleText(text, context)
  if (reading.ok) return constantOf(text, reading.values)
  const { rule, name } = context
  return Number(rule.landscape?.[name] ?? rule.hyperparameters[name])
}
