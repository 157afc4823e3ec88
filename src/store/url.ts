import { decodeHash, encodeHash } from '../scene/share'
import { messageOf } from './slot'
import type { SceneStore } from './types'

/** What of a window the address needs. */
export type AddressWindow = Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>

export interface AddressOptions {
  readonly window: AddressWindow
  /** Parts of the page that the address asks to leave out; kept in it. */
  readonly hide?: readonly string[]
  /** A link that cannot be used, in words. */
  readonly onProblem: (message: string) => void
}

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const WRITE_AFTER_MS = 400

/**
 * Keeps the address of the page holding the scene, and loads what the reader puts there. Returns what ends it.
 * A scene too large for a link leaves the address as it was; copying the link says why.
 */
export function bindAddress(store: SceneStore, { window, hide = [], onProblem }: AddressOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = ''
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    try {
      written = encodeHash(store.scene.getState().scene, { hide })
      if (written !== window.location.hash) window.history.replaceState(window.history.state, '', written)
    } catch {
      // Too large, or a sandboxed frame without a history of its own.
    }
  }
  const flush = () => {
    if (timer !== undefined) write()
  }
  const read = () => {
    if (window.location.hash === written) return
    try {
      const shared = decodeHash(window.location.hash)
      if (shared !== null) store.scene.getState().load(shared.scene, shared.problems)
    } catch (error) {
      onProblem(messageOf(error))
    }
  }
  const unsubscribe = store.scene.subscribe((state, previous) => {
    if (state.scene === previous.scene) return
    clearTimeout(timer)
    timer = setTimeout(write, WRITE_AFTER_MS)
  })
  write()
  window.addEventListener('hashchange', read)
  window.addEventListener('pagehide', flush)
  return () => {
    flush()
    unsubscribe()
    window.removeEventListener('hashchange', read)
    window.removeEventListener('pagehide', flush)
  }
}

/** The address that shows this scene. Throws SceneError when it is too large for a link. */
export function linkTo(store: SceneStore, href: string): string {
  const url = new URL(href)
  url.hash = encodeHash(store.scene.getState().scene)
  return url.href
}
