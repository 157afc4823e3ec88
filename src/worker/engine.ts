import type { BasinMap } from '../analysis/basins'
import type { Attractor } from '../analysis/basins-attractors'
import type { SweepMap } from '../analysis/sweep'
import type { CriticalPoint, CriticalPointReport, HeightField } from '../analysis/types'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import type { SurfaceSpec } from '../surfaces/surface'
import type { BasinsRequest } from './basins'
import type { SwarmRequest, SwarmStep } from './protocol'
import type { SweepRequest } from './sweep'

/** How far a long piece of work has come, 0 to 1. */
export type OnProgress = (fraction: number) => void

export interface JobOptions {
  /** Aborting rejects the promise with the signal's reason at once and frees the worker within 50 ms. */
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
}

/** Of work whose result comes in stages: what is there already, coarser than the result. */
export interface PartialOptions<T> extends JobOptions {
  readonly onPartial?: (partial: T) => void
}

/**
 * All heavy work, off the main thread where the page allows it. Every promise settles: a worker that dies is
 * restarted once and its jobs are tried again. Nothing is delivered once the signal is aborted.
 */
export interface Engine {
  field(surface: SurfaceSpec, size: number, options?: JobOptions): Promise<HeightField>
  simulate(surface: SurfaceSpec, run: RunSpec, options?: JobOptions): Promise<Trajectory>
  criticalPoints(surface: SurfaceSpec, options?: JobOptions): Promise<CriticalPointReport>
  /** Where climbers may come to rest, of the surface's critical points, which are sought when left out. */
  attractors(
    surface: SurfaceSpec,
    maximize: boolean,
    points?: readonly CriticalPoint[],
    options?: JobOptions,
  ): Promise<readonly Attractor[]>
  /** Which minimum is reached from where. */
  basins(request: BasinsRequest, options?: PartialOptions<BasinMap>): Promise<BasinMap>
  /** What becomes of a run when two of its hyperparameters are others. */
  sweep(request: SweepRequest, options?: PartialOptions<SweepMap>): Promise<SweepMap>
  /**
   * The next steps of the swarm that belongs to `owner`, one call after the other; the buffer that is passed is moved to
   * the worker and comes back filled.
   */
  swarm(owner: object, request: SwarmRequest, options?: JobOptions): Promise<SwarmStep>
  dispose(): void
}
