import { useScene } from '../store/react'
import { KindGlyph } from './surface/KindGlyph'

/** What the marks on the ground mean: the kinds that are there. */
export function Legend() {
  const shown = useScene((state) => state.scene.view.layers.includes('critical-points'))
  const points = useScene((state) => state.criticalPoints?.points)
  if (!shown || points === undefined || points.length === 0) return null
  const kinds = new Set(points.map(({ kind }) => kind))
  return (
    <ul className="legend" aria-label="Marks on the ground">
      {(['minimum', 'saddle', 'maximum', 'degenerate'] as const)
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <li key={kind}>
            <KindGlyph kind={kind} /> {kind}
          </li>
        ))}
    </ul>
  )
}
