import { type RefObject, useEffect, useMemo } from 'react'
import { useScene, useSceneStore } from '../../store/react'
import type { SketchesAt } from '../../views/overlays'
import { useAfterFirstWalk } from '../use-after-first-walk'
import { useSurface } from '../use-surface'

const load = () => import('./tries')

/** What optimizers try at the playhead, while somebody wants to see it. Says in `data-tries` what that is. */
export function useTries(element: RefObject<HTMLElement | null>): SketchesAt | undefined {
  const { playback, catalog } = useSceneStore()
  const climbers = useScene((state) => state.climbers)
  const selected = useScene((state) => state.selected)
  const wanted = useScene((state) => state.scene.view.tries)
  const surface = useSurface()
  const module = useAfterFirstWalk(load)
  const tries = useMemo(() => {
    if (!wanted || module === null) return undefined
    return module.triesOf(climbers, selected, catalog.optimizers, surface === null ? undefined : module.feltOn(surface))
  }, [wanted, module, climbers, selected, catalog, surface])
  useEffect(() => module?.showTries(tries, playback, element.current), [module, tries, playback, element])
  return tries
}
