import { type RefObject, useEffect, useRef } from 'react'
import type { SceneRun } from '../../scene/types'
import { useActions } from '../../store/react'

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
  const { beginGesture, endGesture, replaceRun } = useActions()
  const before = useRef<SceneRun | null>(null)
  const finish = () => {
    if (before.current === null) return
    before.current = null
    endGesture()
  }
  const last = useRef(finish)
  last.current = finish
  useEffect(() => () => last.current(), [])
  return {
    before,
    begin() {
      if (before.current !== null) return
      before.current = run
      beginGesture()
    },
    finish,
    takeBack() {
      if (before.current !== null) replaceRun(index, before.current)
      finish()
    },
  }
}
