import type { Ast, BinaryOp, Statement } from './ast'
import { ExpressionError, type Span } from './error'
import { callables, definitionOf } from './functions'
import { limits } from './limits'
import { constants, nearest, type Piece, split, splitUnknown } from './names'
import type { ReductionFunction } from './reductions'
import { type Token, tokenize } from './tokenize'

const comparisons: ReadonlyMap<string, BinaryOp> = new Map([
  ['<', 'lt'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['>=', 'ge'],
  ['==', 'eq'],
  ['!=', 'ne'],
])
const sums: ReadonlyMap<string, BinaryOp> = new Map([
  ['+', 'add'],
  ['-', 'sub'],
])
const products: ReadonlyMap<string, BinaryOp> = new Map([
  ['*', 'mul'],
  ['/', 'div'],
])

/** Functions of two arguments that may be given more, from left to right. */
const chained: ReadonlySet<string> = new Set(['min', 'max', 'hypot'])

const inverses: ReadonlyMap<string, string> = new Map([
  ['sin', 'asin'],
  ['cos', 'acos'],
  ['tan', 'atan'],
  ['sinh', 'asinh'],
  ['cosh', 'acosh'],
  ['tanh', 'atanh'],
])

const join = (from: Span, to: Span): Span => ({
  position: from.position,
  length: to.position + to.length - from.position,
})

/** A name that nobody knows, met while parsing; all are collected so that they can be offered together. */
interface Unknown {
  readonly name: string
  readonly span: Span
  readonly call: boolean
}

/**
 * Recursive descent over one formula or one list of equations. `values` are the names that stand for numbers; each line
 * `name = …` adds one. `reductions` are functions beside those of the table: where there are some, names are whole words.
 */
export class Parser {
  readonly #tokens: Token[]
  readonly #values: Set<string>
  readonly #unknowns: Unknown[] = []
  readonly #callables: ReadonlyMap<string, string>
  readonly #reductions: ReadonlyMap<string, ReductionFunction>
  /** Update equations speak in words: there `thet` is a slip, not t·h·e·t. */
  readonly #splitsNames: boolean
  #at = 0
  #depth = 0
  #openBars = 0

  constructor(
    text: string,
    values: Iterable<string>,
    reductions: ReadonlyMap<string, ReductionFunction> = new Map<string, ReductionFunction>(),
    characters: number = limits.characters,
  ) {
    if (text.length > characters) {
      const span = { position: characters, length: text.length - characters }
      throw new ExpressionError(`the formula is too long: at most ${characters} characters`, span)
    }
    this.#tokens = tokenize(text)
    this.#values = new Set(values)
    this.#reductions = reductions
    this.#splitsNames = reductions.size === 0
    this.#callables = new Map([...callables, ...[...reductions.keys()].map((name) => [name, name] as const)])
  }

  /** All lines. Throws ExpressionError, located. */
  statements(): Statement[] {
    const statements: Statement[] = []
    while (true) {
      while (this.#peek.kind === 'separator') this.#at++
      if (this.#tokens[this.#at]?.kind === 'end') break
      statements.push(this.#statement())
      if (!this.#endsLine()) throw this.#unexpected()
    }
    this.#reportUnknowns()
    if (statements.length === 0)
      throw new ExpressionError('the formula is empty: type something like `x^2 + y^2`', this.#peek)
    return statements
  }

  get #peek(): Token {
    return this.#tokens[this.#at]!
  }

  #endsLine(): boolean {
    return this.#peek.kind === 'separator' || this.#peek.kind === 'end'
  }

  #is(text: string): boolean {
    return this.#peek.kind === 'operator' && this.#peek.text === text
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false
    this.#at++
    return true
  }

  #statement(): Statement {
    const target = this.#peek
    const header = this.#headerLength()
    this.#at += header
    const value = this.#comparison()
    if (this.#is('=')) {
      throw new ExpressionError('`=` defines a name at the start of a line; to compare, write `==`', this.#peek, {
        suggestion: '==',
      })
    }
    const name = header > 0 ? target.text : undefined
    if (name !== undefined) this.#values.add(name)
    return { name, value, span: join(target, value.span) }
  }

  /** Tokens in a leading `name =` or `f(x, y) =`, or 0. */
  #headerLength(): number {
    const [first, second] = [this.#peek, this.#tokens[this.#at + 1]]
    if (first.kind !== 'name' || second === undefined) return 0
    if (second.text === '=') return 2
    const texts = this.#tokens.slice(this.#at + 1, this.#at + 7).map((token) => token.text)
    return texts.join(' ') === '( x , y ) =' ? 7 : 0
  }

  #comparison(): Ast {
    const left = this.#sum()
    const op = this.#peek.kind === 'operator' ? comparisons.get(this.#peek.text) : undefined
    if (op === undefined) return left
    this.#at++
    const right = this.#sum()
    return { kind: 'binary', op, left, right, span: join(left.span, right.span) }
  }

  #sum(): Ast {
    return this.#leftAssociative(sums, () => this.#product())
  }

  #leftAssociative(operators: ReadonlyMap<string, BinaryOp>, operand: () => Ast): Ast {
    let left = operand()
    while (this.#peek.kind === 'operator') {
      const op = operators.get(this.#peek.text)
      if (op === undefined) break
      this.#at++
      const right = operand()
      left = { kind: 'binary', op, left, right, span: join(left.span, right.span) }
    }
    return left
  }

  /** Written and implicit products have one rank: 1/2x is (1/2)·x, as in GeoGebra; the typeset echo shows it. */
  #product(): Ast {
    let left = this.#unary()
    while (true) {
      const op = this.#peek.kind === 'operator' ? products.get(this.#peek.text) : undefined
      if (op !== undefined) {
        this.#at++
        left = this.#binary(op, left, this.#unary())
      } else if (this.#startsOperand()) left = this.#binary('mul', left, this.#power())
      else return left
    }
  }

  #binary(op: BinaryOp, left: Ast, right: Ast): Ast {
    return { kind: 'binary', op, left, right, span: join(left.span, right.span) }
  }

  #startsOperand(): boolean {
    const { kind, text } = this.#peek
    if (kind === 'number') {
      if (this.#tokens[this.#at - 1]?.kind !== 'number') return true
      throw new ExpressionError('two numbers side by side: put `*` or `+` between them', this.#peek)
    }
    if (kind === 'name') return true
    return kind === 'operator' && (text === '(' || (text === '|' && this.#openBars === 0))
  }

  #unary(): Ast {
    const sign = this.#peek
    if (this.#take('+')) return this.#nested(sign, () => this.#unary())
    if (!this.#take('-')) return this.#power()
    const of = this.#nested(sign, () => this.#unary())
    return { kind: 'negate', of, span: join(sign, of.span) }
  }

  #nested<T>(span: Span, parse: () => T): T {
    if (++this.#depth > limits.depth) {
      throw new ExpressionError(`nested too deeply: at most ${limits.depth} levels`, span)
    }
    const result = parse()
    this.#depth--
    return result
  }

  #power(): Ast {
    return this.#raised(this.#operand())
  }

  #raised(base: Ast): Ast {
    const caret = this.#peek
    if (!this.#take('^')) return base
    const exponent = this.#nested(caret, () => this.#unary())
    return this.#binary('pow', base, exponent)
  }

  #operand(): Ast {
    const token = this.#peek
    if (token.kind === 'number') {
      this.#at++
      return { kind: 'number', value: Number(token.text), text: token.text, span: token }
    }
    if (token.kind === 'name') return this.#named(token)
    if (this.#take('(')) return this.#parenthesis(token)
    if (this.#take('|')) return this.#bars(token)
    throw this.#unexpected()
  }

  #parenthesis(open: Token): Ast {
    const bars = this.#openBars
    this.#openBars = 0
    const inner = this.#nested(open, () => this.#comparison())
    this.#expectClosing(')', open)
    this.#openBars = bars
    return inner
  }

  #bars(open: Token): Ast {
    this.#openBars++
    const of = this.#nested(open, () => this.#sum())
    const close = this.#peek
    this.#expectClosing('|', open)
    this.#openBars--
    return { kind: 'abs', of, span: join(open, close) }
  }

  #expectClosing(text: string, open: Token): void {
    if (this.#take(text)) return
    if (this.#endsLine()) {
      throw new ExpressionError(`this \`${open.text}\` is never closed: add \`${text}\``, open)
    }
    throw this.#unexpected()
  }

  #named(token: Token): Ast {
    this.#at++
    const { text } = token
    if (this.#isValue(text)) return { kind: 'name', name: text, span: token }
    if (this.#callables.has(text)) return this.#call(token)
    const before = this.#is('(')
    const pieces = this.#splitsNames ? split(text, (name) => this.#isValue(name), before) : undefined
    if (pieces !== undefined) return this.#run(pieces, token)
    return this.#unknown(token, before)
  }

  #isValue(name: string): boolean {
    return this.#values.has(name) || constants.has(name)
  }

  /** Letters typed together: a product of values, perhaps ending in a call. */
  #run(pieces: readonly Piece[], token: Token): Ast {
    let position = token.position
    let product: Ast | undefined
    for (const [i, piece] of pieces.entries()) {
      const span = { position, length: piece.text.length }
      position += piece.text.length
      let factor: Ast =
        piece.kind === 'function'
          ? this.#call({ ...token, ...span, text: piece.text })
          : { kind: 'name', name: piece.text, span }
      // In `xy^2` the exponent belongs to the last letter alone.
      if (i === pieces.length - 1) factor = this.#raised(factor)
      product = product === undefined ? factor : this.#binary('mul', product, factor)
    }
    return product!
  }

  #unknown(token: Token, beforeParenthesis: boolean): Ast {
    const call = beforeParenthesis && token.length > 1
    const splits = this.#splitsNames && !call
    const pieces = splits ? splitUnknown(token.text, (name) => this.#isValue(name)) : undefined
    if (pieces === undefined) this.#unknowns.push({ name: token.text, span: token, call })
    for (const piece of pieces ?? []) {
      if (piece.kind === 'unknown') this.#unknowns.push({ name: piece.text, span: token, call })
    }
    if (call) this.#reportUnknowns()
    // Parsing goes on, so that every unknown name is found; the text is refused in the end.
    return pieces === undefined ? { kind: 'name', name: token.text, span: token } : this.#run(pieces, token)
  }

  #reportUnknowns(): void {
    const first = this.#unknowns[0]
    if (first === undefined) return
    const values = this.#unknowns.filter((unknown) => !unknown.call).map((unknown) => unknown.name)
    const what = first.call ? 'function' : 'name'
    const suggestion = first.call ? nearest(first.name, this.#callables.keys()) : this.#suggestValue(first.name)
    const hint = suggestion === undefined ? '' : `: did you mean \`${suggestion}\`?`
    throw new ExpressionError(`unknown ${what} \`${first.name}\`${hint}`, first.span, {
      suggestion,
      unknownNames: [...new Set(values)],
    })
  }

  #suggestValue(name: string): string | undefined {
    const digits = /^([A-Za-z]+)(\d+)$/.exec(name)
    if (digits !== null && this.#isValue(digits[1]!)) return `${digits[1]}^${digits[2]}`
    for (let cut = name.length - 1; cut > 1; cut--) {
      const rest = name.slice(cut)
      if (this.#callables.has(name.slice(0, cut)) && split(rest, (piece) => this.#isValue(piece), false))
        return `${name.slice(0, cut)} ${rest}`
    }
    if (name.length < 2) return undefined
    return nearest(name, [...this.#values, ...constants.keys(), ...this.#callables.keys()])
  }

  #call(token: Token): Ast {
    const fn = this.#callables.get(token.text)!
    const exponent = this.#is('^') ? this.#functionExponent(token) : undefined
    const args = this.#is('(') ? this.#arguments() : [this.#juxtaposed(token)]
    const call = this.#application(token, fn, args)
    return exponent === undefined ? call : { kind: 'binary', op: 'pow', left: call, right: exponent, span: call.span }
  }

  /** The 2 of `sin^2 x`. */
  #functionExponent(token: Token): Ast {
    this.#at++
    const minus = this.#peek
    const negative = this.#take('-')
    const exponent = this.#operandOfExponent()
    if (!negative) return exponent
    if (exponent.kind === 'number' && exponent.value === 1) {
      const inverse = inverses.get(token.text)
      const hint = inverse === undefined ? '' : `: for the inverse function write \`${inverse}\``
      const span = join(token, exponent.span)
      throw new ExpressionError(
        `\`${token.text}^-1\` is ambiguous${hint}, for 1/${token.text} put the power last`,
        span,
        { suggestion: inverse },
      )
    }
    return { kind: 'negate', of: exponent, span: join(minus, exponent.span) }
  }

  #operandOfExponent(): Ast {
    const token = this.#peek
    if (token.kind === 'number' || this.#is('(')) return this.#operand()
    throw this.#unexpected()
  }

  /** The argument of a function without parentheses: `sin 2x` and `sin -x`, but `sin x cos y` is a product of two. */
  #juxtaposed(token: Token): Ast {
    const sign = this.#peek
    if (this.#take('-')) {
      const of = this.#nested(sign, () => this.#juxtaposed(token))
      return { kind: 'negate', of, span: join(sign, of.span) }
    }
    if (!this.#startsOperand()) {
      throw new ExpressionError(`\`${token.text}\` needs an argument: \`${token.text}(x)\``, token, {
        suggestion: `${token.text}(x)`,
      })
    }
    return this.#nested(token, () => {
      let argument = this.#power()
      while (this.#startsOperand() && !this.#startsCall()) argument = this.#binary('mul', argument, this.#power())
      return argument
    })
  }

  #startsCall(): boolean {
    return this.#peek.kind === 'name' && !this.#isValue(this.#peek.text) && this.#callables.has(this.#peek.text)
  }

  #arguments(): Ast[] {
    const open = this.#peek
    this.#at++
    const bars = this.#openBars
    this.#openBars = 0
    const args = this.#nested(open, () => {
      const list = [this.#comparison()]
      while (this.#take(',')) list.push(this.#comparison())
      return list
    })
    this.#expectClosing(')', open)
    this.#openBars = bars
    return args
  }

  #application(token: Token, fn: string, args: readonly Ast[]): Ast {
    const { arity } = this.#reductions.get(fn) ?? definitionOf(fn)!
    const last = this.#tokens[this.#at - 1]!
    const span = join(token, last)
    const fits = args.length === arity || (chained.has(fn) && args.length > arity)
    if (!fits) {
      const given = `${args.length} ${args.length === 1 ? 'is' : 'are'} given`
      throw new ExpressionError(`\`${token.text}\` takes ${arity} argument${arity === 1 ? '' : 's'}, ${given}`, span)
    }
    const [first, ...rest] = args
    if (args.length <= arity) return { kind: 'call', fn, args, span }
    return rest.reduce<Ast>((left, right) => ({ kind: 'call', fn, args: [left, right], span }), first!)
  }

  #unexpected(): ExpressionError {
    const { kind, text } = this.#peek
    const span = { position: this.#peek.position, length: Math.max(this.#peek.length, 0) }
    if (kind === 'end') return new ExpressionError('the formula ends too early: something is missing here', span)
    if (kind === 'separator') return new ExpressionError('the line ends too early: something is missing here', span)
    if (text === ')') return new ExpressionError('this `)` closes nothing', span)
    if (text === '!') return new ExpressionError('there is no factorial here; to compare, write `!=`', span)
    return new ExpressionError(`\`${text}\` cannot stand here: a number, a name or \`(\` is expected`, span)
  }
}
