import { finish, type Sliced, share } from '../math/sliced'
import type { Optimizer } from '../optimizers/optimizer'
import type { Interval, Surface } from '../surfaces/surface'
import { type Attractor, attractorsOf } from './basins-attractors'
import { labelEnds } from './basins-labels'
import { walkToEnd } from './basins-walk'
import { searchCriticalPoints } from './critical-points'
import type { Errand } from './errand'
import type { Fleets } from './fleets'
import type { CriticalPoint } from './types'

/** Which minimum a climber reaches from where: the domain in `size` x `size` cells, one climber at the centre of each. */
export interface BasinMap {
  readonly size: number
  /** Row-major, y outermost from the domain's low end: an index into `minima`, `DIVERGED` or `UNDECIDED`. */
  readonly labels: Int32Array
  /** What can be reached, by value ascending: minima, or maxima where the climbers climb. */
  readonly minima: readonly Attractor[]
}

/** The basins of attraction of `run` on `surface`. Throws HyperparameterError and ExpressionError. */
export const computeBasins = (
  surface: Surface,
  optimizer: Optimizer,
  run: Errand,
  size: number,
  fleets: Fleets,
): BasinMap => finish(searchBasins(surface, optimizer, run, size, fleets))

/** The same, in slices. */
export function* searchBasins(
  surface: Surface,
  optimizer: Optimizer,
  run: Errand,
  size: number,
  fleets: Fleets,
): Sliced<BasinMap> {
  const minima = yield* share(0, 0.1, searchAttractors(surface, run.maximize))
  const labels = yield* share(0.1, 1, labelRows(surface, optimizer, run, minima, { size, from: 0, to: size }, fleets))
  return { size, labels, minima }
}

/** Where climbers on `surface` may come to rest; `known` are its critical points, which are sought when left out. */
export function* searchAttractors(
  surface: Surface,
  maximize: boolean,
  known?: readonly CriticalPoint[],
): Sliced<Attractor[]> {
  const points = known ?? (yield* searchCriticalPoints(surface)).points
  return attractorsOf(surface, points, maximize)
}

/** Rows `from` to `to` (exclusive) of a map of `size` x `size` cells. */
export interface Rows {
  readonly size: number
  readonly from: number
  readonly to: number
}

/** The labels of some rows of a map. */
export function* labelRows(
  surface: Surface,
  optimizer: Optimizer,
  run: Errand,
  attractors: readonly Attractor[],
  { size, from, to }: Rows,
  fleets: Fleets,
): Sliced<Int32Array> {
  const { x, y } = surface.spec.domain
  const count = (to - from) * size
  const startX = Float64Array.from({ length: count }, (_, k) => cellCentre(x, k % size, size))
  const startY = Float64Array.from({ length: count }, (_, k) => cellCentre(y, from + Math.floor(k / size), size))
  const labels = new Int32Array(count)
  const ends = yield* share(0, 0.95, walkToEnd(surface, optimizer, run, startX, startY, fleets))
  yield* share(0.95, 1, labelEnds(surface, attractors, run.maximize, ends, labels))
  return labels
}

/** The middle of cell `i` of `size` equal ones: where its climber starts. */
export const cellCentre = ([low, high]: Interval, i: number, size: number): number =>
  low + ((high - low) * (i + 0.5)) / size
