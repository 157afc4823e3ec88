import type { Climb } from '../method'
import { backtrack } from './backtracking'
import { exactSearch } from './exact-search'
import type { Footing } from './footing'
import { Line, type Trial, walledIn } from './line'
import { strongWolfe } from './strong-wolfe'
import { absoluteSum, type Vector } from './vectors'

export const lineSearches = ['armijo', 'strong_wolfe', 'exact'] as const

export interface LineSearchHyperparameters {
  /** One of `lineSearches`. */
  readonly line_search: string
  readonly c1: number
  readonly c2: number
  readonly shrink: number
}

/** Where a search led. */
export interface Found {
  readonly theta: Vector
  /** Share of the direction that was walked; 0 when nothing better was found. */
  readonly t: number
  /** Slope along the direction at its beginning. */
  readonly slope: number
  /** What is known at `theta`, or null when its gradient was not asked. */
  readonly here: Footing | null
}

/**
 * Looks for a lower place on the way from `from` along `direction`, the first trial being `t`. She stays when the direction
 * does not lead down or nothing lower is found.
 */
export function searchLine(
  climb: Pick<Climb, 'oracle' | 'attempt'>,
  from: Footing,
  direction: Vector,
  t: number,
  hyperparameters: LineSearchHyperparameters,
): Found {
  const line = new Line(walledIn(climb), from, direction)
  const { slope } = line.origin
  const stay: Found = { theta: from.theta, t: 0, slope, here: from }
  if (!(slope < 0)) return stay
  const chosen = choose(line, t, hyperparameters)
  const goes = chosen.loss < from.loss
  line.settle(goes ? chosen : line.origin)
  if (!goes) return stay
  return { theta: chosen.theta, t: chosen.t, slope, here: Number.isNaN(chosen.slope) ? null : chosen }
}

function choose(line: Line, t: number, hyperparameters: LineSearchHyperparameters): Trial {
  switch (hyperparameters.line_search) {
    case 'strong_wolfe':
      return strongWolfe(line, t, hyperparameters)
    case 'exact':
      return exactSearch(line, t)
    default:
      return backtrack(line, t, hyperparameters)
  }
}

/** A first trial for a direction of unknown length: one unit at most, as in PyTorch's LBFGS. */
export const cautiousLength = (gradient: Vector, lr: number): number => Math.min(1, 1 / absoluteSum(gradient)) * lr

/** A step may be this much longer than the last: where the slope has all but vanished, the rule below would overshoot by far. */
const MOST_GROWTH = 10

/**
 * A first trial that promises as much descent as the last step did (Nocedal & Wright 2006, section 3.5), for directions
 * whose length says little. `slope` is the new direction's.
 */
export function sameDescent(last: Pick<Found, 't' | 'slope'> | null, slope: number, fallback: number): number {
  if (last === null) return fallback
  const t = Math.min((last.t * last.slope) / slope, MOST_GROWTH * last.t)
  return Number.isFinite(t) && t > 0 ? t : fallback
}
