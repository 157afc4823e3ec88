import { useLayoutEffect, useRef } from 'react'
import { usePlayback, useSceneStore } from '../../store/react'
import type { PlaybackState } from '../../store/types'

/** `86` of 200 steps. The number follows the playhead without React. */
export function StepNumber() {
  const { playback } = useSceneStore()
  const last = usePlayback((state) => state.last)
  const number = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    let shown = ''
    const show = ({ step }: PlaybackState) => {
      const text = String(Math.floor(step + 1e-9))
      if (text === shown || number.current === null) return
      shown = text
      number.current.textContent = text
    }
    show(playback.getState())
    return playback.subscribe(show)
  }, [playback])
  return (
    <p className="step-number">
      <span ref={number} className="step-number-now" /> <span className="step-number-all">of {last} steps</span>
    </p>
  )
}
