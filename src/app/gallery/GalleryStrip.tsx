import { useSceneStore } from '../../store/react'
import { ArrowRight } from '../icons'
import { usePageActions } from '../page-context'
import { SurfaceTile } from './SurfaceTile'
import { useChooseSurface } from './use-choose-surface'

/** What the panel shows of the gallery; the surface on the screen takes the last place when it is another. */
const FEATURED = ['himmelblau', 'rosenbrock', 'ackley', 'monkey-saddle']

export default function GalleryStrip() {
  const { catalog } = useSceneStore()
  const { openDialog } = usePageActions()
  const { current, choose } = useChooseSurface()
  const names = current === null || FEATURED.includes(current) ? FEATURED : [...FEATURED.slice(0, -1), current]
  const surfaces = names.map((name) => catalog.surfaces.get(name)).filter((surface) => surface !== undefined)
  return (
    <div className="gallery-strip">
      <div className="tiles">
        {surfaces.map((surface) => (
          <SurfaceTile
            key={surface.name}
            surface={surface}
            current={surface.name === current}
            onChoose={() => choose(surface.name)}
          />
        ))}
      </div>
      <button type="button" className="more-button" onClick={() => openDialog('gallery')}>
        <span>All {catalog.surfaces.size} surfaces</span>
        <ArrowRight />
      </button>
    </div>
  )
}
