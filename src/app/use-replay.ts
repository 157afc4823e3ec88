import { useSceneStore } from '../store/react'
import { REDUCED_MOTION, useMedia } from './use-media'

/** Shows a walk that was just changed: from its start; where motion is unwelcome, all of it at once. */
export function useReplay(): () => void {
  const { playback } = useSceneStore()
  const still = useMedia(REDUCED_MOTION)
  return () => {
    const { pause, seek, restart, play } = playback.getState()
    if (still) {
      pause()
      seek(Number.POSITIVE_INFINITY)
      return
    }
    restart()
    play()
  }
}
