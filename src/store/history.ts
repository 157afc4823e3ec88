import type { TemporalState } from 'zundo'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Scene } from '../scene/types'
import type { History } from './types'

export const UNDO_LIMIT = 100

/** What undo keeps of the state. */
export interface Remembered {
  readonly scene: Scene
}

/** Makes one step of undo of everything that happens between `begin` and `end`; nested gestures count as one. */
export interface Gestures {
  begin(): void
  end(): void
  /** The scene as it was when the open gesture began, or null. */
  readonly before: Scene | null
}

export function createGestures(temporal: StoreApi<TemporalState<Remembered>>, current: () => Scene): Gestures {
  let depth = 0
  let before: Scene | null = null
  return {
    begin() {
      if (depth++ > 0) return
      before = current()
      temporal.getState().pause()
    },
    end() {
      if (depth === 0 || --depth > 0 || before === null) return
      const scene = before
      before = null
      temporal.getState().resume()
      if (sameContent(scene, current())) return
      temporal.setState(({ pastStates }) => ({
        pastStates: [...pastStates, { scene }].slice(-UNDO_LIMIT),
        futureStates: [],
      }))
    },
    get before() {
      return before
    },
  }
}

/** Whether whatever was done in a gesture was taken back again. */
const sameContent = ({ runs, ...a }: Scene, { runs: others, ...b }: Scene) =>
  runs.length === others.length &&
  runs.every((run, i) => run === others[i]) &&
  (Object.keys({ ...a, ...b }) as (keyof typeof a)[]).every((key) => a[key] === b[key])

/** Whether there is anything to undo or redo, as a store of its own. */
export function createHistory(temporal: StoreApi<TemporalState<Remembered>>): StoreApi<History> {
  const read = () => {
    const { pastStates, futureStates } = temporal.getState()
    return { canUndo: pastStates.length > 0, canRedo: futureStates.length > 0 }
  }
  const history = createStore<History>()(read)
  temporal.subscribe(() => {
    const next = read()
    const { canUndo, canRedo } = history.getState()
    if (next.canUndo !== canUndo || next.canRedo !== canRedo) history.setState(next)
  })
  return history
}
