import { searchCriticalPoints } from '../analysis/critical-points'
import { sampleRows } from '../analysis/field'
import type { Sliced } from '../math/sliced'
import { optimizers } from '../registry'
import { createSimulation } from '../simulation/simulate'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import { createSurface } from '../surfaces/create'
import type { Surface, SurfaceSpec } from '../surfaces/surface'
import type { Job, JobResult } from './protocol'

/** Steps of a simulation in one slice. */
const STEPS = 256
/** Surfaces kept ready: a scene asks for its own again and again, and a page may hold a few scenes. */
const CACHED = 8

/** Turns jobs into work. Keeps the surfaces asked for last, because making one executable costs more than a short job. */
export function createWorkshop(): (job: Job) => Sliced<JobResult> {
  const cache = new Map<string, Surface>()
  const surfaceOf = (spec: SurfaceSpec): Surface => {
    const key = JSON.stringify([spec.formula, spec.domain, spec.parameters])
    const surface = cache.get(key) ?? createSurface(spec)
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    cache.delete(key)
    cache.set(key, surface)
    if (cache.size > CACHED) cache.delete(cache.keys().next().value!)
    return surface
  }
  return (job) => {
    const surface = surfaceOf(job.surface)
    if (job.kind === 'field') return sampleRows(surface, job.size)
    if (job.kind === 'criticalPoints') return searchCriticalPoints(surface)
    return simulateInSlices(surface, job.run)
  }
}

function* simulateInSlices(surface: Surface, run: RunSpec): Sliced<Trajectory> {
  const rule = optimizers.get(run.optimizer)
  if (rule === undefined) throw new Error(`unknown optimizer \`${run.optimizer}\``)
  const simulation = createSimulation(surface, rule, run, { domain: surface.spec.domain })
  while (!simulation.advance(STEPS)) yield simulation.taken / simulation.total
  return simulation.finish()
}
