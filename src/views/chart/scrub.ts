/** What a pointer does on the chart; `x` in CSS pixels from its left edge. */
export interface ScrubActions {
  onHover(x: number | null): void
  onScrubStart(): void
  onScrub(x: number): void
  onScrubEnd(): void
}

/** Drags with the main button, or a finger, scrub; a mouse that only moves hovers. Returns the function that stops it. */
export function watchScrub(
  element: HTMLElement,
  { onHover, onScrubStart, onScrub, onScrubEnd }: ScrubActions,
): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const place = (event: PointerEvent) => event.clientX - element.getBoundingClientRect().left
  let pointer: number | undefined
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return
    pointer = undefined
    if (event.pointerType === 'touch') onHover(null)
    onScrubEnd()
  }
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || pointer !== undefined) return
      pointer = event.pointerId
      element.setPointerCapture(pointer)
      onScrubStart()
      onScrub(place(event))
      onHover(place(event))
    },
    { signal },
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId === pointer) onScrub(place(event))
      if (event.pointerId === pointer || event.pointerType !== 'touch') onHover(place(event))
    },
    { signal },
  )
  element.addEventListener('pointerup', end, { signal })
  element.addEventListener('pointercancel', end, { signal })
  element.addEventListener('pointerleave', () => pointer === undefined && onHover(null), { signal })
  return () => stop.abort()
}
