import type { SceneStore } from '../store/types'

/** Writes the playhead's whole step into `data-step`, for whoever watches the page from outside; nothing renders for it. */
export function showPlayhead({ playback }: Pick<SceneStore, 'playback'>, element: HTMLElement): () => void {
  let written = -1
  const write = () => {
    const step = Math.floor(playback.getState().step)
    if (step === written) return
    written = step
    element.dataset.step = String(step)
  }
  write()
  return playback.subscribe(write)
}
