import type { CriticalKind, CriticalPoint } from '../../analysis/types'
import { useScene } from '../../store/react'
import { format, formatPoint } from '../../views/format'
import { CriticalPointItem } from './CriticalPointItem'
import { KindGlyph } from './KindGlyph'

const KINDS: readonly (readonly [CriticalKind, one: string, many: string])[] = [
  ['minimum', 'minimum', 'minima'],
  ['saddle', 'saddle', 'saddles'],
  ['maximum', 'maximum', 'maxima'],
  ['degenerate', 'degenerate point', 'degenerate points'],
]

/** Where the ground is level, counted by kind; each kind opens to its points. */
export default function CriticalPoints() {
  const report = useScene((state) => state.criticalPoints)
  const surface = useScene((state) => state.surface)
  if (surface === null) return null
  const count = report?.points.length ?? 0
  return (
    <section aria-labelledby="critical-heading">
      <h2 id="critical-heading" className="panel-heading" title={completeness(report?.complete)}>
        Critical points
        {report !== null && ` · ${count}${report.complete ? ', all of them' : ' found'}`}
      </h2>
      {report === null && <p className="panel-note">Searching the domain…</p>}
      {report !== null && count === 0 && <p className="panel-note">Nowhere in this domain is the ground level.</p>}
      {KINDS.map(([kind, one, many]) => {
        const points = report?.points.filter((point) => point.kind === kind) ?? []
        if (points.length === 0) return null
        return <KindGroup key={kind} kind={kind} name={points.length === 1 ? one : many} points={points} />
      })}
      {report !== null && report.undecided.length > 0 && (
        <p className="panel-note">
          {report.undecided.length === 1 ? 'One small box' : `${report.undecided.length} small boxes`} could not be
          decided.
        </p>
      )}
    </section>
  )
}

const completeness = (complete: boolean | undefined) =>
  complete ? 'Proved: the domain holds no others' : 'Found by search: it is not proved that there are no others'

interface KindGroupProps {
  readonly kind: CriticalKind
  readonly name: string
  readonly points: readonly CriticalPoint[]
}

/** The panel shows this many points of a kind; more would be a table nobody reads. */
const MOST = 100

function KindGroup({ kind, name, points }: KindGroupProps) {
  return (
    <details className="kind-group">
      <summary>
        <KindGlyph kind={kind} />
        <span className="kind-name">{name}</span>
        <span className="kind-extreme">{extreme(kind, points)}</span>
        <span className="kind-count">{points.length}</span>
      </summary>
      <ul className="point-list">
        {points.slice(0, MOST).map((point) => (
          <CriticalPointItem key={`${point.x} ${point.y}`} point={point} />
        ))}
      </ul>
      {points.length > MOST && <p className="panel-note">and {points.length - MOST} more</p>}
    </details>
  )
}

/** The lowest minimum and the highest maximum, in a few words. */
function extreme(kind: CriticalKind, points: readonly CriticalPoint[]): string {
  if (kind !== 'minimum' && kind !== 'maximum') return ''
  const point = kind === 'minimum' ? points[0]! : points.at(-1)!
  const word = points.length === 1 ? '' : kind === 'minimum' ? 'lowest ' : 'highest '
  return `${word}${format(point.value, 3)} at ${formatPoint(point.x, point.y, 3)}`
}
