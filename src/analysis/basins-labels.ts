import { eigen2 } from '../math/eigen'
import { LEVEL_SLOPE } from '../simulation/ground'
import type { Surface } from '../surfaces/surface'
import { type Attractor, indexAttractors, REACH } from './basins-attractors'

/** Labels that name no attractor. */
export const DIVERGED = -1
/** Still walking when the steps ran out, or at rest where there is no listed minimum: a saddle, a plateau, a kink. */
export const UNDECIDED = -2

/**
 * How long a climber must have been where she is: as long as a momentum of 0.9 remembers. One who only passes through a
 * minimum is somewhere else ten steps before or, if she is that slow, cannot get far.
 */
export const REST_STEPS = 10

/** How many walks ended: structure of arrays. */
export interface Ends {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Where they were `REST_STEPS` before the end (at the start, when they took fewer). */
  readonly earlierX: Float64Array
  readonly earlierY: Float64Array
  /** 1: coordinates or loss stopped being finite, or the climber left the landscape. */
  readonly diverged: Uint8Array
}

/** Writes the label of each walk into `labels`: an index into `attractors`, `DIVERGED` or `UNDECIDED`. */
export function labelEnds(
  surface: Surface,
  attractors: readonly Attractor[],
  maximize: boolean,
  ends: Ends,
  labels: Int32Array,
): void {
  const index = indexAttractors(attractors)
  for (let i = 0; i < labels.length; i++) {
    const here = index.at(ends.x[i]!, ends.y[i]!)
    const rested = here >= 0 && here === index.at(ends.earlierX[i]!, ends.earlierY[i]!)
    labels[i] = ends.diverged[i] === 1 ? DIVERGED : rested ? here : UNDECIDED
  }
  const sets = attractors.flatMap((attractor, label) => (attractor.kind === 'degenerate' ? [{ attractor, label }] : []))
  if (sets.length > 0) labelLevelSets(surface, sets, maximize, ends, labels)
}

/** Values this close, relatively (absolutely below 1e-3), are the same: as where critical points are listed. */
const SAME_VALUE = 1e-9
/** A curvature below this share of the larger one counts as none. */
const FLAT = 1e-7

/**
 * A ring or a trough of minima is listed as one point, and has many other places to come to rest at: those of the same
 * value where the slope has vanished and no way leads down.
 */
function labelLevelSets(
  surface: Surface,
  sets: readonly { readonly attractor: Attractor; readonly label: number }[],
  maximize: boolean,
  ends: Ends,
  labels: Int32Array,
): void {
  const { x: spanX, y: spanY } = surface.spec.domain
  const near = REACH * Math.max(spanX[1] - spanX[0], spanY[1] - spanY[0])
  const open = [...labels.keys()].filter(
    (i) =>
      labels[i] === UNDECIDED && Math.hypot(ends.x[i]! - ends.earlierX[i]!, ends.y[i]! - ends.earlierY[i]!) <= near,
  )
  const array = () => new Float64Array(open.length)
  const samples = { f: array(), fx: array(), fy: array(), fxx: array(), fxy: array(), fyy: array() }
  const place = (values: Float64Array) => Float64Array.from(open, (i) => values[i]!)
  surface.evaluate(place(ends.x), place(ends.y), samples, open.length)
  const sign = maximize ? -1 : 1
  for (const [k, i] of open.entries()) {
    if (!(Math.hypot(samples.fx[k]!, samples.fy[k]!) <= LEVEL_SLOPE)) continue
    const [low, high] = eigen2(sign * samples.fxx[k]!, sign * samples.fxy[k]!, sign * samples.fyy[k]!).values
    if (!(low >= -FLAT * Math.abs(high))) continue
    const found = sets.find(({ attractor }) => isSameValue(samples.f[k]!, attractor.value))
    if (found !== undefined) labels[i] = found.label
  }
}

const isSameValue = (a: number, b: number) => Math.abs(a - b) <= SAME_VALUE * Math.max(1e-3, Math.abs(b))
