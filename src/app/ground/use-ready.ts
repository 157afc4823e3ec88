import { useEffect } from 'react'
import { useScene } from '../../store/react'
import type { SceneState } from '../../store/types'
import { usePage, usePageActions } from '../page-context'

/** Lets time begin, and says `data-state="ready"` on the document, once the ground and the first walk are on the screen. */
export function useReady(): void {
  const pictured = usePage((state) => state.pictured)
  const walked = useScene(isWalked)
  const { markDrawn } = usePageActions()
  useEffect(() => {
    if (!pictured || !walked) return
    document.documentElement.dataset.state = 'ready'
    markDrawn()
  }, [pictured, walked, markDrawn])
}

const isWalked = ({ field, climbers }: SceneState) =>
  field !== null && climbers.every(({ trajectory, problem }) => trajectory !== null || problem !== null)
