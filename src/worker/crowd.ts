import { labelRows, searchAttractors } from '../analysis/basins'
import { Fleets } from '../analysis/fleets'
import { sweepRows } from '../analysis/sweep'
import type { Executor } from '../kernels/executor'
import type { Sliced } from '../math/sliced'
import type { Surface } from '../surfaces/surface'
import { Herd } from './herd'
import { optimizerOf } from './optimizer-of'
import type { Job, JobResult } from './protocol'

/** Jobs that take many climbers. */
export type CrowdJob = Extract<Job, { readonly kind: 'attractors' | 'basinRows' | 'sweepRows' | 'swarm' }>
export type CrowdWork = (job: CrowdJob, surface: Surface) => Sliced<JobResult>

/** Turns jobs that take many climbers into work; keeps their programs and the swarms that live in this worker. */
export function createCrowdWork(executor: Executor): CrowdWork {
  const fleets = new Fleets(executor)
  const herd = new Herd(fleets)
  return (job, surface) => {
    switch (job.kind) {
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
