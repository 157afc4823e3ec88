import type { Line, Trial } from './line'

const MOST_EXPANSIONS = 60
const MOST_REFINEMENTS = 80
/** The share of the first slope that counts as level: rounding leaves about as much. */
const LEVEL = 1e-14

/**
 * Walks along `line` to a place where it is level, the first trial being `t`: doubles the step until the ground rises
 * again, then closes in by the secant of the slopes, halving wherever that gains too little (Dekker 1969). Every place
 * kept as the nearer end is lower than the one before, so that the search ends in a hollow and never on a hump. Where the
 * ground falls without end it returns the farthest place it tried.
 */
export function exactSearch(line: Line, t: number): Trial {
  let near = line.origin
  let far: Trial | undefined
  for (let length = t, count = 0; far === undefined && count < MOST_EXPANSIONS; length *= 2, count++) {
    const trial = line.try(length)
    if (isBeyond(trial, near)) far = trial
    else near = trial
  }
  if (far === undefined) return near
  far.verdict = 'too-long'
  const level = LEVEL * Math.abs(line.origin.slope)
  if (Math.abs(far.slope) <= level && far.loss <= near.loss) return far
  let halve = false
  for (let count = 0; count < MOST_REFINEMENTS; count++) {
    const width = far.t - near.t
    const next = halve ? middle(near, far) : secant(near, far)
    if (next <= near.t || next >= far.t) break
    const trial = line.try(next)
    if (Math.abs(trial.slope) <= level && trial.loss <= near.loss) return trial
    if (isBeyond(trial, near)) {
      trial.verdict = 'too-long'
      far = trial
    } else {
      trial.verdict = 'too-short'
      near = trial
    }
    halve = far.t - near.t > width / 2
  }
  return far.loss < near.loss ? far : near
}

/** Whether the hollow lies before `trial`: the ground rises there, or is higher than at `near`. */
const isBeyond = (trial: Trial, near: Trial) => !(trial.slope < 0 && trial.loss <= near.loss)

const middle = (near: Trial, far: Trial) => (near.t + far.t) / 2

/** Where the slope vanishes if it changes evenly; the middle where the far end's says nothing. */
function secant(near: Trial, far: Trial): number {
  if (!(far.slope > 0)) return middle(near, far)
  const t = near.t - (near.slope * (far.t - near.t)) / (far.slope - near.slope)
  return Number.isFinite(t) ? t : middle(near, far)
}
