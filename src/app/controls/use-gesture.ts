import { useOneGesture } from './use-one-gesture'

/**
 * Handlers that make one step of undo of a slider's drag, or of a key held down. A gesture that loses its end (the
 * window loses the pointer, the control disappears) is ended all the same.
 */
export function useGesture() {
  const { begin, end } = useOneGesture()
  return {
    onPointerDown: begin,
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
    onKeyDown: begin,
    onKeyUp: end,
    onBlur: end,
  }
}
