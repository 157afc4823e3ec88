import type { HyperparameterValue } from '../../optimizers/rule'
import { format } from '../../views/format'
import { constantFor, type ScheduleContext } from './schedule-reading'

interface ScheduleToggleProps {
  readonly value: HyperparameterValue
  readonly context: ScheduleContext
  readonly onChange: (value: HyperparameterValue) => void
}

/** Turns a number into a formula of the step that is as constant, and a formula into the number it was made around. */
export function ScheduleToggle({ value, context, onChange }: ScheduleToggleProps) {
  const isSchedule = typeof value === 'string'
  const constant = isSchedule ? constantFor(value, context) : Number(value)
  return (
    <button
      type="button"
      className="schedule-toggle"
      aria-pressed={isSchedule}
      aria-label={`${context.name} as a formula of t`}
      title={isSchedule ? `Back to a constant, ${format(constant)}` : 'Let it change from step to step: a formula of t'}
      onClick={() => onChange(isSchedule ? constant : String(constant))}
    >
      ƒ<span>(t)</span>
    </button>
  )
}
