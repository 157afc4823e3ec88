import type { Random } from '../math/random'
import type { Attempt } from './methods/attempts'
import type { Hyperparameters } from './rule'

/**
 * The objective as a method asks it: every question is counted, and the answers are those for someone who descends (the
 * sign is already flipped under `maximize`). Arrays are the caller's. Answers may be NaN or infinite, and nothing throws.
 */
export interface Oracle {
  readonly dimension: number
  value(theta: Float64Array): number
  /** Writes the gradient into `out` and returns the value: counted as one of each. */
  gradient(theta: Float64Array, out: Float64Array): number
  /** Writes the Hessian, row-major, into `out`. Only for methods that declare `hessian: true`. */
  hessian(theta: Float64Array, out: Float64Array): void
}

/** How often an oracle was asked. */
export interface Evaluations {
  readonly value: number
  readonly gradient: number
  readonly hessian: number
}

/** What a method works with during one run. */
export interface Climb<H = Hyperparameters> {
  readonly oracle: Oracle
  /** Complete and valid. */
  readonly hyperparameters: H
  /** The run's own stream of random numbers, from its seed. */
  readonly random: Random
  /** Writes down something tried in this step. `loss` is the oracle's: the log undoes the sign. */
  attempt(attempt: Attempt): void
}

/** All that a run remembers between steps. Fields may be replaced or written in place. */
export interface MethodState {
  /** Where she stands. */
  readonly theta: Float64Array
}

/** One step of a finished run, for whoever puts it into words. */
export interface StepRecord {
  /** Counted from 1: the step from point `step - 1` to point `step`. */
  readonly step: number
  readonly hyperparameters: Hyperparameters
  readonly maximize: boolean
  readonly from: StepPoint
  readonly to: StepPoint
  readonly attempts: readonly Attempt[]
  /** What the oracle was asked during this step. */
  readonly asked: Evaluations
}

export interface StepPoint {
  readonly theta: Float64Array
  readonly loss: number
  readonly gradient: Float64Array
  /** Recorded state by name, one number a coordinate. */
  readonly state: ReadonlyMap<string, Float64Array>
}

/**
 * An optimizer that is more than equations of one coordinate: what one file of `src/optimizers/methods/` exports. It
 * sees the objective as an oracle, keeps its state in one object and draws chance from the run's seed, so that a run is
 * reproduced exactly. Fields shared with `UpdateRule` mean the same.
 */
export interface Method {
  readonly name: string
  readonly summary: string
  readonly reference: string
  readonly hyperparameters: Hyperparameters
  readonly landscape?: Hyperparameters
  /** What the hyperparameters that are strings may be. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
  readonly validate?: (hyperparameters: Hyperparameters) => string | undefined
  /** Needs second derivatives. */
  readonly hessian?: boolean
  /** Draws on chance: another seed may be another walk, also without noise. */
  readonly seeded?: boolean
  /** Fields of the state that the trajectory records, one number a coordinate (a lone number counts for each). */
  readonly recorded: readonly string[]
  /** Sets out from `start`, which is the method's to keep. May ask the oracle: that counts. */
  begin(climb: Climb, start: Float64Array): MethodState
  /** Takes one step. Must end on any objective: every loop inside is bounded. */
  step(climb: Climb, state: MethodState): void
  /** What this step tried and chose, with its numbers: sentences for the arithmetic panel. */
  readonly describe?: (record: StepRecord) => readonly string[]
}

type Widened<H> = {
  readonly [K in keyof H]: H[K] extends number ? number : H[K] extends boolean ? boolean : string
}

/** A method with the types of its own hyperparameters and state: what an author writes. */
export interface MethodDefinition<
  H extends Hyperparameters,
  Recorded extends string,
  S extends MethodState & Readonly<Record<Recorded, number | Float64Array>>,
> extends Omit<Method, 'hyperparameters' | 'recorded' | 'begin' | 'step'> {
  readonly hyperparameters: H
  readonly recorded: readonly Recorded[]
  begin(climb: Climb<Widened<H>>, start: Float64Array): S
  step(climb: Climb<Widened<H>>, state: S): void
}

/**
 * Marks one file's export as a method. A state only ever comes back to the method that made it, and hyperparameters are
 * complete and of the defaults' types, so their types may be forgotten.
 */
export const method = <
  H extends Hyperparameters,
  Recorded extends string,
  S extends MethodState & Readonly<Record<Recorded, number | Float64Array>>,
>(
  definition: MethodDefinition<H, Recorded, S>,
): Method => definition as unknown as Method

/** Replaces fields of a state. */
export function update<S extends MethodState>(state: S, changes: Partial<S>): void {
  Object.assign(state, changes)
}

/** The recorded field `name` of a state. */
export const recordedValue = (state: MethodState, name: string): number | Float64Array =>
  (state as unknown as Readonly<Record<string, number | Float64Array>>)[name]!
