import { createRoot } from 'react-dom/client'
import { probeGraphics } from '../views/landscape/graphics'
import type { Connect } from '../worker/protocol'
import { App } from './App'
import { bindPage } from './bind-page'
import { showPlayhead } from './show-playhead'
import { type Link, noLink, readLink, start } from './start'
import { REDUCED_MOTION } from './use-media'

/** Opens what the address asks for; `connect` reaches the worker, which is on its way already. */
export async function main(connect: Connect): Promise<void> {
  const { hash } = window.location
  open(hash === '' ? noLink : await readLink(hash), connect)
}

function open(link: Link, connect: Connect): void {
  const started = start(link, {
    connect,
    graphics: probeGraphics(),
    moving: !window.matchMedia(REDUCED_MOTION).matches,
  })
  const { store, page, pictures } = started
  // The largest part of the page comes while the first walk is computed. What fails here is reported where it is shown.
  if (store.scene.getState().scene.view.mode !== 'map') import('../views/landscape/Landscape').catch(() => {})
  showPlayhead(store, document.documentElement)
  bindPage(started)
  createRoot(document.getElementById('root')!).render(<App store={store} page={page} pictures={pictures} />)
}
