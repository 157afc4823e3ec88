import { pythonScript, type WalkedRun } from '../../export/script'
import { findOptimizer } from '../../optimizers/find'
import type { Climber, SceneStore } from '../../store/types'

interface PythonFile {
  readonly text: string
  /** Which climbers are not in it, for people; undefined where all are. */
  readonly missing: string | undefined
}

/**
 * The script that walks the scene on the screen again, compared with the walks that are seen there. Throws an Error with
 * words for people where there is nothing to walk.
 */
export function pythonFile({ scene: store, catalog }: Pick<SceneStore, 'scene' | 'catalog'>): PythonFile {
  const { scene, surface, climbers } = store.getState()
  if (surface === null) throw new Error('there is no landscape yet')
  if (climbers.length === 0) throw new Error('there is no climber to export')
  const runs = climbers.map(({ run, spec, trajectory }): WalkedRun | undefined => {
    const optimizer = spec === null ? undefined : findOptimizer(spec, catalog.optimizers)
    if (spec === null || trajectory === null || optimizer === undefined) return undefined
    return { name: run.name ?? spec.optimizer, spec, optimizer, trajectory }
  })
  const walked = runs.filter((run) => run !== undefined)
  const { title, description, steps } = scene
  const { text, exported, refused } = pythonScript({ title, description, steps, surface, runs: walked })
  const reasons = [
    ...refused.map(({ reason }) => reason),
    ...climbers.filter((_, i) => runs[i] === undefined).map(reasonOf),
  ]
  if (exported === 0) throw new Error(reasons[0])
  return { text, missing: reasons.length === 0 ? undefined : `Exported, but for this: ${reasons.join('; ')}.` }
}

const reasonOf = ({ run, problem }: Climber) => `${run.name ?? run.optimizer}: ${problem ?? 'she has not walked yet'}`
