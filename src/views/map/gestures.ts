/** What fingers and wheel do to the map. Places are those of the window. */
export interface MapGestures {
  onPan(dx: number, dy: number): void
  onZoom(factor: number, clientX: number, clientY: number): void
}

/** Movement in CSS pixels up to which a press is a click and the map holds still. */
const STILL = 5
/** Magnification a pixel of the wheel. */
const WHEEL = 0.0016
/** A line and a page of the wheel in pixels, for mice that count in these. */
const WHEEL_UNITS = [1, 16, 400] as const

/**
 * One finger or the mouse pans, two fingers pan and pinch, the wheel zooms at the pointer. Returns the function that stops
 * it. Presses that start flags have taken never come here: see the landscape's `watchPointer`.
 */
export function watchGestures(canvas: HTMLElement, gestures: MapGestures): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const fingers = new Map<number, Finger>()
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch' && event.button !== 0) return
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY, still: true })
      canvas.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const finger = fingers.get(event.pointerId)
      if (finger === undefined) return
      const distance = Math.hypot(event.clientX - finger.x, event.clientY - finger.y)
      if (finger.still && fingers.size === 1 && distance <= STILL) return
      finger.still = false
      const before = spread(fingers)
      finger.x = event.clientX
      finger.y = event.clientY
      const after = spread(fingers)
      gestures.onPan(after.x - before.x, after.y - before.y)
      if (before.width > 0 && after.width > 0) gestures.onZoom(after.width / before.width, after.x, after.y)
    },
    { signal },
  )
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    canvas.addEventListener(type, (event) => fingers.delete(event.pointerId), { signal })
  }
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      // A pinch on a trackpad comes as a wheel with the control key, in smaller numbers.
      const pixels = event.deltaY * WHEEL_UNITS[event.deltaMode as 0 | 1 | 2]! * (event.ctrlKey ? 6 : 1)
      gestures.onZoom(Math.exp(-pixels * WHEEL), event.clientX, event.clientY)
    },
    { signal, passive: false },
  )
  return () => stop.abort()
}

interface Finger {
  x: number
  y: number
  /** It has not moved enough to mean it. */
  still: boolean
}

/** The middle of the fingers, and how far apart they are. */
function spread(fingers: ReadonlyMap<number, Finger>) {
  const all = [...fingers.values()]
  const x = all.reduce((sum, finger) => sum + finger.x, 0) / all.length
  const y = all.reduce((sum, finger) => sum + finger.y, 0) / all.length
  const [a, b] = all
  return { x, y, width: a !== undefined && b !== undefined ? Math.hypot(a.x - b.x, a.y - b.y) : 0 }
}
