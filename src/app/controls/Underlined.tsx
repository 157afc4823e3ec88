import type { Span } from '../../expression/error'

/** The text of a field again, to lie behind it: invisible but for a wavy line under what is wrong. */
export function Underlined({ text, problem }: { readonly text: string; readonly problem: Span | null }) {
  if (problem === null) return null
  const start = Math.min(problem.position, text.length)
  const end = Math.min(start + Math.max(problem.length, 1), text.length)
  return (
    <div className="formula-underline" aria-hidden="true">
      {text.slice(0, start)}
      <mark>{text.slice(start, end) || '\u00a0'}</mark>
      {text.slice(end)}
    </div>
  )
}
