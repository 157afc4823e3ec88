/** A context that has not come back after so long will not. Hidden pages wait until they are seen. */
const PATIENCE_MS = 5000

/** Follows the loss and return of a canvas's WebGL context. Returns the function that stops it. */
export function watchContext(
  canvas: HTMLCanvasElement,
  { onRestored, onGone }: { onRestored: () => void; onGone: () => void },
): () => void {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let lost = false
  const wait = () => {
    clearTimeout(timer)
    if (lost && !document.hidden) timer = setTimeout(onGone, PATIENCE_MS)
  }
  canvas.addEventListener(
    'webglcontextlost',
    (event) => {
      // Without this the browser never gives it back.
      event.preventDefault()
      lost = true
      wait()
    },
    stop,
  )
  canvas.addEventListener(
    'webglcontextrestored',
    () => {
      lost = false
      clearTimeout(timer)
      onRestored()
    },
    stop,
  )
  document.addEventListener('visibilitychange', wait, stop)
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}
