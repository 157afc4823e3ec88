import type { Line, Trial } from './line'

const MOST_EXPANSIONS = 60
const MOST_REFINEMENTS = 120
/** The share of the first slope that counts as level: rounding may leave about as much. */
const LEVEL = 1e-12

/** A trial and the slope with which it enters the secant. */
interface End {
  readonly trial: Trial
  readonly slope: number
}

/**
 * Walks along `line` to a place where it is level, the first trial being `t`: doubles the step until the ground rises
 * again, then closes in by secants of the slopes (the Illinois method: Dowell & Jarratt 1971), halving the distance where
 * that gains too little. Every place kept as the nearer end is no higher than the one before, so that the search ends in a
 * hollow and never on a hump. Where the ground falls without end it returns the farthest place it tried.
 */
export function exactSearch(line: Line, t: number): Trial {
  const level = LEVEL * Math.abs(line.origin.slope)
  const rounding = 4 * Number.EPSILON * Math.abs(line.origin.loss)
  let near: End = { trial: line.origin, slope: line.origin.slope }
  let far: End | undefined
  for (let length = t, count = 0; far === undefined && count < MOST_EXPANSIONS; length *= 2, count++) {
    const trial = line.try(length)
    if (isLevel(trial)) return trial
    const end = { trial, slope: trial.slope }
    if (isBeyond(trial)) far = end
    else near = end
  }
  if (far === undefined) return near.trial
  far.trial.verdict = 'too-long'
  let moved: 'near' | 'far' = 'far'
  for (let count = 0, widthBefore = Number.POSITIVE_INFINITY; count < MOST_REFINEMENTS; count++) {
    const width = far.trial.t - near.trial.t
    // Three trials have to halve the distance.
    const creeps = count % 3 === 0 && width > widthBefore / 2
    if (count % 3 === 0) widthBefore = width
    const next = creeps ? near.trial.t + width / 2 : secant(near, far)
    if (!(next > near.trial.t && next < far.trial.t)) break
    const trial = line.try(next)
    if (isLevel(trial)) return trial
    // An end that stays twice counts for half, or the secants would creep.
    if (isBeyond(trial)) {
      trial.verdict = 'too-long'
      far = { trial, slope: trial.slope }
      if (moved === 'far') near = { ...near, slope: near.slope / 2 }
      moved = 'far'
    } else {
      trial.verdict = 'too-short'
      near = { trial, slope: trial.slope }
      if (moved === 'near') far = { ...far, slope: far.slope / 2 }
      moved = 'near'
    }
  }
  return far.trial.loss < near.trial.loss ? far.trial : near.trial

  /** Whether the hollow lies before `trial`: the ground rises there, or is higher than at the nearer end. */
  function isBeyond(trial: Trial): boolean {
    return !(trial.slope < 0 && trial.loss <= near.trial.loss + rounding)
  }

  function isLevel(trial: Trial): boolean {
    return Math.abs(trial.slope) <= level && trial.loss <= near.trial.loss + rounding
  }
}

/** Where the slope vanishes if it changes evenly; the middle where the far end's says nothing. */
function secant(near: End, far: End): number {
  const [from, to] = [near.trial.t, far.trial.t]
  const t = far.slope > 0 ? from - (near.slope * (to - from)) / (far.slope - near.slope) : Number.NaN
  return Number.isFinite(t) ? t : (from + to) / 2
}
