import type { CSSProperties } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { Cue } from '../../scene/types'
import type { PlaybackActions, PlaybackState } from '../../store/types'

interface Props {
  readonly cues: readonly Cue[]
  readonly playback: StoreApi<PlaybackState & PlaybackActions>
}

/** A mark on the timeline for every remark of the scene; pressed, it leads there. */
export function CueTicks({ cues, playback }: Props) {
  const last = useStore(playback, (state) => state.last)
  const reachable = cues.filter(({ step }) => step <= last)
  if (last === 0 || reachable.length === 0) return null
  return (
    <div className="cue-ticks">
      {reachable.map(({ step, note }, k) => (
        <button
          key={k}
          type="button"
          className="cue-tick"
          style={{ '--share': step / last } as CSSProperties}
          aria-label={`Step ${step}: ${note}`}
          title={`Step ${step}: ${note}`}
          onClick={() => playback.getState().seek(step)}
        />
      ))}
    </div>
  )
}
