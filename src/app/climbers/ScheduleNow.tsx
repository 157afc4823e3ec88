import { usePlayback } from '../../store/react'
import { format } from '../../views/format'
import { type ScheduleContext, valueAtPlayhead } from './schedule-reading'
import { useScheduleReading } from './use-schedule-reading'

interface ScheduleNowProps {
  readonly text: string
  readonly context: ScheduleContext
}

/** Says that a hyperparameter follows a schedule, and where that is at the playhead. */
export function ScheduleNow({ text, context }: ScheduleNowProps) {
  const reading = useScheduleReading(text, context)
  const value = usePlayback(({ step }) => (reading.ok ? valueAtPlayhead(reading.values, step) : null))
  const step = usePlayback((state) => Math.min(Math.max(Math.floor(state.step), 1), context.steps))
  return (
    <span className="schedule-now" title={value === null ? undefined : `${value} at step ${step}`}>
      <span>schedule </span>
      {value !== null && <b>{format(value)}</b>}
    </span>
  )
}
