/** A fleet's arrays as a walker sees them. */
export interface FleetArrays {
  readonly count: number
  /** One array for each of the variant's variables. */
  readonly variables: readonly Float64Array[]
  readonly divergedAt: Int32Array
  /** Values of the variant's hyperparameters. */
  readonly hyperparameters: readonly (number | Float64Array)[]
}

/** Moves the climbers of a fleet: what an executor makes of a variant. */
export interface Walker {
  /**
   * Takes steps `taken + 1` to `taken + steps`. Before each, a climber whose loss or distance is not as it should be is
   * marked as diverged and stays. Returns false when nobody who is left moved in the last step and nothing depends on time.
   */
  walk(fleet: FleetArrays, taken: number, steps: number): boolean
}
