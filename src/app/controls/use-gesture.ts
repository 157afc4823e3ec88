import { useEffect, useRef } from 'react'
import { useActions } from '../../store/react'

/**
 * Handlers that make one step of undo of a slider's drag, or of a key held down. A gesture that loses its end (the
 * window loses the pointer, the control disappears) is ended all the same.
 */
export function useGesture() {
  const { beginGesture, endGesture } = useActions()
  const open = useRef(false)
  const begin = () => {
    if (open.current) return
    open.current = true
    beginGesture()
  }
  const end = () => {
    if (!open.current) return
    open.current = false
    endGesture()
  }
  const last = useRef(end)
  last.current = end
  useEffect(() => () => last.current(), [])
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
