import { ExpressionError, type Span } from './error'

export type TokenKind = 'number' | 'name' | 'operator' | 'separator' | 'end'

export interface Token extends Span {
  readonly kind: TokenKind
  /** Operators and names in their ASCII form: `≤` is `<=`, `π` is `pi`. A separator ends a line. */
  readonly text: string
}

const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const name = /[A-Za-z_][A-Za-z0-9_]*/y
const operator = /<=|>=|==|!=|\*\*|[-+*/^(),|<>=!]/y
const space = /[^\S\n]+/y

const greek =
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau φ phi χ chi ψ psi ω omega'

/** Characters that stand for ASCII text: typographic operators, roots, Greek letters by name. */
const synonyms: ReadonlyMap<string, { readonly kind: TokenKind; readonly text: string }> = new Map(
  (
    [
      ['operator', '− - – - · * × * ⋅ * ∗ * ÷ / ≤ <= ≥ >= ≠ !='],
      ['name', `√ sqrt ${greek}`],
      ['separator', '\n ; ; ;'],
    ] as const
  ).flatMap(([kind, pairs]) =>
    // '\n' is not split at: pairs are separated by single blanks.
    [...pairs.matchAll(/(\S|\n) (\S+)/g)].map((pair) => [pair[1]!, { kind, text: pair[2]! }] as const),
  ),
)

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Cuts text into tokens, the last of kind `end`. Throws ExpressionError at a character that means nothing. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  const push = (kind: TokenKind, ascii: string, length: number) => {
    tokens.push({ kind, text: ascii, position, length })
    position += length
  }
  while (position < text.length) {
    const blank = match(space, text, position)
    if (blank !== undefined) {
      position += blank.length
      continue
    }
    const character = text[position]!
    const synonym = synonyms.get(character)
    const digit = superscripts.indexOf(character)
    const found = firstMatch(text, position)
    if (synonym !== undefined) push(synonym.kind, synonym.text, 1)
    else if (digit >= 0) {
      tokens.push({ kind: 'operator', text: '^', position, length: 0 })
      push('number', String(digit), 1)
    } else if (found !== undefined) push(found[0], found[1] === '**' ? '^' : found[1], found[1].length)
    else throw unreadable(text, position)
  }
  push('end', '', 0)
  return tokens
}

function firstMatch(text: string, position: number): readonly [TokenKind, string] | undefined {
  for (const [kind, pattern] of [
    ['number', number],
    ['name', name],
    ['operator', operator],
  ] as const) {
    const found = match(pattern, text, position)
    if (found !== undefined) return [kind, found]
  }
  return undefined
}

function match(pattern: RegExp, text: string, position: number): string | undefined {
  const sticky = new RegExp(pattern.source, 'y')
  sticky.lastIndex = position
  return sticky.exec(text)?.[0]
}

function unreadable(text: string, position: number): ExpressionError {
  const character = String.fromCodePoint(text.codePointAt(position)!)
  return new ExpressionError(`\`${character}\` means nothing in a formula`, { position, length: character.length })
}
