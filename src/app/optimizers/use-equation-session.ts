import { useMemo, useState } from 'react'
import type { SceneRun } from '../../scene/types'
import { useActions, useSceneStore } from '../../store/react'
import { useUndoStep } from '../climbers/use-undo-step'
import { usePage, usePageActions } from '../page-context'
import { type DraftProblem, readDraft, refusal } from './draft'
import { asTyped, retyped } from './retyped'

interface EquationSession {
  readonly name: string
  /** What the field shows: the text that races, or a draft that cannot be read yet. */
  readonly text: string
  readonly problem: DraftProblem | null
  /** Why something was not even taken as a draft. */
  readonly refused: string | undefined
  type(text: string): void
  rename(name: string): void
  /** Shows the text that races again. */
  dropDraft(): void
  /** Ends the step of undo. */
  finish(): void
  /** Takes back all that was typed since the last `finish`. */
  discard(): void
}

/**
 * Somebody edits a climber's equations. Every text that can be read races at once; while a draft cannot, the last good one
 * goes on, and the draft is there again when the editor is opened again. What is typed until `finish` is one step of undo.
 */
export function useEquationSession(index: number, run: SceneRun): EquationSession {
  const { catalog } = useSceneStore()
  const { replaceRun } = useActions()
  const { name, equations } = useTyped(run)
  const draft = usePage((state) => state.equationDraft)
  const { keepDraft } = usePageActions()
  const [refused, setRefused] = useState<string>()
  const { before, begin, finish, takeBack } = useUndoStep(index, run)
  // Undo, or another optimizer, leaves no room for a draft that was typed over what is gone; redo brings both back.
  const text = draft?.index === index && draft.over === equations ? draft.text : equations
  const reading = useMemo(() => readDraft(name, text), [name, text])
  const put = (typed: { readonly name: string; readonly text: string }) => {
    begin()
    keepDraft(null)
    replaceRun(index, retyped(run, before.current ?? run, typed, catalog))
  }
  return {
    name,
    text,
    problem: reading.ok ? null : reading.problem,
    refused,
    type(next) {
      const reason = refusal(next)
      setRefused(reason)
      if (reason !== undefined) return
      if (readDraft(name, next).ok) put({ name, text: next })
      else keepDraft({ index, text: next, over: equations })
    },
    rename: (next) => put({ name: next, text: equations }),
    dropDraft: () => keepDraft(null),
    finish,
    discard() {
      keepDraft(null)
      setRefused(undefined)
      takeBack()
    },
  }
}

function useTyped(run: SceneRun) {
  const { catalog } = useSceneStore()
  return useMemo(() => {
    const { optimizer: name, equations } = asTyped(run, catalog)
    return { name, equations }
  }, [run, catalog])
}
