import { GalleryStrip } from '../gallery/GalleryStrip'
import { useShown } from '../shown'
import { DomainFields } from './DomainFields'
import { FormulaField } from './FormulaField'
import { Layers } from './Layers'
import { Parameters } from './Parameters'

/** What she walks on. */
export function SurfacePanel() {
  const shown = useShown()
  return (
    <>
      <section aria-labelledby="surface-heading">
        <h2 id="surface-heading" className="panel-heading">
          Surface
        </h2>
        {shown('formula') && <FormulaField />}
        {shown('parameters') && <Parameters />}
        {shown('gallery') && <GalleryStrip />}
        {shown('domain') && <DomainFields />}
      </section>
      {shown('layers') && (
        <section aria-labelledby="show-heading">
          <h2 id="show-heading" className="panel-heading">
            Show
          </h2>
          <Layers />
        </section>
      )}
    </>
  )
}
