/** What a pointer does on the ground. Places are those of the window: `clientX`, `clientY`. */
export interface PointerActions {
  /** Moved, or tapped with a finger; null when it left. */
  onMove(at: { clientX: number; clientY: number } | null): void
  /** A click, or a finger held. */
  onPick(clientX: number, clientY: number): void
  /** Index of the start flag under the pointer, or -1. */
  flagAt(clientX: number, clientY: number, reach: number): number
  onFlag(index: number, clientX: number, clientY: number): void
  /** A flag's drag begins or ends: the camera holds still in between. */
  onFlagDrag(dragging: boolean): void
}

/** Movement in CSS pixels up to which a press is a click. */
const STILL = 6
const LONG_PRESS_MS = 500
/** How far from a flag a press still takes it: a finger covers 44 pixels. */
const REACH = { mouse: 13, touch: 22 }

/**
 * Tells clicks, long presses and drags of flags from the drags that turn the camera. Listens on the canvas's parent in the
 * capture phase, so that a press on a flag never reaches the camera's controls. Returns the function that stops it.
 */
export function watchPointer(host: HTMLElement, actions: PointerActions): () => void {
  const watcher = new PointerWatcher(host, actions)
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  host.addEventListener('pointerdown', watcher.down, options)
  host.addEventListener('pointermove', watcher.move, options)
  host.addEventListener('pointerup', watcher.up, options)
  host.addEventListener('pointercancel', watcher.cancel, options)
  host.addEventListener('pointerleave', watcher.leave, { signal: stop.signal })
  // A long press must not open the browser's menu.
  host.addEventListener('contextmenu', (event) => event.preventDefault(), options)
  return () => {
    watcher.cancel()
    stop.abort()
  }
}

class PointerWatcher {
  readonly #host: HTMLElement
  readonly #actions: PointerActions
  #pressed: { id: number; x: number; y: number; moved: boolean; touch: boolean } | undefined
  #flag = -1
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement, actions: PointerActions) {
    this.#host = host
    this.#actions = actions
  }

  down = (event: PointerEvent): void => {
    const touch = event.pointerType === 'touch'
    if (this.#pressed !== undefined) {
      // A second finger: no longer a press.
      this.#forget()
      return
    }
    if (event.button !== 0) return
    const { clientX: x, clientY: y } = event
    this.#pressed = { id: event.pointerId, x, y, moved: false, touch }
    this.#flag = this.#actions.flagAt(x, y, touch ? REACH.touch : REACH.mouse)
    if (this.#flag >= 0) {
      event.stopPropagation()
      this.#host.setPointerCapture(event.pointerId)
    } else if (touch) {
      this.#timer = setTimeout(() => {
        this.#forget()
        this.#actions.onPick(x, y)
      }, LONG_PRESS_MS)
    }
  }

  move = (event: PointerEvent): void => {
    const pressed = this.#pressed
    if (pressed === undefined) {
      if (event.pointerType !== 'touch') this.#hover(event)
      return
    }
    if (event.pointerId !== pressed.id) return
    if (!pressed.moved && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL) {
      pressed.moved = true
      clearTimeout(this.#timer)
      if (this.#flag >= 0) this.#actions.onFlagDrag(true)
      else this.#actions.onMove(null)
    }
    if (this.#flag < 0) return
    event.stopPropagation()
    if (pressed.moved) this.#actions.onFlag(this.#flag, event.clientX, event.clientY)
  }

  up = (event: PointerEvent): void => {
    const pressed = this.#pressed
    if (pressed === undefined || event.pointerId !== pressed.id) return
    const flag = this.#flag
    this.#forget()
    if (flag >= 0) {
      event.stopPropagation()
      return
    }
    if (pressed.moved) return
    if (pressed.touch) this.#actions.onMove(event)
    else this.#actions.onPick(event.clientX, event.clientY)
  }

  cancel = (): void => this.#forget()

  leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#actions.onMove(null)
  }

  #hover(event: PointerEvent): void {
    this.#host.style.cursor = this.#actions.flagAt(event.clientX, event.clientY, REACH.mouse) >= 0 ? 'grab' : ''
    this.#actions.onMove(event)
  }

  #forget(): void {
    clearTimeout(this.#timer)
    const wasDragging = this.#flag >= 0 && this.#pressed?.moved === true
    this.#pressed = undefined
    this.#flag = -1
    if (wasDragging) this.#actions.onFlagDrag(false)
  }
}
