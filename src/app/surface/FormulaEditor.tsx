import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useActions, useScene } from '../../store/react'
import { Underlined } from '../controls/Underlined'
import { TypesetFormula } from '../typeset/TypesetFormula'
import { FormulaHelp } from './FormulaHelp'

interface FormulaEditorProps {
  readonly autoFocus: boolean
  readonly onFocus: () => void
  readonly onClose: (how: 'commit' | 'revert', refocus: boolean) => void
}

/**
 * The formula as text: one definition a line, the value last. The landscape follows every keystroke that can be read; an
 * error is underlined where it is. Enter commits, Escape takes everything back.
 */
export default function FormulaEditor({ autoFocus, onFocus, onClose }: FormulaEditorProps) {
  const draft = useScene((state) => state.draft)
  const problem = useScene((state) => state.formulaProblem)
  const { setFormula, addParameter } = useActions()
  const help = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!autoFocus) return
    area.current?.focus()
    area.current?.select()
  }, [autoFocus])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose('revert', true)
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    // Pressing Enter on a formula whose names are merely new means: make them parameters.
    if (problem !== null && problem.unknownNames.length > 0) for (const name of problem.unknownNames) addParameter(name)
    else if (problem === null) onClose('commit', true)
  }
  return (
    <div className="formula-editor">
      <div className="formula-text">
        <Underlined text={draft} problem={problem} />
        <textarea
          ref={area}
          value={draft}
          rows={draft.split('\n').length}
          aria-label="Formula of x and y"
          aria-invalid={problem !== null}
          aria-describedby={help}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={2000}
          onFocus={onFocus}
          onChange={(event) => setFormula(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            // Pressing one of the suggestions below is still editing.
            if (event.relatedTarget?.closest('.formula-editor') || problem !== null) return
            onClose('commit', false)
          }}
        />
      </div>
      {problem === null && (
        <div className="formula-echo">
          <TypesetFormula text={draft} />
        </div>
      )}
      <FormulaHelp id={help} onAnswered={() => area.current?.focus()} onRevert={() => onClose('revert', true)} />
    </div>
  )
}
