import type { Climber } from '../../store/types'
import type { LossCurve } from './loss-scale'

const EMPTY = new Float64Array(0)

/** The losses of every climber, in their order; of one who has not walked yet, none. */
export function curvesOf(climbers: readonly Climber[]): LossCurve[] {
  return climbers.map(({ trajectory }) =>
    trajectory === null
      ? { loss: EMPTY, length: 0, diverged: false }
      : { loss: trajectory.loss, length: trajectory.length, diverged: trajectory.outcome === 'diverged' },
  )
}

/** The loss at a playhead, between two points in proportion; NaN before the walk is computed. */
export function lossAt({ loss, length }: LossCurve, step: number): number {
  if (length === 0) return Number.NaN
  const at = Math.min(Math.max(step, 0), length - 1)
  const k = Math.floor(at)
  const here = loss[k]!
  const t = at - k
  const next = loss[k + 1]
  return t === 0 || next === undefined || !Number.isFinite(next) ? here : here + (next - here) * t
}
