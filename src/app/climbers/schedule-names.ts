import { type NamedSchedule, scheduleFormula, schedules } from '../../optimizers/schedules'

/** A text that says the same as a schedule with a name. */
export interface Recognized {
  readonly schedule: NamedSchedule
  /** The number that stands in the place of `base`. */
  readonly base: number
}

/** Which named schedule a text is, if it is one to the letter. */
export function recognize(text: string): Recognized | undefined {
  for (const schedule of schedules) {
    const base = baseIn(text.trim(), schedule)
    if (base !== undefined) return { schedule, base }
  }
  return undefined
}

function baseIn(text: string, schedule: NamedSchedule): number | undefined {
  const [before = ''] = schedule.formula.split(/\bbase\b/)
  if (!text.startsWith(before)) return undefined
  const [number] = /^-?[\d.]+(?:e[+-]?\d+)?/.exec(text.slice(before.length)) ?? []
  const base = Number(number)
  return number !== undefined && scheduleFormula(schedule, base) === text ? base : undefined
}

/**
 * The constant that a schedule goes back to, and that others take over: the number that a named one was made around, or
 * the largest value of any other, which is where most of them start or peak.
 */
export function constantOf(text: string, values: Float64Array): number {
  const base = recognize(text)?.base
  if (base !== undefined) return base
  const largest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  return Number(largest.toPrecision(4))
}
