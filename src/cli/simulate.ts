import { createExecutor } from '../kernels/create-executor'
import { findOptimizer } from '../optimizers/find'
import { optimizers } from '../registry'
import type { ParsedScene } from '../scene/parse'
import { describeProblem } from '../scene/problem'
import { resolveRun } from '../scene/resolve'
import type { Problem } from '../scene/types'
import { simulate } from '../simulation/simulate'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import { createSurface } from '../surfaces/create'
import type { SurfaceSpec } from '../surfaces/surface'
import { type Io, UsageError } from './io'
import { nameOf, surfaceOf, unwrap } from './load'

/** A scene's runs, checked: computing them cannot fail any more. */
interface Plan {
  readonly surface: SurfaceSpec
  readonly runs: readonly { readonly name: string; readonly spec: RunSpec }[]
}

/**
 * Checks a whole scene before anything is computed. A part that was mended would give other numbers than were asked for,
 * so it is an error here; what was only left out is noted. Throws UsageError.
 */
export function planRuns({ scene, problems }: ParsedScene, path: string, io: Io): Plan {
  const fatal = problems.find(changesNumbers) ?? (scene.runs.length === 0 ? problems.find(isRun) : undefined)
  if (fatal !== undefined) throw new UsageError(`${nameOf(path)}: ${describeProblem(fatal)}`)
  const surface = surfaceOf(scene, path)
  const runs = scene.runs.map((run, i) => ({
    name: run.name ?? run.optimizer,
    spec: unwrap(resolveRun(run, scene, undefined, `runs[${i}]`), path),
  }))
  for (const problem of problems) io.note(`${nameOf(path)}: ${describeProblem(problem)}`)
  return { surface, runs }
}

const changesNumbers = ({ path }: Problem) => /^(surface|steps$|seed$|version$|runs$|runs\[\d+\]\.)/.test(path)
const isRun = ({ path }: Problem) => path.startsWith('runs')

export interface Walk {
  readonly name: string
  readonly spec: RunSpec
  readonly trajectory: Trajectory
}

/** The runs of a plan, one computed at a time, so that only one is in memory. */
export function* walk({ surface: spec, runs }: Plan): Generator<Walk> {
  const surface = createSurface(spec, createExecutor())
  for (const run of runs) {
    const rule = findOptimizer(run.spec, optimizers)!
    yield { ...run, trajectory: simulate(surface, rule, run.spec, { domain: spec.domain }) }
  }
}
