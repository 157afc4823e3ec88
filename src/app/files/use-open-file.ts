import { useCallback } from 'react'
import { useSceneStore } from '../../store/react'
import { usePageActions } from '../page-context'
import { useReplay } from '../use-replay'

/** Opens a scene file in place of the scene on the screen; undo brings that back. */
export function useOpenFile(): (file: File) => Promise<void> {
  const { scene } = useSceneStore()
  const { alarm } = usePageActions()
  const replay = useReplay()
  return useCallback(
    async (file) => {
      try {
        const { openScene } = await import('./open-scene')
        const opened = await openScene(file)
        scene.getState().load(opened.scene, opened.problems)
        alarm(null)
        replay()
      } catch (error) {
        alarm(error instanceof Error ? error.message : String(error))
      }
    },
    [scene, alarm, replay],
  )
}
