import { useId, useMemo } from 'react'
import { scheduleFormula, schedules } from '../../optimizers/schedules'
import type { SceneRun } from '../../scene/types'
import { ScheduleCurve } from './ScheduleCurve'
import { ScheduleField } from './ScheduleField'
import { recognize } from './schedule-names'
import { constantFor, type ScheduleContext } from './schedule-reading'
import { useScheduleReading } from './use-schedule-reading'

interface ScheduleProps {
  readonly index: number
  readonly run: SceneRun
  readonly context: ScheduleContext
  readonly text: string
  readonly onChange: (text: string) => void
}

/** A hyperparameter that changes from step to step: its formula of `t`, its curve, and others by name. */
export function Schedule({ index, run, context, text, onChange }: ScheduleProps) {
  const { name } = context
  const help = useId()
  const reading = useScheduleReading(text, context)
  const named = useMemo(() => recognize(text)?.schedule, [text])
  const choose = (choice: string) => {
    const schedule = schedules.find((one) => one.name === choice)
    if (schedule !== undefined) onChange(scheduleFormula(schedule, constantFor(text, context)))
  }
  return (
    <div className="schedule">
      <ScheduleField index={index} run={run} text={text} context={context} describedBy={help} onChange={onChange} />
      {reading.ok && <ScheduleCurve name={name} values={reading.values} />}
      <select
        className="select"
        aria-label={`Schedule of ${name}, by name`}
        value={named?.name ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {named === undefined && <option value="">a formula of its own</option>}
        {schedules.map((schedule) => (
          <option key={schedule.name} value={schedule.name}>
            {schedule.name}
          </option>
        ))}
      </select>
      <p id={help} className="panel-note" title={named?.reference}>
        {named?.summary} t is the step, from 1; T is how many there are.
      </p>
    </div>
  )
}
