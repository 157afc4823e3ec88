import type { OptimizerChoice } from '../optimizers/find'
import type { Evaluations } from '../optimizers/method'

import type { Attempts } from '../optimizers/methods/attempts'
import type { NoiseSpec } from './noise'

/**
 * How a run ended, noted without cutting it short.
 *
 * - `converged`: the gradient vanished at a minimum (a maximum, when climbing) and stayed so.
 * - `stuck`: the gradient vanished and stayed so, where the Hessian says saddle or the wrong kind of extremum, or on a plateau.
 * - `diverged`: a coordinate or the loss stopped being finite (the arrays end there), or the climber left the
 *   landscape by more than a thousand of its widths and did not come back.
 * - `exhausted`: the steps ran out first.
 */
export type Outcome = 'converged' | 'stuck' | 'diverged' | 'exhausted'

/** What a climber does, resolved and serialisable: what travels to a worker. `findOptimizer` gives its optimizer. */
export interface RunSpec extends OptimizerChoice {
  /** Every hyperparameter, defaults filled in, under PyTorch's names; a text is a schedule (see optimizers/schedule.ts). */
  readonly hyperparameters: Readonly<Record<string, number | boolean | string>>
  readonly start: readonly number[]
  /** True: gradient ascent, as in PyTorch (the gradient is negated before the optimizer sees it). */
  readonly maximize: boolean
  /** Number of optimizer steps; the trajectory has one point more. */
  readonly steps: number
  /** Seed of everything random in this run. */
  readonly seed: number
  /** What the climber feels is the true slope and this. */
  readonly noise?: NoiseSpec
}

/** A finished run: immutable, structure of arrays, float64. Point k is the state after k steps; point 0 is the start. */
export interface Trajectory {
  /** Coordinates a point, d. */
  readonly dimension: number
  /** Points stored, n: steps + 1, or fewer when the run diverged (the last point is then the first bad one). */
  readonly length: number
  /** n·d, point-major. */
  readonly theta: Float64Array
  /** n·d: the true gradient at each point, before `maximize` negates it. */
  readonly gradient: Float64Array
  /** n·d, where there is noise: what was felt in the gradient's place. */
  readonly felt?: Float64Array
  /** n. */
  readonly loss: Float64Array
  /** Names of the optimizer's state variables, s of them. */
  readonly stateNames: readonly string[]
  /** n·s·d: state variable j, coordinate i of point k at `(k*s + j)*d + i`. */
  readonly state: Float64Array
  readonly outcome: Outcome
  /** The point at which the outcome happened. */
  readonly outcomeStep: number
  /** What the optimizer asked of the objective, counted. */
  readonly evaluations: Evaluations
  /** n·3, methods only: value, gradient and Hessian evaluations that it took to get to each point. */
  readonly asked?: Float64Array
  /** Methods only: what each step tried. */
  readonly attempts?: Attempts
}
