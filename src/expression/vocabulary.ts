import { ExpressionError } from './error'
import { callables, definitionOf } from './functions'
import { constants, nearest, type Piece, split, splitUnknown } from './names'
import type { ReductionFunction } from './reductions'
import type { Token } from './tokenize'

/** A name that nobody knows; all are collected so that they can be offered together. */
interface Unknown {
  readonly token: Token
  readonly name: string
  readonly call: boolean
}

/** What the names of one text mean, and what may have been meant by those that mean nothing. */
export class Vocabulary {
  readonly #values: Set<string>
  readonly #functions: ReadonlyMap<string, string>
  readonly #reductions: ReadonlyMap<string, ReductionFunction>
  /** Update equations speak in words: there `thet` is a slip, not t·h·e·t. */
  readonly #splitsNames: boolean
  readonly #unknowns: Unknown[] = []

  /** `values` are the names that stand for numbers; `reductions` are functions beside those of the table. */
  constructor(values: Iterable<string>, reductions: ReadonlyMap<string, ReductionFunction>) {
    this.#values = new Set(values)
    this.#reductions = reductions
    this.#splitsNames = reductions.size === 0
    this.#functions = new Map([...callables, ...[...reductions.keys()].map((name) => [name, name] as const)])
  }

  isValue(name: string): boolean {
    return this.#values.has(name) || constants.has(name)
  }

  isFunction(name: string): boolean {
    return this.#functions.has(name)
  }

  /** The function's own name: `ln` is `log`. */
  functionOf(name: string): string {
    return this.#functions.get(name)!
  }

  arityOf(fn: string): number {
    return (this.#reductions.get(fn) ?? definitionOf(fn)!).arity
  }

  /** From here on `name` stands for a number. */
  define(name: string): void {
    this.#values.add(name)
  }

  /** Letters typed together, taken apart into what they mean; undefined where that cannot be done. */
  piecesOf({ text }: Token, beforeParenthesis: boolean): readonly Piece[] | undefined {
    return this.#splitsNames ? split(text, (name) => this.isValue(name), beforeParenthesis) : undefined
  }

  /**
   * Notes what `token` has that nobody knows, and returns its pieces if some are known. An unknown function is refused at
   * once; after unknown values reading goes on, so that all are found.
   */
  note(token: Token, beforeParenthesis: boolean): readonly Piece[] | undefined {
    const call = beforeParenthesis && token.length > 1
    const splits = this.#splitsNames && !call
    const pieces = splits ? splitUnknown(token.text, (name) => this.isValue(name)) : undefined
    const unknown =
      pieces === undefined ? [token.text] : pieces.filter(({ kind }) => kind === 'unknown').map(({ text }) => text)
    for (const name of unknown) this.#unknowns.push({ token, name, call })
    if (call) this.refuseUnknowns()
    return pieces
  }

  /** Throws ExpressionError if there was a name that means nothing. */
  refuseUnknowns(): void {
    const first = this.#unknowns[0]
    if (first === undefined) return
    const values = this.#unknowns.filter(({ call }) => !call).map(({ name }) => name)
    const what = first.call ? 'function' : 'name'
    const suggestion = first.call ? nearest(first.name, this.#functions.keys()) : this.#suggest(first.name)
    const hint = suggestion === undefined ? '' : `: did you mean \`${suggestion}\`?`
    throw new ExpressionError(`unknown ${what} \`${first.name}\`${hint}`, first.token, {
      suggestion,
      unknownNames: [...new Set(values)],
    })
  }

  #suggest(name: string): string | undefined {
    const digits = /^([A-Za-z]+)(\d+)$/.exec(name)
    if (digits !== null && this.isValue(digits[1]!)) return `${digits[1]}^${digits[2]}`
    for (let cut = name.length - 1; cut > 1; cut--) {
      const rest = name.slice(cut)
      if (this.isFunction(name.slice(0, cut)) && split(rest, (piece) => this.isValue(piece), false))
        return `${name.slice(0, cut)} ${rest}`
    }
    if (name.length < 2) return undefined
    return nearest(name, [...this.#values, ...constants.keys(), ...this.#functions.keys()])
  }
}
