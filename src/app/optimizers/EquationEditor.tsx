import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { SceneRun } from '../../scene/types'
import { useActions, useSceneStore } from '../../store/react'
import { scrollToTop } from '../scroll'
import { CodeField } from './CodeField'
import { DraftHelp } from './DraftHelp'
import { LONGEST_DRAFT } from './draft'
import { EquationHelp } from './EquationHelp'
import { OptimizerName } from './OptimizerName'
import { untyped } from './retyped'
import { useEquationSession } from './use-equation-session'
import '../styles/equation-editor.css'

interface EquationEditorProps {
  readonly index: number
  readonly run: SceneRun
  /** The equations that race, typeset. */
  readonly children: ReactNode
  readonly onClose: () => void
}

/** A climber's equations as one text that declares everything. Escape takes back what was typed; leaving keeps it. */
export default function EquationEditor({ index, run, children, onClose }: EquationEditorProps) {
  const session = useEquationSession(index, run)
  const section = useRef<HTMLElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const help = useId()
  useEffect(() => {
    scrollToTop(section.current)
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(0, 0)
  }, [])
  const type = (text: string) => {
    session.type(text)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Where this is a dialog, the page's keys are not for it.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      session.discard()
      onClose()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onClose()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) session.finish()
  }
  return (
    <section
      ref={section}
      className="equation-editor"
      aria-label="Equations as text"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <OptimizerName name={session.name} onRename={session.rename} />
      <CodeField
        field={field}
        label="Equations"
        value={session.text}
        problem={session.problem}
        maxLength={LONGEST_DRAFT + 1}
        describedBy={help}
        onChange={session.type}
      />
      <DraftHelp
        id={help}
        text={session.text}
        problem={session.problem}
        refused={session.refused}
        onType={type}
        onDrop={() => {
          session.dropDraft()
          field.current?.focus()
        }}
      />
      <div className="equation-echo" data-stale={session.problem !== null || undefined}>
        {children}
      </div>
      <div className="chips">
        <button type="button" className="chip" onClick={onClose}>
          done
        </button>
        <BackButton index={index} run={run} onBack={onClose} />
      </div>
      <EquationHelp onChoose={type} />
    </section>
  )
}

interface BackButtonProps {
  readonly index: number
  readonly run: SceneRun
  readonly onBack: () => void
}

/** Gives the optimizer back that the text was opened from. */
function BackButton({ index, run, onBack }: BackButtonProps) {
  const { catalog } = useSceneStore()
  const { replaceRun } = useActions()
  const [opened] = useState(run)
  const before = untyped(run, opened, catalog)
  if (before === undefined) return null
  const back = () => {
    replaceRun(index, before)
    onBack()
  }
  return (
    <button type="button" className="chip quiet" onClick={back}>
      back to {before.optimizer}
    </button>
  )
}
