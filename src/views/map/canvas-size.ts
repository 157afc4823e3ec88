import type { Size } from './frame'

/** More device pixels a CSS pixel than this nobody sees. */
const FINEST = 3

/** Tells an element's size and the screen's pixel ratio, now and whenever either changes. Returns the function that stops it. */
export function watchSize(element: HTMLElement, onSize: (size: Size, pixelRatio: number) => void): () => void {
  const stop = new AbortController()
  const tell = () => {
    onSize({ width: element.clientWidth, height: element.clientHeight }, Math.min(window.devicePixelRatio, FINEST))
  }
  const watchRatio = () => {
    // A query holds for one ratio; moved to another screen, the next is asked.
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    query.addEventListener(
      'change',
      () => {
        tell()
        watchRatio()
      },
      { once: true, signal: stop.signal },
    )
  }
  const observer = new ResizeObserver(tell)
  observer.observe(element)
  watchRatio()
  tell()
  return () => {
    observer.disconnect()
    stop.abort()
  }
}
