import { useEffect, useRef } from 'react'
import type { SceneRun } from '../../scene/types'
import { useActions } from '../../store/react'

interface TypingStep {
  /** Makes a change of the run, part of the step. */
  change(make: () => void): void
  finish(): void
  /** Puts back the run with which the step began. */
  takeBack(): void
}

/** What is typed into a field from its first change until `finish`, or until the field goes away, is one step of undo. */
export function useTypingStep(index: number, run: SceneRun): TypingStep {
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
    change(make) {
      if (before.current === null) {
        before.current = run
        beginGesture()
      }
      make()
    },
    finish,
    takeBack() {
      if (before.current !== null) replaceRun(index, before.current)
      finish()
    },
  }
}
