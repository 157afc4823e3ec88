import { useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { Climber, PlaybackActions, PlaybackState } from '../../store/types'
import type { LossCurve } from './loss-scale'
import { spokenStep } from './readout'

interface Props {
  readonly climbers: readonly Climber[]
  readonly curves: readonly LossCurve[]
  readonly playback: StoreApi<PlaybackState & PlaybackActions>
}

/**
 * The playhead for the keyboard and for those who listen: the platform's slider, under the picture of the chart, which
 * takes the pointer itself. It follows playback without React.
 */
export function Scrubber({ climbers, curves, playback }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const last = useStore(playback, (state) => state.last)

  useLayoutEffect(() => {
    let shown = Number.NaN
    const show = ({ step }: PlaybackState) => {
      const whole = Math.floor(step + 1e-9)
      if (whole === shown || input.current === null) return
      shown = whole
      input.current.value = String(whole)
      input.current.setAttribute('aria-valuetext', spokenStep(whole, last, climbers, curves))
    }
    show(playback.getState())
    return playback.subscribe(show)
  }, [playback, last, climbers, curves])

  return (
    <input
      ref={input}
      className="loss-chart-scrubber"
      type="range"
      aria-label="Step"
      min={0}
      max={last}
      step={1}
      defaultValue={0}
      onInput={(event) => {
        playback.getState().pause()
        playback.getState().seek(event.currentTarget.valueAsNumber)
      }}
    />
  )
}
