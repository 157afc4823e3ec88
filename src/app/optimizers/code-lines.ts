import type { Span } from '../../expression/error'

/** A stretch of a line of a typed optimizer. */
export interface CodePiece {
  readonly text: string
  readonly kind: 'plain' | 'keyword' | 'comment'
  /** Lies within what is marked as wrong. */
  readonly wrong: boolean
}

export interface CodeLine {
  readonly pieces: readonly CodePiece[]
  /** The problem begins in this line. */
  readonly wrong: boolean
}

/** The lines of a text, cut where its look changes: comments, the words that declare, and what `problem` marks. */
export function codeLines(text: string, problem: Span | null): readonly CodeLine[] {
  let start = 0
  return text.split('\n').map((line) => {
    const from = start
    start += line.length + 1
    return codeLine(line, from, problem)
  })
}

function codeLine(line: string, from: number, problem: Span | null): CodeLine {
  const position = problem === null ? -1 : problem.position - from
  const begins = position >= 0 && position <= line.length
  const marked = markedStretch(line, position, problem?.length ?? 0)
  const comment = line.indexOf('#')
  const code = comment < 0 ? line.length : comment
  const [keyword = ''] = /^\s*(?:param|state|average)\b(?!\s*=)/.exec(line.slice(0, code)) ?? []
  const kindAt = (k: number): CodePiece['kind'] => (k >= code ? 'comment' : k < keyword.length ? 'keyword' : 'plain')
  const cuts = [...new Set([0, keyword.length, code, ...marked, line.length])].sort((a, b) => a - b)
  const pieces = cuts.slice(0, -1).map((cut, i) => ({
    text: line.slice(cut, cuts[i + 1]),
    kind: kindAt(cut),
    wrong: cut >= marked[0] && cut < marked[1],
  }))
  // Where nothing is wrong but something is missing, the mark needs a place to stand.
  const missing = begins && marked[0] === marked[1]
  return { pieces: missing ? [...pieces, GAP] : pieces, wrong: begins }
}

const GAP: CodePiece = { text: '\u00a0', kind: 'plain', wrong: true }

/** The part of a problem that lies in a line, by its ends; at least one character where there is one. */
function markedStretch(line: string, position: number, length: number): readonly [number, number] {
  const clamp = (value: number) => Math.min(Math.max(value, 0), line.length)
  return [clamp(position), clamp(position < 0 ? position + length : position + Math.max(length, 1))]
}
