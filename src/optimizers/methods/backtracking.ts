import type { Line, Trial } from './line'

/** Trials at most: by then a step of length 1 has shrunk below any rounding. */
const MOST_TRIALS = 60

export interface ArmijoConstants {
  /** Share of the promised descent that a step must bring. */
  readonly c1: number
  /** Factor between one trial and the next, in (0, 1). */
  readonly shrink: number
}

/**
 * Shortens the step from `t` until the loss has fallen by a fair share of what the slope promised, `f(t) <= f(0) + c1 t f'(0)`
 * (Armijo 1966; Nocedal & Wright 2006, algorithm 3.1). Returns where she stands when no step is short enough. The
 * gradient of what it returns is not known yet.
 */
export function backtrack(line: Line, t: number, { c1, shrink }: ArmijoConstants): Trial {
  const { origin } = line
  let length = t
  for (let count = 0; count < MOST_TRIALS; count++) {
    const trial = line.tryValue(length)
    if (trial.loss <= origin.loss + c1 * length * origin.slope) return trial
    trial.verdict = 'too-long'
    // So short a step does not lead anywhere.
    if (trial.theta.every((value, i) => value === origin.theta[i])) break
    length *= shrink
  }
  return origin
}
