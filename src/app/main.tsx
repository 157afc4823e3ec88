import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { bindAddress } from '../store/url'
import { App } from './App'
import { showPlayhead } from './show-playhead'
import { start } from './start'
import { REDUCED_MOTION } from './use-media'

const moving = !window.matchMedia(REDUCED_MOTION).matches
const { store, page, pictures, hide } = start(window.location.hash, moving)

// The largest part of the page comes while the first walk is computed. What fails here is reported where it is shown.
if (store.scene.getState().scene.view.mode !== 'map') import('../views/landscape/Landscape').catch(() => {})
bindAddress(store, {
  window,
  hide,
  onProblem: (message) => page.getState().alarm(`This link could not be opened: ${message}.`),
})
showPlayhead(store, document.documentElement)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App store={store} page={page} pictures={pictures} />
  </StrictMode>,
)
