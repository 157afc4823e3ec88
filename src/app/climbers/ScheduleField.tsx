import { type KeyboardEvent, useId, useState } from 'react'
import type { SceneRun } from '../../scene/types'
import { Underlined } from '../controls/Underlined'
import { readScheduleText, type ScheduleContext } from './schedule-reading'
import { useUndoStep } from './use-undo-step'

interface ScheduleFieldProps {
  readonly index: number
  readonly run: SceneRun
  /** The text that runs. */
  readonly text: string
  readonly context: ScheduleContext
  /** Id of what explains the field. */
  readonly describedBy: string
  readonly onChange: (text: string) => void
}

/**
 * A schedule as text. The walk follows every keystroke that can be read; an error is underlined where it is, and the last
 * good schedule goes on. Enter is done, Escape takes back what was typed.
 */
export function ScheduleField({ index, run, text, context, describedBy, onChange }: ScheduleFieldProps) {
  // A draft lies over the text that it was typed over: undo, or a choice by name, leaves nothing of it.
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null)
  const step = useUndoStep(index, run)
  const help = useId()
  const shown = draft?.over === text ? draft.text : text
  const reading = readScheduleText(shown, context)
  const problem = reading.ok ? null : reading.problem
  const type = (next: string) => {
    if (readScheduleText(next, context).ok) {
      setDraft(null)
      if (next === text) return
      step.begin()
      onChange(next)
    } else setDraft({ text: next, over: text })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      step.finish()
    }
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setDraft(null)
    step.takeBack()
  }
  return (
    <>
      <div className="formula-text schedule-text">
        <Underlined text={shown} problem={problem} />
        <textarea
          value={shown}
          rows={shown.split('\n').length}
          aria-label={`${context.name} as a formula of t`}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? describedBy : help}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={2000}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={step.finish}
        />
      </div>
      {problem !== null && (
        <p id={help} className="field-problem" role="alert">
          {problem.message}
          {problem.suggestion !== undefined && (
            <>
              {' '}
              <button type="button" className="link-button" onClick={() => type(mended(shown, problem))}>
                use {problem.suggestion}
              </button>
            </>
          )}
        </p>
      )}
    </>
  )
}

const mended = (
  text: string,
  { position, length, suggestion = '' }: { position: number; length: number; suggestion?: string },
) => text.slice(0, position) + suggestion + text.slice(position + length)
