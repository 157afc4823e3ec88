import { createRoot } from 'react-dom/client'
import { App } from './App'
import { bindPage } from './bind-page'
import { showPlayhead } from './show-playhead'
import { type Link, noLink, readLink, type StartOptions, start } from './start'
import { REDUCED_MOTION } from './use-media'

/** What is known of the machine before the page has loaded. */
type Machine = Pick<StartOptions, 'connect' | 'graphics'>

/** Opens what the address asks for. */
export async function main(machine: Machine): Promise<void> {
  const { hash } = window.location
  open(hash === '' ? noLink : await readLink(hash), machine)
}

function open(link: Link, machine: Machine): void {
  const started = start(link, { ...machine, moving: !window.matchMedia(REDUCED_MOTION).matches })
  const { store, page, pictures } = started
  if (machine.graphics?.software) document.documentElement.dataset.graphics = 'software'
  // The largest part of the page comes while the first walk is computed. What fails here is reported where it is shown.
  if (store.scene.getState().scene.view.mode !== 'map') import('../views/landscape/Landscape').catch(() => {})
  showPlayhead(store, document.documentElement)
  bindPage(started)
  createRoot(document.getElementById('root')!).render(<App store={store} page={page} pictures={pictures} />)
}
