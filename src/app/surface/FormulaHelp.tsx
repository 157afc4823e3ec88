import { useActions, useScene } from '../../store/react'

interface FormulaHelpProps {
  readonly id: string
  readonly onAnswered: () => void
  readonly onRevert: () => void
}

/** What is wrong with the draft and what to do about it; else what a reader may not expect. */
export function FormulaHelp({ id, onAnswered, onRevert }: FormulaHelpProps) {
  const draft = useScene((state) => state.draft)
  const problem = useScene((state) => state.formulaProblem)
  const { setFormula, addParameter } = useActions()
  if (problem === null) {
    return (
      <p id={id} className="formula-note">
        {/\blog\b/.test(draft) && 'log is the natural logarithm; log10 and log2 are there too. '}
        Enter keeps it, Esc takes it back.
      </p>
    )
  }
  const { suggestion, position, length, unknownNames } = problem
  const answer = (action: () => void) => {
    action()
    onAnswered()
  }
  return (
    <div id={id} className="formula-problem" role="alert">
      <p>{problem.message}</p>
      <div className="chips">
        {suggestion !== undefined && (
          <button
            type="button"
            className="chip"
            onClick={() =>
              answer(() => setFormula(draft.slice(0, position) + suggestion + draft.slice(position + length)))
            }
          >
            use {suggestion}
          </button>
        )}
        {unknownNames.map((name) => (
          <button key={name} type="button" className="chip" onClick={() => answer(() => addParameter(name))}>
            add slider for {name}
          </button>
        ))}
        <button type="button" className="chip quiet" onClick={onRevert}>
          take it back
        </button>
      </div>
    </div>
  )
}
