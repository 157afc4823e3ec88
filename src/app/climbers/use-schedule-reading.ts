import { useMemo } from 'react'
import { readScheduleText, type ScheduleContext, type ScheduleReading } from './schedule-reading'

/** Reads a schedule again only when something changes that it may speak of. */
export function useScheduleReading(text: string, { rule, name, given, steps }: ScheduleContext): ScheduleReading {
  return useMemo(() => readScheduleText(text, { rule, name, given, steps }), [text, rule, name, given, steps])
}
