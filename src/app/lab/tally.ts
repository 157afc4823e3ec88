import type { BasinMap } from '../../analysis/basins'
import type { Attractor } from '../../analysis/basins-attractors'
import { DIVERGED, UNDECIDED } from '../../analysis/basins-labels'
import type { Census } from '../../analysis/swarm'
import { formatPoint } from '../../views/format'

/** How many climbers end, or are, at one place. */
export interface Tally {
  /** An index into the minima, `DIVERGED` or `UNDECIDED`. */
  readonly label: number
  readonly count: number
}

/** Of every start on a basin map: the minima in their order, then the diverged and the undecided. */
export function tallyOfMap({ labels, minima }: BasinMap): Tally[] {
  const counts = new Int32Array(minima.length + 2)
  // UNDECIDED, DIVERGED, 0, 1, 2…
  for (const label of labels) counts[label + 2]!++
  return [...minima.keys(), DIVERGED, UNDECIDED].map((label) => ({ label, count: counts[label + 2]! }))
}

/** Of a swarm of `count`: those who are nowhere in particular count as undecided. */
export function tallyOfCensus({ at, diverged }: Census, count: number): Tally[] {
  const arrived = at.reduce((sum, here) => sum + here, 0)
  return [
    ...Array.from(at, (here, label) => ({ label, count: here })),
    { label: DIVERGED, count: diverged },
    { label: UNDECIDED, count: count - arrived - diverged },
  ]
}

/** A list longer than this is a table nobody reads. */
const MOST_MINIMA = 8

export interface ShortTally {
  readonly shown: readonly Tally[]
  /** How many minima are left out, and how many climbers end there. */
  readonly minimaLeftOut: number
  readonly countLeftOut: number
}

/** The minima that most end at, in the order of the list; the diverged and the undecided where there are any. */
export function shortTally(tallies: readonly Tally[]): ShortTally {
  const minima = tallies.filter(({ label }) => label >= 0)
  const kept = new Set(
    [...minima]
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_MINIMA)
      .map(({ label }) => label),
  )
  const left = minima.filter(({ label }) => !kept.has(label))
  return {
    shown: tallies.filter(({ label, count }) => (label >= 0 ? kept.has(label) : count > 0)),
    minimaLeftOut: left.length,
    countLeftOut: left.reduce((sum, { count }) => sum + count, 0),
  }
}

/** `(3, 2)`, `diverged`, or the word for those of whom nothing is known. */
export function placeName(label: number, minima: readonly Attractor[], undecided = 'undecided'): string {
  const point = minima[label]
  if (point !== undefined) return formatPoint(point.x, point.y, 3)
  return label === DIVERGED ? 'diverged' : undecided
}

/** `31.4 %`; a share that rounding would hide is not hidden. */
export function percent(count: number, total: number): string {
  const share = total === 0 ? 0 : (100 * count) / total
  return share > 0 && share < 0.05 ? '< 0.1 %' : `${share.toFixed(1)} %`
}

const grouped = new Intl.NumberFormat('en')

/** `3,120` */
export const formatCount = (count: number): string => grouped.format(count)

/** `3,120 at (3, 2), 12 diverged, 240 still walking`: a census for those who hear the page. */
export function sayCensus(tallies: readonly Tally[], minima: readonly Attractor[]): string {
  const { shown, minimaLeftOut, countLeftOut } = shortTally(tallies)
  const words = shown
    .filter(({ count }) => count > 0)
    .map(
      ({ label, count }) =>
        `${formatCount(count)} ${label >= 0 ? 'at ' : ''}${placeName(label, minima, 'still walking')}`,
    )
  return [...words, ...(minimaLeftOut > 0 ? [`${formatCount(countLeftOut)} elsewhere`] : [])].join(', ')
}
