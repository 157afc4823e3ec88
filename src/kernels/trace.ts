/**
 * Where a walk is written down, point after point: point k is the climber after k steps. The layout is `Trajectory`'s:
 * state variable j of coordinate c at `(k·s + j)·2 + c`.
 */
export interface TraceArrays {
  readonly theta: Float64Array
  readonly gradient: Float64Array
  readonly loss: Float64Array
  readonly state: Float64Array
}

/** A walk made executable for one climber of whom everything is kept. */
export interface TraceProgram {
  /** A climber at `start`, about to be written into `arrays`. */
  begin(start: readonly [number, number], arrays: TraceArrays): Trace
}

export interface Trace {
  /** Points written so far. */
  readonly length: number
  /**
   * Writes the next `points` points, the start being the first. Nothing is judged here: past a point that is not finite,
   * what follows has no meaning.
   */
  record(points: number): void
}
