import type { RefObject } from 'react'
import type { Span } from '../../expression/error'
import { codeLines } from './code-lines'

interface CodeFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly label: string
  readonly value: string
  readonly problem: Span | null
  /** More cannot be typed or pasted. */
  readonly maxLength: number
  /** Id of what explains the field. */
  readonly describedBy: string
  readonly onChange: (value: string) => void
}

/**
 * A text field with numbered lines. The text itself is drawn behind the field, which lies exactly over it and whose own
 * letters are transparent: so lines have numbers, comments their colour, and what is wrong a wavy line.
 */
export function CodeField({ field, label, value, problem, maxLength, describedBy, onChange }: CodeFieldProps) {
  return (
    <div className="code-field">
      <div className="code-text" aria-hidden="true">
        {codeLines(value, problem).map(({ pieces, wrong }, line) => (
          <div key={line} className="code-line" data-wrong={wrong || undefined}>
            {pieces.map((piece, k) => (
              <span key={k} className={piece.wrong ? `code-${piece.kind} code-wrong` : `code-${piece.kind}`}>
                {piece.text}
              </span>
            ))}
          </div>
        ))}
      </div>
      <textarea
        ref={field}
        value={value}
        rows={1}
        maxLength={maxLength}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={describedBy}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
