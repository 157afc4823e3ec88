import { callables } from './functions'

export const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
  ['tau', 2 * Math.PI],
])

/** A piece of a run of letters: a value, or a function when it stands last before a parenthesis. */
export interface Piece {
  readonly text: string
  readonly kind: 'value' | 'function' | 'unknown'
}

/**
 * Splits letters typed without spaces into known names, the longest first: `xy` is x·y and `xsin` before a parenthesis is
 * x·sin. Undefined when that cannot be done.
 */
export function split(
  run: string,
  isValue: (name: string) => boolean,
  beforeParenthesis: boolean,
): Piece[] | undefined {
  return search(run, (text, last) => {
    if (isValue(text)) return 'value'
    return last && beforeParenthesis && callables.has(text) ? 'function' : undefined
  })
}

/** As `split`, but letters that mean nothing are taken one by one, as long as something is known: `ax` is a·x with a unknown. */
export function splitUnknown(run: string, isValue: (name: string) => boolean): Piece[] | undefined {
  if (run.length > 4) return undefined
  const pieces = search(run, (text) => {
    if (isValue(text)) return 'value'
    return /^[A-Za-z]$/.test(text) ? 'unknown' : undefined
  })
  return pieces?.some((piece) => piece.kind === 'value') ? pieces : undefined
}

function search(run: string, kindOf: (text: string, last: boolean) => Piece['kind'] | undefined): Piece[] | undefined {
  // best[i]: pieces of run.slice(i), filled from the end so that no position is searched twice.
  const best: (Piece[] | undefined)[] = new Array(run.length + 1).fill(undefined)
  best[run.length] = []
  for (let start = run.length - 1; start >= 0; start--) {
    for (let end = run.length; end > start && best[start] === undefined; end--) {
      const rest = best[end]
      const text = run.slice(start, end)
      const kind = rest === undefined ? undefined : kindOf(text, end === run.length)
      if (rest !== undefined && kind !== undefined) best[start] = [{ text, kind }, ...rest]
    }
  }
  return best[0]
}

/** The known name nearest to a mistyped one, if any is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const tolerance = name.length <= 3 ? 1 : 2
  let best: string | undefined
  let least = tolerance + 1
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    // Of two that are equally near, the one that was typed and then some: `sine` is `sin`, not `sinh`.
    const nearer = distance < least || (distance === least && name.startsWith(candidate))
    if (nearer && distance < candidate.length) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
