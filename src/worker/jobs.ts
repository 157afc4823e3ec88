import { searchCriticalPoints } from '../analysis/critical-points'
import { sampleRows } from '../analysis/field'
import { createExecutor } from '../kernels/create-executor'
import type { Executor } from '../kernels/executor'
import type { Sliced } from '../math/sliced'
import { createSimulation } from '../simulation/simulate'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import { createSurface } from '../surfaces/create'
import type { Surface, SurfaceSpec } from '../surfaces/surface'
import type { CrowdJob, CrowdWork } from './crowd'
import { optimizerOf } from './optimizer-of'
import type { Job, JobResult } from './protocol'

/** Steps of a simulation in one slice. */
const STEPS = 256
/** Surfaces kept ready: a scene asks for its own again and again, and a page may hold a few scenes. */
const CACHED = 8

/** Work, or a promise of it where its code has to be fetched first. */
export type Opened = Sliced<JobResult> | Promise<Sliced<JobResult>>

/** Turns jobs into work. Keeps the surfaces asked for last, because making one executable costs more than a short job. */
export function createWorkshop(executor: Executor = createExecutor()): (job: Job) => Opened {
  let crowd: CrowdWork | undefined
  const cache = new Map<string, Surface>()
  const surfaceOf = (spec: SurfaceSpec): Surface => {
    const key = JSON.stringify([spec.formula, spec.domain, spec.parameters])
    const surface = cache.get(key) ?? createSurface(spec, executor)
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    cache.delete(key)
    cache.set(key, surface)
    if (cache.size > CACHED) cache.delete(cache.keys().next().value!)
    return surface
  }
  // What takes many climbers is no part of a first visit: its code comes with the first such job.
  const withCrowd = (job: CrowdJob, surface: Surface): Opened => {
    if (crowd !== undefined) return crowd(job, surface)
    return import('./crowd').then(({ createCrowdWork }) => {
      crowd ??= createCrowdWork(executor)
      return crowd(job, surface)
    })
  }
  return (job) => {
    const surface = surfaceOf(job.surface)
    switch (job.kind) {
      case 'field':
        return sampleRows(surface, job.size)
      case 'simulate':
        return simulateInSlices(surface, job.run)
      case 'criticalPoints':
        return searchCriticalPoints(surface)
      default:
        return withCrowd(job, surface)
    }
  }
}

function* simulateInSlices(surface: Surface, run: RunSpec): Sliced<Trajectory> {
  const simulation = createSimulation(surface, optimizerOf(run), run, { domain: surface.spec.domain })
  while (!simulation.advance(STEPS)) yield simulation.taken / simulation.total
  return simulation.finish()
}
