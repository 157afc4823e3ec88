import { useActions, useSceneStore } from '../../store/react'
import type { Interval } from '../../surfaces/surface'
import { usePageActions, usePageStore } from '../page-context'

/** What a place picked on the ground does: it becomes the start of whoever waits, is selected, or walks at all. */
export function useRelease(): (x: number, y: number) => void {
  const { scene, playback } = useSceneStore()
  const { setStart, addClimber } = useActions()
  const { place, finishHint } = usePageActions()
  const page = usePageStore()
  return (x, y) => {
    const { placing } = page.getState()
    const { selected, surface, scene: document } = scene.getState()
    if (surface === null) return
    const start = [sensible(x, surface.domain.x), sensible(y, surface.domain.y)] as const
    if (placing !== null) {
      addClimber({ optimizer: placing, start })
      place(null)
      finishHint('race')
    } else if (document.runs.length === 0) addClimber({ optimizer: 'SGD', start })
    else setStart(selected, start)
    finishHint('release')
    playback.getState().restart()
    playback.getState().play()
  }
}

/** As many digits as a pointer can mean on the screen: a thousandth of the domain. */
export function sensible(value: number, [low, high]: Interval): number {
  const digits = Math.max(Math.ceil(-Math.log10((high - low) / 1000)), 0)
  return Number(value.toFixed(Math.min(digits, 15)))
}
