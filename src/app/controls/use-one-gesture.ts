import { useEffect, useRef } from 'react'
import { useActions } from '../../store/react'

export interface OneGesture {
  /** True where it began just now; within the gesture it does nothing. */
  begin(): boolean
  end(): void
}

/** One step of undo from `begin` to `end`; what never gets to its end is ended when the control disappears. */
export function useOneGesture(): OneGesture {
  const { beginGesture, endGesture } = useActions()
  const open = useRef(false)
  const end = () => {
    if (!open.current) return
    open.current = false
    endGesture()
  }
  const last = useRef(end)
  last.current = end
  useEffect(() => () => last.current(), [])
  return {
    begin() {
      if (open.current) return false
      open.current = true
      beginGesture()
      return true
    },
    end,
  }
}
