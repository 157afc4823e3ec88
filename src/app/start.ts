import * as registry from '../registry'
import { examples } from '../scene/examples'
import { decodeHash, type SharedScene } from '../scene/share'
import { readPreferences, writePreferences } from '../store/preferences'
import { createSceneStore } from '../store/scene-store'
import type { SceneStore } from '../store/types'
import { createEngine } from '../worker/client'
import { createPictures, type Pictures } from './gallery/pictures'
import { createPageStore, type PageStore } from './page-store'

/** Everything that the page is made of, before anything is drawn. */
export interface Started {
  readonly store: SceneStore
  readonly page: PageStore
  readonly pictures: Pictures
  readonly hide: readonly string[]
}

/**
 * Reads the scene from an address's hash, remembers what this reader prefers, and sets the engine to work at once: the
 * first walk is computed while the landscape is still being loaded. A link that cannot be used opens the first example.
 */
export function start(hash: string, moving: boolean): Started {
  const { shared, trouble } = readLink(hash)
  const { scene, problems, hide } = shared ?? { scene: examples[0]!.scene, problems: [], hide: [] }
  const storage = () => window.localStorage
  const engine = createEngine()
  const store = createSceneStore({ engine, scene, problems, catalog: registry, playback: { playing: moving } })
  const page = createPageStore({
    preferences: readPreferences(storage),
    remember: (preferences) => writePreferences(storage, preferences),
    hide,
    trouble,
  })
  return { store, page, pictures: createPictures(engine), hide }
}

interface Link {
  readonly shared: SharedScene | null
  /** Why the link cannot be used, or null. */
  readonly trouble: string | null
}

export function readLink(hash: string): Link {
  try {
    return { shared: decodeHash(hash), trouble: null }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { shared: null, trouble: `This link could not be opened: ${reason}.` }
  }
}
