import { useRef } from 'react'
import { useActions, useSceneStore } from '../../store/react'
import { usePageActions } from '../page-context'
import { sensible } from './use-release'

/** Dragging a start flag re-runs its climber at every move, and is one step of undo. */
export function useStartDrag() {
  const { scene } = useSceneStore()
  const { setStart, beginGesture, endGesture } = useActions()
  const { finishHint } = usePageActions()
  const dragging = useRef(false)
  return {
    onStartDrag(climber: number, x: number, y: number) {
      if (!dragging.current) beginGesture()
      dragging.current = true
      const { surface } = scene.getState()
      if (surface !== null) setStart(climber, [sensible(x, surface.domain.x), sensible(y, surface.domain.y)])
    },
    onStartDragEnd() {
      if (!dragging.current) return
      dragging.current = false
      finishHint('release')
      endGesture()
    },
  }
}
