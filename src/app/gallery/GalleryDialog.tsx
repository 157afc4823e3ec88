import { useState } from 'react'
import { useSceneStore } from '../../store/react'
import type { SurfaceDefinition } from '../../surfaces/surface'
import { Modal } from '../controls/Modal'
import { usePageActions } from '../page-context'
import { SurfaceTile } from './SurfaceTile'
import { useChooseSurface } from './use-choose-surface'

/** Every surface, searched by its name and by what it teaches. */
export default function GalleryDialog() {
  const { catalog } = useSceneStore()
  const { openDialog } = usePageActions()
  const { current, choose } = useChooseSurface()
  const [query, setQuery] = useState('')
  const close = () => openDialog(null)
  const found = [...catalog.surfaces.values()].filter((surface) => matches(surface, query))
  return (
    <Modal title={`${catalog.surfaces.size} surfaces`} onClose={close}>
      <input
        className="search"
        type="search"
        placeholder="Search: saddle, valley, Rosenbrock…"
        aria-label="Search surfaces"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="gallery">
        {found.map((surface) => (
          <SurfaceTile
            key={surface.name}
            surface={surface}
            current={surface.name === current}
            detailed
            onChoose={() => {
              choose(surface.name)
              close()
            }}
          />
        ))}
      </div>
      {found.length === 0 && (
        <p className="empty">
          No surface is called or teaches “{query}”. Any formula of x and y can be typed in the panel.
        </p>
      )}
    </Modal>
  )
}

/** Every word of the query must occur somewhere. */
function matches({ name, title, idea, formula }: SurfaceDefinition, query: string): boolean {
  const text = `${name} ${title} ${idea} ${formula}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
