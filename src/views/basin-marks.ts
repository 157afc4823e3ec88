import { DIVERGED, UNDECIDED } from '../analysis/basins-labels'

/** Marks along a side of the ground, and half of a mark's width and of its stroke in units of their distance. */
const MARKS = 16
const ARM = 0.17
const STROKE = 0.032

/**
 * Whether a place of the ground, in shares of its sides, lies on a mark: × where climbers diverge, – where nothing is
 * decided, as in the legend, so that colour is not all that tells those two. They stand in rows, every other row moved.
 */
export function isMarked(label: number, x: number, y: number): boolean {
  if (label !== DIVERGED && label !== UNDECIDED) return false
  const row = Math.floor(y * MARKS)
  const right = Math.abs(fromMiddle(x * MARKS + (row % 2) / 2))
  const up = Math.abs(fromMiddle(y * MARKS))
  if (label === UNDECIDED) return right < ARM && up < STROKE
  return right < ARM && up < ARM && Math.abs(right - up) < STROKE * Math.SQRT2
}

const fromMiddle = (place: number) => place - Math.floor(place) - 0.5
