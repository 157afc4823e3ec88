/** One value a point, or a number that all points share, for each input. */
export type KernelInputs = readonly (Float64Array | number)[]

/**
 * Some outputs of a graph made executable, over many points at once.
 *
 * Every executor (the interpreter, WebAssembly) answers this interface and agrees with the others in every bit,
 * so callers never know which one they hold.
 */
export interface Kernel {
  /** Names of the graph's inputs, in the order in which `run` takes them. */
  readonly inputs: readonly string[]
  /** How many outputs `run` writes. */
  readonly outputs: number
  /**
   * Evaluates `count` points. An output is one array of at least `count` values; it must not be an input as well.
   */
  run(inputs: KernelInputs, outputs: readonly Float64Array[], count: number): void
}
