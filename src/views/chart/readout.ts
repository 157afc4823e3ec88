import type { Climber } from '../../store/types'
import { format } from '../format'
import { nameOf } from '../name-of'
import { lossAt } from './curves'
import type { LossCurve } from './loss-scale'

/** The loss of a climber at a step, for people; nothing before she has walked, and a word after a walk that diverged. */
export function lossText(curve: LossCurve, step: number): string {
  if (curve.length === 0) return ''
  return step > curve.length - 1 && curve.diverged ? 'diverged' : format(lossAt(curve, step))
}

/** What the scrubber says: `step 86 of 200, SGD 0.0123, Adam 1.2`. */
export function spokenStep(
  step: number,
  last: number,
  climbers: readonly Climber[],
  curves: readonly LossCurve[],
): string {
  const losses = climbers.map((climber, n) => `${nameOf(climber)} ${lossText(curves[n]!, step)}`)
  return [`step ${step} of ${last}`, ...losses].join(', ')
}
