import { createContext, useContext } from 'react'
import type { HeightField } from '../../analysis/types'
import { specOf } from '../../surfaces/create'
import type { SurfaceDefinition } from '../../surfaces/surface'
import type { Engine } from '../../worker/engine'

/** Samples along a side of a small picture. */
const SIZE = 41

/** Height fields for small pictures, one at a time and only when the page has nothing better to do. */
export interface Pictures {
  field(surface: SurfaceDefinition): Promise<HeightField>
}

export function createPictures(engine: Engine): Pictures {
  const fields = new Map<string, Promise<HeightField>>()
  let queue: Promise<unknown> = Promise.resolve()
  return {
    field(surface) {
      const known = fields.get(surface.name)
      if (known !== undefined) return known
      const field = queue.then(idle).then(() => engine.field(specOf(surface), SIZE))
      queue = field.catch(() => fields.delete(surface.name))
      fields.set(surface.name, field)
      return field
    },
  }
}

/** When the page is next idle; not every browser says. */
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1000 })
    else setTimeout(resolve, 30)
  })

export const PicturesContext = createContext<Pictures | null>(null)

export function usePictures(): Pictures {
  const pictures = useContext(PicturesContext)
  if (pictures === null) throw new Error('a picture was rendered outside of <PicturesContext>')
  return pictures
}
