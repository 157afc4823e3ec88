import { type DraftProblem, mended, withDeclaration } from './draft'

interface DraftHelpProps {
  readonly id: string
  readonly text: string
  readonly problem: DraftProblem | null
  readonly refused: string | undefined
  readonly onType: (text: string) => void
  readonly onDrop: () => void
}

/** What is wrong with the draft, where, and what to do about it; else how to leave. */
export function DraftHelp({ id, text, problem, refused, onType, onDrop }: DraftHelpProps) {
  if (refused !== undefined) {
    return (
      <p id={id} className="code-problem" role="alert">
        {refused}
      </p>
    )
  }
  if (problem === null) {
    return (
      <p id={id} className="code-note">
        What can be read races at once. Esc takes it all back.
      </p>
    )
  }
  const { line, message, suggestion, unknownNames } = problem
  return (
    <div id={id} className="code-problem" role="alert">
      <p>
        <strong>Line {line}</strong>: {message}
      </p>
      <div className="chips">
        {suggestion !== undefined && (
          <button type="button" className="chip" onClick={() => onType(mended(text, problem, suggestion))}>
            use {suggestion}
          </button>
        )}
        {unknownNames.flatMap((name) =>
          [`param ${name} = 0.1`, `state ${name} = 0`].map((declaration) => (
            <button
              key={declaration}
              type="button"
              className="chip"
              onClick={() => onType(withDeclaration(text, declaration))}
            >
              add {declaration}
            </button>
          )),
        )}
        <button type="button" className="chip quiet" onClick={onDrop}>
          back to what runs
        </button>
      </div>
    </div>
  )
}
