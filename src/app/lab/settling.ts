import type { LiveFrame } from '../../store/swarm'

/** Everyone has arrived or is gone, or nobody can move any more. */
export function isSettled({
  census,
  count,
  moving,
  taken,
}: Omit<LiveFrame, 'positions' | 'minima' | 'version'>): boolean {
  if (!moving) return true
  if (census === null || taken === 0) return false
  return census.at.reduce((sum, here) => sum + here, census.diverged) === count
}

/** Steps after which a swarm that does not settle waits for its viewer. */
const PATIENCE = 6000
/** Counts in a row that find nobody walking: one who passes through a minimum is somewhere else by the next. */
const COUNTS = 3

/** Watches a swarm's frames and tells when there is nothing more to see. */
export function createSettling(): (frame: LiveFrame) => boolean {
  let counted: LiveFrame['census'] = null
  let arrived = 0
  let since: number | null = null
  return (frame) => {
    since ??= frame.taken
    if (frame.census !== counted) {
      counted = frame.census
      arrived = isSettled(frame) ? arrived + 1 : 0
    }
    return !frame.moving || arrived >= COUNTS || frame.taken - since >= PATIENCE
  }
}
