import { type RefObject, useEffect } from 'react'
import { useSceneStore } from '../../store/react'

/** Says `data-state="ready"` on the document once the first walk is on the screen. */
export function useReady(ground: RefObject<HTMLElement | null>): void {
  const { scene } = useSceneStore()
  useEffect(() => {
    const root = document.documentElement
    let request = requestAnimationFrame(function look() {
      const { climbers, field } = scene.getState()
      const walked =
        field !== null && climbers.every(({ trajectory, problem }) => trajectory !== null || problem !== null)
      const drawn = ground.current?.querySelector('canvas') != null
      // One more frame, in which what has just been mounted is drawn.
      request = requestAnimationFrame(walked && drawn ? done : look)
    })
    const done = () => {
      root.dataset.state = 'ready'
    }
    return () => cancelAnimationFrame(request)
  }, [scene, ground])
}
