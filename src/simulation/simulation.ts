import type { Domain } from '../surfaces/surface'
import type { Trajectory } from './trajectory'

/** A run in progress, advanced in slices so that a worker can report, stream and be interrupted. */
export interface Simulation {
  /** Takes up to `steps` more steps; true when the run is at its end. */
  advance(steps: number): boolean
  /** Steps taken so far, of `total`. */
  readonly taken: number
  readonly total: number
  /** The run so far as a trajectory, its outcome judged. */
  finish(): Trajectory
}

export interface SimulationOptions {
  /** The landscape that the climber may be said to have left. */
  readonly domain?: Domain
}
