import { type RefObject, useRef } from 'react'
import type { SceneRun } from '../../scene/types'
import { useActions } from '../../store/react'
import { useOneGesture } from '../controls/use-one-gesture'

interface UndoStep {
  /** The run with which the step began; null between steps. */
  readonly before: RefObject<SceneRun | null>
  /** Does nothing within a step. */
  begin(): void
  finish(): void
  /** Puts back the run with which the step began. */
  takeBack(): void
}

/** One step of undo from the first change of a climber's run until `finish`, or until what is typed into goes away. */
export function useUndoStep(index: number, run: SceneRun): UndoStep {
  const { replaceRun } = useActions()
  const gesture = useOneGesture()
  const before = useRef<SceneRun | null>(null)
  const finish = () => {
    before.current = null
    gesture.end()
  }
  return {
    before,
    begin() {
      if (gesture.begin()) before.current = run
    },
    finish,
    takeBack() {
      if (before.current !== null) replaceRun(index, before.current)
      finish()
    },
  }
}
