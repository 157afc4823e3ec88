import { createStore } from 'zustand/vanilla'
import type { PlaybackActions, PlaybackState } from './types'

export const DEFAULT_SPEED = 24
const SPEEDS = [0.1, 2000] as const

/** The playhead of one scene. It counts steps; time comes only through `advance`. */
export const createPlaybackStore = (initial: Partial<PlaybackState> = {}) =>
  createStore<PlaybackState & PlaybackActions>()((set, get) => {
    const clamp = (step: number) => Math.min(Math.max(step, 0), get().last)
    return {
      step: 0,
      last: 0,
      playing: false,
      speed: DEFAULT_SPEED,
      ...initial,
      play: () => set(({ step, last }) => ({ playing: true, step: step >= last ? 0 : step })),
      pause: () => set({ playing: false }),
      toggle: () => (get().playing ? get().pause() : get().play()),
      seek: (step) => {
        if (!Number.isNaN(step)) set({ step: clamp(step) })
      },
      stepBy: (delta) => set(({ step }) => ({ playing: false, step: clamp(wholeStep(step, delta)) })),
      restart: () => set({ step: 0 }),
      setSpeed: (speed) => set({ speed: Math.min(Math.max(speed, SPEEDS[0]), SPEEDS[1]) }),
      advance: (seconds) => {
        const { playing, step, last, speed } = get()
        // Before the first walk is computed there is nothing to play, but the wish to play stands.
        if (!playing || last === 0) return
        const next = step + seconds * speed
        set(next >= last ? { step: last, playing: false } : { step: next })
      },
      setLast: (last) =>
        set((state) => {
          if (last === state.last) return state
          const atEnd = state.last > 0 && state.step >= state.last && !state.playing
          return { last, step: atEnd ? last : Math.min(state.step, last) }
        }),
    }
  })

/** From between two points, a step lands on the next whole point in its direction. */
function wholeStep(step: number, delta: number): number {
  if (Number.isInteger(step)) return step + delta
  return delta > 0 ? Math.floor(step) + delta : Math.ceil(step) + delta
}
