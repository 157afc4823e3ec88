import type { SurfaceDefinition } from '../../surfaces/surface'
import { Thumbnail } from './Thumbnail'

interface SurfaceTileProps {
  readonly surface: SurfaceDefinition
  readonly current: boolean
  readonly onChoose: () => void
  /** Says also what the surface teaches. */
  readonly detailed?: boolean
}

export function SurfaceTile({ surface, current, onChoose, detailed = false }: SurfaceTileProps) {
  return (
    <button
      type="button"
      className="tile"
      aria-pressed={current}
      title={detailed ? undefined : surface.idea}
      onClick={onChoose}
    >
      <Thumbnail surface={surface} />
      <span className="tile-title">{surface.title}</span>
      {detailed && <span className="tile-idea">{surface.idea}</span>}
    </button>
  )
}
