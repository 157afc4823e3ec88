import { useActions, useScene, useSceneStore } from '../../store/react'

/** The gallery's surface on the screen, by name, and how to walk on another. */
export function useChooseSurface() {
  const { playback } = useSceneStore()
  const { setSurface } = useActions()
  const current = useScene(({ scene }) => (typeof scene.surface === 'string' ? scene.surface : null))
  const choose = (name: string) => {
    setSurface(name)
    playback.getState().restart()
    playback.getState().play()
  }
  return { current, choose }
}
