import type { Hyperparameters } from '../../optimizers/rule'

/** What there is to know of a run before its method is written down. */
export interface MethodRun {
  /** Complete. Choices and flags are settled here; numbers are Python variables of the same name. */
  readonly hyperparameters: Hyperparameters
  /** Whether the slope has noise, which is new in each step. */
  readonly isNoisy: boolean
  readonly seed: number
}

/** The method as lines of Python: what only this run needs, as a student should read it. */
export interface MethodCode {
  /** Above the first step. `theta` is where she starts. */
  readonly setup?: readonly string[]
  /** One step: leaves the next place in `theta`, by assigning and never in place. */
  readonly step: readonly string[]
}

/**
 * How one method is written in NumPy: what one file of this folder exports. Its lines may read the hyperparameters by their
 * names, `theta`, and what they mention of `f(theta)`, `grad(theta)` and `hess(theta)`: the loss and its derivatives for
 * someone who descends (the sign is flipped under `maximize`); and they may call the functions of `../python/`.
 */
export interface MethodExport {
  /** The method's. */
  readonly name: string
  /** `f` is infinite where the formula has no value. */
  readonly walled?: boolean
  /** Hyperparameters that she sets out with: from there the variable is her own and changes from step to step. */
  readonly initial?: readonly string[]
  write(run: MethodRun): MethodCode
}

/** Marks one file's export as the Python of a method. */
export const methodExport = (definition: MethodExport): MethodExport => definition
