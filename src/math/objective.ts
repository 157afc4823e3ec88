/**
 * What is descended. Optimizers see nothing else: a typed formula, a surface, a slice of a network's loss
 * and a whole network are all objectives.
 *
 * Arrays are owned by the caller and written in place, so that a step allocates nothing.
 */
export interface Objective {
  /** Number of coordinates of `theta`. */
  readonly dimension: number
  /** The loss at `theta`. Never throws: outside the domain of the formula it is NaN or an infinity. */
  value(theta: Float64Array): number
  /** Writes the gradient at `theta` into `out` (length `dimension`) and returns the loss there. */
  gradient(theta: Float64Array, out: Float64Array): number
  /** Writes the symmetric Hessian, row-major (length `dimension`²), into `out`. */
  hessian?(theta: Float64Array, out: Float64Array): void
}
