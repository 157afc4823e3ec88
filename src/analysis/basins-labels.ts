import type { Sliced } from '../math/sliced'
import type { Surface } from '../surfaces/surface'
import { type Attractor, indexAttractors, REACH } from './basins-attractors'
import { bottomsNear } from './basins-level-sets'

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
export function* labelEnds(
  surface: Surface,
  attractors: readonly Attractor[],
  maximize: boolean,
  ends: Ends,
  labels: Int32Array,
): Sliced<void> {
  const index = indexAttractors(attractors)
  for (let i = 0; i < labels.length; i++) {
    const here = index.at(ends.x[i]!, ends.y[i]!)
    const rested = here >= 0 && here === index.at(ends.earlierX[i]!, ends.earlierY[i]!)
    labels[i] = ends.diverged[i] === 1 ? DIVERGED : rested ? here : UNDECIDED
  }
  yield* labelLevelSets(surface, attractors, maximize, ends, labels)
}

/**
 * A ring or a trough of minima is listed as one of its points, and there are many others to come to rest at: those who
 * rest within reach of a bottom of the same value have reached it.
 */
function* labelLevelSets(
  surface: Surface,
  attractors: readonly Attractor[],
  maximize: boolean,
  ends: Ends,
  labels: Int32Array,
): Sliced<void> {
  const sets = attractors.flatMap((set, label) => (set.kind === 'degenerate' ? [{ value: set.value, label }] : []))
  if (sets.length === 0) return
  const { x, y } = surface.spec.domain
  const reach = REACH * Math.max(x[1] - x[0], y[1] - y[0])
  const moved = (i: number) => Math.hypot(ends.x[i]! - ends.earlierX[i]!, ends.y[i]! - ends.earlierY[i]!)
  const resting = [...labels.keys()].filter((i) => labels[i] === UNDECIDED && moved(i) <= reach)
  const place = (values: Float64Array) => Float64Array.from(resting, (i) => values[i]!)
  const bottoms = yield* bottomsNear(surface, place(ends.x), place(ends.y), maximize, reach)
  for (const [k, i] of resting.entries()) {
    labels[i] = sets.find(({ value }) => isSameValue(bottoms[k]!, value))?.label ?? UNDECIDED
  }
}

/** Values this close, relatively (absolutely below 1e-3), are the same: as where critical points are listed. */
const SAME_VALUE = 1e-9
const isSameValue = (a: number, b: number) => Math.abs(a - b) <= SAME_VALUE * Math.max(1e-3, Math.abs(b))
