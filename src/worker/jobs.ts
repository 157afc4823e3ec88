import { labelRows, searchAttractors } from '../analysis/basins'
import { searchCriticalPoints } from '../analysis/critical-points'
import { sampleRows } from '../analysis/field'
import { Fleets } from '../analysis/fleets'
import { sweepRows } from '../analysis/sweep'
import { createExecutor } from '../kernels/create-executor'
import type { Executor } from '../kernels/executor'
import type { Sliced } from '../math/sliced'
import { findOptimizer, type OptimizerChoice } from '../optimizers/find'
import type { Optimizer } from '../optimizers/optimizer'
import { optimizers } from '../registry'
import { createSimulation } from '../simulation/simulate'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import { createSurface } from '../surfaces/create'
import type { Surface, SurfaceSpec } from '../surfaces/surface'
import { Herd } from './herd'
import type { Job, JobResult } from './protocol'

/** Steps of a simulation in one slice. */
const STEPS = 256
/** Surfaces kept ready: a scene asks for its own again and again, and a page may hold a few scenes. */
const CACHED = 8

/** Turns jobs into work. Keeps the surfaces asked for last, because making one executable costs more than a short job. */
export function createWorkshop(executor: Executor = createExecutor()): (job: Job) => Sliced<JobResult> {
  const fleets = new Fleets(executor)
  const herd = new Herd(fleets)
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
  return (job) => {
    const surface = surfaceOf(job.surface)
    switch (job.kind) {
      case 'field':
        return sampleRows(surface, job.size)
      case 'simulate':
        return simulateInSlices(surface, job.run)
      case 'criticalPoints':
        return searchCriticalPoints(surface)
      case 'attractors':
        return searchAttractors(surface, job.maximize, job.points)
      case 'basinRows':
        return labelRows(surface, optimizerOf(job.run), job.run, job.attractors, job.rows, fleets)
      case 'sweepRows':
        return sweepRows(surface, optimizerOf(job.spec.run), job.spec, job.rows, fleets)
      case 'swarm':
        return herd.step(job, surface, optimizerOf(job.spec.run))
    }
  }
}

function* simulateInSlices(surface: Surface, run: RunSpec): Sliced<Trajectory> {
  const simulation = createSimulation(surface, optimizerOf(run), run, { domain: surface.spec.domain })
  while (!simulation.advance(STEPS)) yield simulation.taken / simulation.total
  return simulation.finish()
}

function optimizerOf(choice: OptimizerChoice): Optimizer {
  const optimizer = findOptimizer(choice, optimizers)
  if (optimizer === undefined) throw new Error(`unknown optimizer \`${choice.optimizer}\``)
  return optimizer
}
