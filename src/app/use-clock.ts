import { useEffect } from 'react'
import { usePlayback, useSceneStore } from '../store/react'
import { usePage } from './page-context'

/** A frame that came later than this was held up: the playhead does not jump to make up for it. */
const LONGEST_FRAME_S = 0.1

/** The page's clock: tells the playhead how much time has passed, only while it plays, there is something to see and the page is visible. */
export function useClock(): void {
  const { playback } = useSceneStore()
  const playing = usePlayback((state) => state.playing)
  const drawn = usePage((state) => state.drawn)
  useEffect(() => {
    if (!playing || !drawn) return
    let last = performance.now()
    let request = requestAnimationFrame(function tick(now) {
      const seconds = Math.min(Math.max(now - last, 0) / 1000, LONGEST_FRAME_S)
      last = now
      if (!document.hidden) playback.getState().advance(seconds)
      request = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(request)
  }, [playback, playing, drawn])
}
