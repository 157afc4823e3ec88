import type { Attractor } from '../../analysis/basins-attractors'
import { format } from '../../views/format'
import { useGround, usePageActions } from '../page-context'
import { BasinSwatch } from './BasinSwatch'
import { formatCount, percent, placeName, shortTally, type Tally } from './tally'

interface TallyListProps {
  readonly label: string
  readonly tallies: readonly Tally[]
  readonly minima: readonly Attractor[]
  /** What those are called of whom nothing is known. */
  readonly undecided: string
  /** Shares of all, or numbers of climbers. */
  readonly figure: 'share' | 'count'
}

/** Who ends where, in the colours of the basin map; a place that is pressed is flown to. */
export function TallyList({ label, tallies, minima, undecided, figure }: TallyListProps) {
  const total = tallies.reduce((sum, { count }) => sum + count, 0)
  const { shown, minimaLeftOut, countLeftOut } = shortTally(tallies)
  const written = (count: number) => (figure === 'share' ? percent(count, total) : formatCount(count))
  return (
    <ul className="tally" aria-label={label}>
      {shown.map((tally) => (
        <li key={tally.label} className="tally-row" data-label={tally.label}>
          <BasinSwatch label={tally.label} />
          <Place name={placeName(tally.label, minima, undecided)} point={minima[tally.label]} />
          <span className="tally-figure">{written(tally.count)}</span>
        </li>
      ))}
      {minimaLeftOut > 0 && (
        <li className="tally-row tally-rest">
          <span className="tally-name">{minimaLeftOut} more</span>
          <span className="tally-figure">{written(countLeftOut)}</span>
        </li>
      )}
    </ul>
  )
}

function Place({ name, point }: { readonly name: string; readonly point: Attractor | undefined }) {
  const ground = useGround()
  const { highlight } = usePageActions()
  if (point === undefined) return <span className="tally-name">{name}</span>
  const { x, y, value } = point
  return (
    <button
      type="button"
      className="tally-name"
      title={`x = ${x}, y = ${y}, f = ${value}`}
      onClick={() => ground.current?.flyTo(x, y)}
      onPointerEnter={() => highlight({ x, y })}
      onPointerLeave={() => highlight(null)}
      onFocus={() => highlight({ x, y })}
      onBlur={() => highlight(null)}
    >
      {name} <span className="tally-value">f = {format(value, 3)}</span>
    </button>
  )
}
