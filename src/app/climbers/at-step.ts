import type { Climber } from '../../store/types'
import { format } from '../../views/format'

/** The last point of a walk that was reached at a playhead. */
export const pointAt = (length: number, step: number): number => Math.min(Math.floor(step), length - 1)

/** The loss at the playhead, for people. */
export function lossAt({ trajectory }: Climber, step: number): string {
  if (trajectory === null) return ''
  return format(trajectory.loss[pointAt(trajectory.length, step)]!)
}

/** Whether her story is told: the outcome has happened at the playhead, or the walk is over. */
export function hasEnded({ trajectory }: Climber, step: number): boolean {
  if (trajectory === null) return false
  return step >= trajectory.length - 1 || (trajectory.outcome !== 'exhausted' && step >= trajectory.outcomeStep)
}

/** What she is doing before her outcome has happened. */
export function walkingAt({ trajectory, spec }: Climber, step: number): string {
  if (trajectory === null || spec === null) return 'about to walk'
  const k = pointAt(trajectory.length, step)
  const slope = Math.hypot(trajectory.gradient[2 * k]!, trajectory.gradient[2 * k + 1]!)
  return `${spec.maximize ? 'climbing' : 'walking'}: slope ${format(slope, 2)}`
}
