import { ExpressionError, type Span } from './error'
import { limits } from './limits'
import { type Token, tokenize } from './tokenize'

/** The stretch from the beginning of one span to the end of another. */
export const join = (from: Span, to: Span): Span => ({
  position: from.position,
  length: to.position + to.length - from.position,
})

/** Walks over a text's tokens, and says what is wrong with one that cannot stand where it stands. */
export class TokenCursor {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  /** Throws ExpressionError where the text is longer than `characters` or has characters that mean nothing. */
  constructor(text: string, characters: number) {
    if (text.length > characters) {
      const span = { position: characters, length: text.length - characters }
      throw new ExpressionError(`the formula is too long: at most ${characters} characters`, span)
    }
    this.#tokens = tokenize(text)
  }

  get peek(): Token {
    return this.#tokens[this.#at]!
  }

  /** The token just passed. */
  get previous(): Token | undefined {
    return this.#tokens[this.#at - 1]
  }

  /** The `count` tokens after the present one, or as many as there are. */
  following(count: number): readonly Token[] {
    return this.#tokens.slice(this.#at + 1, this.#at + 1 + count)
  }

  advance(count = 1): void {
    this.#at += count
  }

  endsLine(): boolean {
    return this.peek.kind === 'separator' || this.peek.kind === 'end'
  }

  is(operator: string): boolean {
    return this.peek.kind === 'operator' && this.peek.text === operator
  }

  /** Passes an operator if it stands here. */
  take(operator: string): boolean {
    if (!this.is(operator)) return false
    this.#at++
    return true
  }

  /** What `operators` has for the operator that stands here. */
  among<T>(operators: ReadonlyMap<string, T>): T | undefined {
    return this.peek.kind === 'operator' ? operators.get(this.peek.text) : undefined
  }

  /** Passes what closes `open`. */
  close(operator: string, open: Token): void {
    if (this.take(operator)) return
    if (this.endsLine()) {
      throw new ExpressionError(`this \`${open.text}\` is never closed: add \`${operator}\``, open)
    }
    throw this.unexpected()
  }

  /** Reads what lies one level deeper: the parser's own stack must not overflow. */
  nested<T>(span: Span, read: () => T): T {
    if (++this.#depth > limits.depth) {
      throw new ExpressionError(`nested too deeply: at most ${limits.depth} levels`, span)
    }
    const result = read()
    this.#depth--
    return result
  }

  unexpected(): ExpressionError {
    const { kind, text } = this.peek
    const span = { position: this.peek.position, length: Math.max(this.peek.length, 0) }
    if (kind === 'end') return new ExpressionError('the formula ends too early: something is missing here', span)
    if (kind === 'separator') return new ExpressionError('the line ends too early: something is missing here', span)
    if (text === ')') return new ExpressionError('this `)` closes nothing', span)
    if (text === '!') return new ExpressionError('there is no factorial here; to compare, write `!=`', span)
    return new ExpressionError(`\`${text}\` cannot stand here: a number, a name or \`(\` is expected`, span)
  }
}
