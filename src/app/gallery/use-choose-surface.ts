import { useActions, useScene } from '../../store/react'
import { useReplay } from '../use-replay'

/** The gallery's surface on the screen, by name, and how to walk on another. */
export function useChooseSurface() {
  const { setSurface } = useActions()
  const replay = useReplay()
  const current = useScene(({ scene }) => (typeof scene.surface === 'string' ? scene.surface : null))
  const choose = (name: string) => {
    setSurface(name)
    replay()
  }
  return { current, choose }
}
