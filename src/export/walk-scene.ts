import { createExecutor } from '../kernels/create-executor'
import { findOptimizer } from '../optimizers/find'
import { optimizers } from '../registry'
import { describeProblem } from '../scene/problem'
import { resolveScene } from '../scene/resolve'
import type { Problem, Scene } from '../scene/types'
import { simulate } from '../simulation/simulate'
import { createSurface } from '../surfaces/create'
import type { WalkedRun, WalkedScene } from './script'

/**
 * The runs of a scene, computed to their ends, and the problems of those that cannot be. Throws an Error when there is no
 * landscape to walk on.
 */
export function walkScene(scene: Scene): { readonly walked: WalkedScene; readonly problems: readonly Problem[] } {
  const { surface, runs: resolved } = resolveScene(scene)
  if (!surface.ok) throw new Error(describeProblem(surface.problem))
  const ground = createSurface(surface.spec, createExecutor())
  const runs = resolved.flatMap((run, i): WalkedRun[] => {
    if (!run.ok) return []
    const { spec } = run
    const trajectory = simulate(ground, findOptimizer(spec, optimizers)!, spec, { domain: surface.spec.domain })
    return [{ name: scene.runs[i]!.name ?? spec.optimizer, spec, trajectory }]
  })
  const { title, description, steps } = scene
  return {
    walked: { title, description, steps, surface: surface.spec, runs },
    problems: resolved.flatMap((run) => (run.ok ? [] : [run.problem])),
  }
}
