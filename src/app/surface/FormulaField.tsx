import { Suspense, useRef, useState } from 'react'
import { useActions, useScene, useSceneStore } from '../../store/react'
import { FormulaEditor } from '../later'
import { usePage, usePageActions } from '../page-context'
import { TypesetFormula } from '../typeset/TypesetFormula'

/** The formula, typeset; pressing it turns it into text. While the text cannot be read it stays open. */
export function FormulaField() {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const draft = useScene((state) => state.draft)
  const broken = useScene((state) => state.formulaProblem !== null)
  const session = useFormulaSession()
  // The typesetter is large: the first walk comes first.
  const underWay = usePage((state) => state.underWay)

  const edit = () => {
    session.begin()
    setOpen(true)
  }
  const close = (how: 'commit' | 'revert', refocus: boolean) => {
    session.end(how)
    setOpen(false)
    if (refocus) requestAnimationFrame(() => button.current?.focus())
  }
  if (open || broken) {
    return (
      <Suspense fallback={<div className="formula tex-plain">{draft}</div>}>
        <FormulaEditor autoFocus={open} onFocus={session.begin} onClose={close} />
      </Suspense>
    )
  }
  return (
    <button ref={button} type="button" className="formula" data-formula onClick={edit} title="Edit the formula">
      <span className="visually-hidden">Edit the formula </span>
      {underWay ? <TypesetFormula text={draft} display /> : <span className="tex-plain">{draft}</span>}
    </button>
  )
}

/** What is typed between opening and closing is one step of undo. */
function useFormulaSession() {
  const { scene } = useSceneStore()
  const { beginGesture, endGesture, discardDraft } = useActions()
  const { finishHint } = usePageActions()
  const before = useRef<unknown>(null)
  return {
    begin() {
      if (before.current !== null) return
      before.current = scene.getState().scene.surface
      beginGesture()
    },
    end(how: 'commit' | 'revert') {
      if (how === 'revert') discardDraft()
      if (before.current === null) return
      if (how === 'commit' && scene.getState().scene.surface !== before.current) finishHint('formula')
      before.current = null
      endGesture()
    },
  }
}
