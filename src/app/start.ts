import * as registry from '../registry'
import type { SharedScene } from '../scene/share'
import { readPreferences, writePreferences } from '../store/preferences'
import { createSceneStore } from '../store/scene-store'
import type { SceneStore } from '../store/types'
import type { Graphics } from '../views/landscape/graphics'
import { createEngine } from '../worker/client'
import type { Connect } from '../worker/protocol'
import { createPictures, type Pictures } from './gallery/pictures'
import { landing } from './landing'
import { createPageStore, type PageStore } from './page-store'

/** Everything that the page is made of, before anything is drawn. */
export interface Started {
  readonly store: SceneStore
  readonly page: PageStore
  readonly pictures: Pictures
  readonly hide: readonly string[]
}

/**
 * Samples of the ground along a side. Normals and contours are made for each pixel, so more are seen only in silhouettes,
 * and a processor that draws has better things to do.
 */
const COARSE = 129
const FINE = 257

export interface StartOptions {
  readonly graphics: Graphics | undefined
  /** How a worker is reached. */
  readonly connect: Connect
  /** Whether the first walk plays by itself. */
  readonly moving: boolean
}

/**
 * Remembers what this reader prefers and sets the engine to work at once: the first walk is computed while the landscape
 * is still being loaded. Without a link that can be used the landing scene opens.
 */
export function start({ shared, trouble }: Link, { connect, graphics, moving }: StartOptions): Started {
  const { scene, problems, hide } = shared ?? { scene: landing, problems: [], hide: [] }
  const storage = () => window.localStorage
  const engine = createEngine({ connect })
  const page = createPageStore({
    graphics,
    preferences: readPreferences(storage),
    remember: (preferences) => writePreferences(storage, preferences),
    hide,
    trouble,
  })
  const store = createSceneStore({
    engine,
    scene,
    problems,
    catalog: registry,
    fieldSizes: graphics?.software === false ? [COARSE, FINE] : [COARSE],
    playback: { playing: moving },
  })
  return { store, page, pictures: createPictures(engine), hide }
}

/** What an address says. */
export interface Link {
  readonly shared: SharedScene | null
  /** Why the link cannot be used, or null. */
  readonly trouble: string | null
}

export const noLink: Link = { shared: null, trouble: null }

/** Reads an address's hash. What that takes is loaded only where there is one. */
export async function readLink(hash: string): Promise<Link> {
  try {
    const { decodeHash } = await import('../scene/share')
    return { shared: decodeHash(hash), trouble: null }
  } catch (error) {
    return { shared: null, trouble: linkTrouble(error instanceof Error ? error.message : String(error)) }
  }
}

export const linkTrouble = (reason: string): string => `This link could not be opened: ${reason}.`
