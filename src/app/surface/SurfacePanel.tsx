import { AfterFirstWalk } from '../AfterFirstWalk'
import { DomainFields, GalleryStrip, Parameters } from '../later'
import { useShown } from '../shown'
import { FormulaField } from './FormulaField'
import { Layers } from './Layers'

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
        {shown('parameters') && (
          <AfterFirstWalk>
            <Parameters />
          </AfterFirstWalk>
        )}
        {shown('gallery') && (
          <AfterFirstWalk room="gallery-room">
            <GalleryStrip />
          </AfterFirstWalk>
        )}
        {shown('domain') && (
          <AfterFirstWalk room="line-room">
            <DomainFields />
          </AfterFirstWalk>
        )}
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
