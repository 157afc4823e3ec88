import { type RefObject, useEffect } from 'react'
import { useSceneStore } from '../../store/react'
import type { SceneState } from '../../store/types'
import { usePageActions } from '../page-context'

/** Frames after the one in which a view has put its canvas up: it draws in the first of them, and that one has ended. */
const FRAMES = 1

/** Lets time begin, and says `data-state="ready"` on the document, once the first walk is on the screen. */
export function useReady(ground: RefObject<HTMLElement | null>): void {
  const { scene } = useSceneStore()
  const { markDrawn } = usePageActions()
  useEffect(() => {
    let frames = 0
    let request = requestAnimationFrame(function look() {
      const drawn = isWalked(scene.getState()) && ground.current?.querySelector('canvas') != null
      if (drawn && ++frames > FRAMES) {
        document.documentElement.dataset.state = 'ready'
        markDrawn()
      } else request = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(request)
  }, [scene, ground, markDrawn])
}

const isWalked = ({ field, climbers }: SceneState) =>
  field !== null && climbers.every(({ trajectory, problem }) => trajectory !== null || problem !== null)
