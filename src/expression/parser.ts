import type { Ast, BinaryOp, Statement } from './ast'
import { ExpressionError } from './error'
import { limits } from './limits'
import type { Piece } from './names'
import type { ReductionFunction } from './reductions'
import { join, TokenCursor } from './token-cursor'
import type { Token } from './tokenize'
import { Vocabulary } from './vocabulary'

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

const binary = (op: BinaryOp, left: Ast, right: Ast): Ast => ({
  kind: 'binary',
  op,
  left,
  right,
  span: join(left.span, right.span),
})

/**
 * Recursive descent over one formula or one list of equations. `values` are the names that stand for numbers; each line
 * `name = …` adds one. `reductions` are functions beside those of the table: where there are some, names are whole words.
 */
export class Parser {
  readonly #tokens: TokenCursor
  readonly #vocabulary: Vocabulary
  #openBars = 0

  constructor(
    text: string,
    values: Iterable<string>,
    reductions: ReadonlyMap<string, ReductionFunction> = new Map<string, ReductionFunction>(),
    characters: number = limits.characters,
  ) {
    this.#tokens = new TokenCursor(text, characters)
    this.#vocabulary = new Vocabulary(values, reductions)
  }

  /** All lines. Throws ExpressionError, located. */
  statements(): Statement[] {
    const statements: Statement[] = []
    while (true) {
      while (this.#tokens.peek.kind === 'separator') this.#tokens.advance()
      if (this.#tokens.peek.kind === 'end') break
      statements.push(this.#statement())
      if (!this.#tokens.endsLine()) throw this.#tokens.unexpected()
    }
    this.#vocabulary.refuseUnknowns()
    if (statements.length === 0)
      throw new ExpressionError('the formula is empty: type something like `x^2 + y^2`', this.#tokens.peek)
    return statements
  }

  #statement(): Statement {
    const target = this.#tokens.peek
    const header = this.#headerLength()
    this.#tokens.advance(header)
    const value = this.#comparison()
    if (this.#tokens.is('=')) {
      throw new ExpressionError(
        '`=` defines a name at the start of a line; to compare, write `==`',
        this.#tokens.peek,
        {
          suggestion: '==',
        },
      )
    }
    const name = header > 0 ? target.text : undefined
    if (name !== undefined) this.#vocabulary.define(name)
    return { name, value, span: join(target, value.span) }
  }

  /** Tokens in a leading `name =` or `f(x, y) =`, or 0. */
  #headerLength(): number {
    if (this.#tokens.peek.kind !== 'name') return 0
    const texts = this.#tokens.following(6).map((token) => token.text)
    if (texts[0] === '=') return 2
    return texts.join(' ') === '( x , y ) =' ? 7 : 0
  }

  #comparison(): Ast {
    const left = this.#sum()
    const op = this.#tokens.among(comparisons)
    if (op === undefined) return left
    this.#tokens.advance()
    return binary(op, left, this.#sum())
  }

  #sum(): Ast {
    let left = this.#product()
    while (true) {
      const op = this.#tokens.among(sums)
      if (op === undefined) return left
      this.#tokens.advance()
      left = binary(op, left, this.#product())
    }
  }

  /** Written and implicit products have one rank: 1/2x is (1/2)·x, as in GeoGebra; the typeset echo shows it. */
  #product(): Ast {
    let left = this.#unary()
    while (true) {
      const op = this.#tokens.among(products)
      if (op !== undefined) {
        this.#tokens.advance()
        left = binary(op, left, this.#unary())
      } else if (this.#startsOperand()) left = binary('mul', left, this.#power())
      else return left
    }
  }

  #startsOperand(): boolean {
    const { kind, text } = this.#tokens.peek
    if (kind === 'number') {
      if (this.#tokens.previous?.kind !== 'number') return true
      throw new ExpressionError('two numbers side by side: put `*` or `+` between them', this.#tokens.peek)
    }
    if (kind === 'name') return true
    return kind === 'operator' && (text === '(' || (text === '|' && this.#openBars === 0))
  }

  #unary(): Ast {
    const sign = this.#tokens.peek
    if (this.#tokens.take('+')) return this.#tokens.nested(sign, () => this.#unary())
    if (!this.#tokens.take('-')) return this.#power()
    const of = this.#tokens.nested(sign, () => this.#unary())
    return { kind: 'negate', of, span: join(sign, of.span) }
  }

  #power(): Ast {
    return this.#raised(this.#operand())
  }

  #raised(base: Ast): Ast {
    const caret = this.#tokens.peek
    if (!this.#tokens.take('^')) return base
    const exponent = this.#tokens.nested(caret, () => this.#unary())
    return binary('pow', base, exponent)
  }

  #operand(): Ast {
    const token = this.#tokens.peek
    if (token.kind === 'number') {
      this.#tokens.advance()
      return { kind: 'number', value: Number(token.text), text: token.text, span: token }
    }
    if (token.kind === 'name') return this.#named(token)
    if (this.#tokens.take('(')) return this.#parenthesis(token)
    if (this.#tokens.take('|')) return this.#bars(token)
    throw this.#tokens.unexpected()
  }

  #parenthesis(open: Token): Ast {
    const bars = this.#openBars
    this.#openBars = 0
    const inner = this.#tokens.nested(open, () => this.#comparison())
    this.#tokens.close(')', open)
    this.#openBars = bars
    return inner
  }

  #bars(open: Token): Ast {
    this.#openBars++
    const of = this.#tokens.nested(open, () => this.#sum())
    const close = this.#tokens.peek
    this.#tokens.close('|', open)
    this.#openBars--
    return { kind: 'abs', of, span: join(open, close) }
  }

  #named(token: Token): Ast {
    this.#tokens.advance()
    const { text } = token
    if (this.#vocabulary.isValue(text)) return { kind: 'name', name: text, span: token }
    if (this.#vocabulary.isFunction(text)) return this.#call(token)
    const before = this.#tokens.is('(')
    const pieces = this.#vocabulary.piecesOf(token, before) ?? this.#vocabulary.note(token, before)
    return pieces === undefined ? { kind: 'name', name: text, span: token } : this.#run(pieces, token)
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
      product = product === undefined ? factor : binary('mul', product, factor)
    }
    return product!
  }

  #call(token: Token): Ast {
    const fn = this.#vocabulary.functionOf(token.text)
    const exponent = this.#tokens.is('^') ? this.#functionExponent(token) : undefined
    const args = this.#tokens.is('(') ? this.#arguments() : [this.#juxtaposed(token)]
    const call = this.#application(token, fn, args)
    return exponent === undefined ? call : { kind: 'binary', op: 'pow', left: call, right: exponent, span: call.span }
  }

  /** The 2 of `sin^2 x`. */
  #functionExponent(token: Token): Ast {
    this.#tokens.advance()
    const minus = this.#tokens.peek
    const negative = this.#tokens.take('-')
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
    const token = this.#tokens.peek
    if (token.kind === 'number' || this.#tokens.is('(')) return this.#operand()
    throw this.#tokens.unexpected()
  }

  /** The argument of a function without parentheses: `sin 2x` and `sin -x`, but `sin x cos y` is a product of two. */
  #juxtaposed(token: Token): Ast {
    const sign = this.#tokens.peek
    if (this.#tokens.take('-')) {
      const of = this.#tokens.nested(sign, () => this.#juxtaposed(token))
      return { kind: 'negate', of, span: join(sign, of.span) }
    }
    if (!this.#startsOperand()) {
      throw new ExpressionError(`\`${token.text}\` needs an argument: \`${token.text}(x)\``, token, {
        suggestion: `${token.text}(x)`,
      })
    }
    return this.#tokens.nested(token, () => {
      let argument = this.#power()
      while (this.#startsOperand() && !this.#startsCall()) argument = binary('mul', argument, this.#power())
      return argument
    })
  }

  #startsCall(): boolean {
    const { kind, text } = this.#tokens.peek
    return kind === 'name' && !this.#vocabulary.isValue(text) && this.#vocabulary.isFunction(text)
  }

  #arguments(): Ast[] {
    const open = this.#tokens.peek
    this.#tokens.advance()
    const bars = this.#openBars
    this.#openBars = 0
    const args = this.#tokens.nested(open, () => {
      const list = [this.#comparison()]
      while (this.#tokens.take(',')) list.push(this.#comparison())
      return list
    })
    this.#tokens.close(')', open)
    this.#openBars = bars
    return args
  }

  #application(token: Token, fn: string, args: readonly Ast[]): Ast {
    const arity = this.#vocabulary.arityOf(fn)
    const span = join(token, this.#tokens.previous!)
    const fits = args.length === arity || (chained.has(fn) && args.length > arity)
    if (!fits) {
      const given = `${args.length} ${args.length === 1 ? 'is' : 'are'} given`
      throw new ExpressionError(`\`${token.text}\` takes ${arity} argument${arity === 1 ? '' : 's'}, ${given}`, span)
    }
    const [first, ...rest] = args
    if (args.length <= arity) return { kind: 'call', fn, args, span }
    return rest.reduce<Ast>((left, right) => ({ kind: 'call', fn, args: [left, right], span }), first!)
  }
}
