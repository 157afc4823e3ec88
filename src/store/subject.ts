import type { Errand } from '../analysis/errand'
import type { CriticalPoint, CriticalPointReport } from '../analysis/types'
import type { RunSpec } from '../simulation/trajectory'
import type { SurfaceSpec } from '../surfaces/surface'
import type { SceneState } from './types'

/** The climber that basins and swarms are about: the selected one, else the first; -1 when there is none. */
export const subjectOf = ({ climbers, selected }: Pick<SceneState, 'climbers' | 'selected'>): number =>
  climbers[selected] !== undefined ? selected : climbers.length > 0 ? 0 : -1

/** A run without its start. */
export function errandOf({ start: _, ...errand }: RunSpec): Errand {
  return errand
}

/** What makes a surface another one for those who compute on it. */
export const surfaceKey = ({ formula, parameters, domain }: SurfaceSpec): string =>
  JSON.stringify([formula, parameters, domain])

/**
 * Tells whether the critical points in the state are those of its surface: while a parameter is dragged the old ones stay
 * in sight until the new ones are found.
 */
export class CurrentPoints {
  #seen: CriticalPointReport | null = null
  #of: SurfaceSpec | null = null

  /** To be told of every change of the state. */
  observe({ criticalPoints, surface }: SceneState): void {
    if (criticalPoints !== null && criticalPoints !== this.#seen) this.#of = surface
    this.#seen = criticalPoints
  }

  /** Null until they are found. */
  of({ surface, criticalPoints }: SceneState): readonly CriticalPoint[] | null {
    return surface !== null && this.#of === surface ? (criticalPoints?.points ?? null) : null
  }
}
