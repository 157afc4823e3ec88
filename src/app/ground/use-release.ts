import { useActions, useSceneStore } from '../../store/react'
import { subjectOf } from '../../store/subject'
import type { Interval } from '../../surfaces/surface'
import { pixelAt } from '../lab/basin-pixel'
import { usePageActions, usePageStore } from '../page-context'
import { useReplay } from '../use-replay'

export type Release = (x: number, y: number, how?: { readonly exact?: boolean }) => void

/**
 * What a place picked on the ground does: it becomes the start of whoever waits, is selected, or walks at all. A place
 * that was computed, a critical point, is taken with every digit; a pointer's is rounded to what a pointer can mean. On
 * a basin map the climber of its pixel is replayed: from exactly there, she ends where its colour says.
 */
export function useRelease(): Release {
  const { scene } = useSceneStore()
  const { setStart, addClimber } = useActions()
  const { place, finishHint } = usePageActions()
  const page = usePageStore()
  const replay = useReplay()
  return (x, y, { exact = false } = {}) => {
    const { placing } = page.getState()
    const state = scene.getState()
    const { selected, surface, basins, scene: document } = state
    if (surface === null) return
    const { domain } = surface
    const start = exact ? ([x, y] as const) : ([sensible(x, domain.x), sensible(y, domain.y)] as const)
    if (placing !== null) {
      addClimber({ optimizer: placing, start })
      place(null)
      finishHint('race')
    } else if (document.runs.length === 0) addClimber({ optimizer: 'SGD', start })
    else if (basins !== null && !exact) setStart(subjectOf(state), pixelAt(basins, domain, x, y).start)
    else setStart(selected, start)
    finishHint('release')
    replay()
  }
}

/** As many digits as a pointer can mean on the screen: a thousandth of the domain. */
export function sensible(value: number, [low, high]: Interval): number {
  const digits = Math.max(Math.ceil(-Math.log10((high - low) / 1000)), 0)
  return Number(value.toFixed(Math.min(digits, 15)))
}
