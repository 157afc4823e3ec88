import type { HyperparameterKind } from './hyperparameters'

export type HyperparameterValue = number | boolean | string
export type Hyperparameters = Readonly<Record<string, HyperparameterValue>>

/**
 * An optimizer that is the same few equations for every coordinate, as data: what one file of `src/optimizers/` exports.
 *
 * `equations` are lines `name = expression` in the language of `src/expression`, read from top to bottom; assigning to
 * a state variable, to `g` or to `theta` replaces it. Given symbols: `theta` the coordinate, `g` its slope and `h` its
 * entry of the Hessian's diagonal (both already negated under `maximize`), `t` the step counted from 1, `loss`, `norm_g`
 * (the whole slope's 2-norm), the hyperparameters and the state variables. A flag is 1 or 0, for `if(flag, a, b)`.
 *
 * Three functions reach across coordinates: `norm(a)`, `norm1(a)` and `dot(a, b)`. A line `probe = expression` names
 * another point: in the lines below `g` is the slope there, at the price of one more evaluation of the gradient.
 */
export interface UpdateRule {
  /** PyTorch's class name where there is one. Unique; scenes refer to it. */
  readonly name: string
  /** What it does, in one sentence a student understands. */
  readonly summary: string
  /** Paper or source the equations come from. */
  readonly reference: string
  /** Every hyperparameter with the library's default, under PyTorch's names (tuples split). */
  readonly hyperparameters: Hyperparameters
  /** The defaults that suit a 2-D landscape where the library's do not, by name. */
  readonly landscape?: Hyperparameters
  /** State variables, one a coordinate, with their initial value: a number, or an expression of hyperparameters and `theta`. */
  readonly state: Readonly<Record<string, number | string>>
  readonly equations: string
  /** The state variable in which she keeps the average of her way, drawn beside her. */
  readonly average?: string
  /** How hyperparameters are bounded and presented where it is not by their name, as in `hyperparameterKind`. */
  readonly kinds?: Readonly<Record<string, HyperparameterKind>>
  /** Says what is wrong with a combination of hyperparameters and what to do, or nothing. */
  readonly validate?: (hyperparameters: Hyperparameters) => string | undefined
}

/** Marks one file's export as an optimizer. */
export const updateRule = (rule: UpdateRule): UpdateRule => rule
