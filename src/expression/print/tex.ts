import type { Ast, BinaryOp, Statement } from '../ast'
import { definitionOf } from '../functions'
import type { Graph, NodeId } from '../graph'
import { reductionFunctions } from '../reductions'
import { flatArguments, Level, levelOf } from './levels'
import { statementsOf } from './statements'
import { isWord, nameTex } from './tex-name'

/** TeX of a node of a graph; shared sub-expressions are lines of their own, as in `printText`. */
export const graphTex = (graph: Graph, output: NodeId): string => statementsTex(statementsOf(graph, output))

/** A formula's lines: one as it stands, several below each other with the last called `output`. */
export function statementsTex(statements: readonly Statement[], output = 'f'): string {
  if (statements.length === 1) return astTex(statements[0]!.value)
  const lines = statements.map(
    ({ name, value }) => `${name === undefined ? output : nameTex(name)} &= ${astTex(value)}`,
  )
  return `\\begin{aligned} ${lines.join(' \\\\ ')} \\end{aligned}`
}

/** One line of update equations: an arrow where the name meant something before, which is `replaced`. */
export const assignmentTex = (name: string, value: Ast, replaced: boolean): string =>
  `${nameTex(name)} ${replaced ? '\\leftarrow' : '='} ${astTex(value)}`

/** How names are written, where it is not by `nameTex`: as the numbers that they stand for, in colours, or both. */
export interface Notation {
  readonly name: (name: string) => string
  /** How tightly what `name` gives binds; like a single symbol when left out. */
  readonly level?: (name: string) => Level | undefined
  /** May wrap the TeX of any part of the expression, for a colour. */
  readonly mark?: (part: Ast, tex: string) => string
}

/** What was understood of a formula, as mathematicians write it. */
export const astTex = (ast: Ast, notation: Notation = { name: nameTex }): string => new TexPrinter(notation).print(ast)

/** `tex` in the colour that the style sheet gives to a class. */
export const classTex = (name: string, tex: string): string => `\\htmlClass{${name}}{${tex}}`

/** Begins with a digit, under whatever colour. */
const startsWithDigit = /^(\\htmlClass\{[\w-]+\}\{)*[\d.]/

const comparisons: Readonly<Partial<Record<BinaryOp, string>>> = {
  lt: '<',
  le: '\\le',
  gt: '>',
  ge: '\\ge',
  eq: '=',
  ne: '\\ne',
}

const fences: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['abs', ['|', '|']],
  ['floor', ['\\lfloor', '\\rfloor']],
  ['ceil', ['\\lceil', '\\rceil']],
])

/** Functions whose powers are written on the name: \sin^{2} x. */
const raisedOnTheName = /^(sin|cos|tan|sec|csc|cot)h?$/

class TexPrinter {
  readonly #notation: Notation

  constructor(notation: Notation) {
    this.#notation = notation
  }

  print(ast: Ast): string {
    const tex = this.#print(ast)
    return this.#notation.mark?.(ast, tex) ?? tex
  }

  #print(ast: Ast): string {
    switch (ast.kind) {
      case 'number':
        return numberTex(ast.text)
      case 'name':
        return this.#notation.name(ast.name)
      case 'negate':
        return `-${this.#right(ast.of, Level.product)}`
      case 'abs':
        return this.#fenced(['|', '|'], [ast.of])
      case 'binary':
        return this.#binary(ast.op, ast.left, ast.right)
      case 'call':
        return this.#call(ast)
    }
  }

  #level(ast: Ast): Level {
    return (ast.kind === 'name' ? this.#notation.level?.(ast.name) : undefined) ?? levelOf(ast)
  }

  #operand(ast: Ast, least: Level): string {
    return this.#level(ast) >= least ? this.print(ast) : parenthesised(this.print(ast))
  }

  /** An operand behind a sign: a second sign there stands in parentheses. */
  #right(ast: Ast, least: Level): string {
    return this.#level(ast) === Level.sign ? parenthesised(this.print(ast)) : this.#operand(ast, least)
  }

  #binary(op: BinaryOp, left: Ast, right: Ast): string {
    switch (op) {
      case 'add':
        return `${this.#operand(left, Level.sum)} + ${this.#right(right, Level.product)}`
      case 'sub':
        return `${this.#operand(left, Level.sum)} - ${this.#right(right, Level.product)}`
      case 'mul':
        return this.#product(left, right)
      case 'div':
        return `\\frac{${this.print(left)}}{${this.print(right)}}`
      case 'pow':
        return this.#power(left, right)
      default:
        return `${this.#operand(left, Level.sum)} ${comparisons[op]} ${this.#operand(right, Level.sum)}`
    }
  }

  /** Side by side wherever that can be read in one way only. */
  #product(left: Ast, right: Ast): string {
    const a = this.#operand(left, Level.product)
    const b = needsFence(right) ? parenthesised(this.print(right)) : this.#right(right, Level.product)
    if (
      startsWithDigit.test(b) ||
      runsOn(left, right) ||
      (isFraction(right) && (isFraction(left) || endsInNumber(left)))
    ) {
      return `${a} \\cdot ${b}`
    }
    return isUpright(lastFactor(left)) || isUpright(firstFactor(right)) ? `${a} \\, ${b}` : `${a} ${b}`
  }

  #power(base: Ast, exponent: Ast): string {
    const raised = `^{${this.print(exponent)}}`
    const natural = exponent.kind === 'number' && /^\d+$/.test(exponent.text)
    if (base.kind === 'call' && natural && raisedOnTheName.test(base.fn)) {
      return this.#application(`${definitionOf(base.fn)!.tex}${raised}`, base.args)
    }
    const symbol =
      (base.kind === 'name' && this.#level(base) === Level.atom) ||
      base.kind === 'abs' ||
      (base.kind === 'number' && !numberTex(base.text).includes('^'))
    return `${symbol ? this.print(base) : parenthesised(this.print(base))}${raised}`
  }

  #call(ast: Ast & { readonly kind: 'call' }): string {
    const { fn, args } = ast
    const [x, y] = args
    const reduction = reductionFunctions.get(fn)
    if (reduction !== undefined)
      return `${reduction.tex[0]}${args.map((a) => this.print(a)).join(' , ')}${reduction.tex[1]}`
    if (fn === 'sqrt') return `\\sqrt{${this.print(x!)}}`
    if (fn === 'cbrt') return `\\sqrt[3]{${this.print(x!)}}`
    if (fn === 'exp' && !holdsFraction(x!)) return `e^{${this.print(x!)}}`
    if (fn === 'pow') return this.#power(x!, y!)
    if (fn === 'select') return this.#cases(ast)
    const fence = fences.get(fn)
    return fence === undefined
      ? this.#application(definitionOf(fn)!.tex, flatArguments(ast))
      : this.#fenced(fence, args)
  }

  #fenced([open, close]: readonly [string, string], args: readonly Ast[]): string {
    return `\\left${open} ${args.map((a) => this.print(a)).join(', ')} \\right${close}`
  }

  /** `\sin x`, but `\sin\left(x + y\right)`: only a single symbol goes without parentheses. */
  #application(fn: string, args: readonly Ast[]): string {
    const [only] = args
    if (args.length === 1 && only!.kind === 'name' && !isWord(only!.name)) return `${fn} ${this.print(only!)}`
    return `${fn}${parenthesised(args.map((a) => this.print(a)).join(', '))}`
  }

  /** An `if` in the last branch of an `if` is one more row. */
  #cases(ast: Ast & { readonly kind: 'call' }): string {
    const rows: string[] = []
    let rest: Ast = ast
    while (rest.kind === 'call' && rest.fn === 'select') {
      rows.push(`${this.print(rest.args[1]!)} & \\text{if } ${this.#condition(rest.args[0]!)}`)
      rest = rest.args[2]!
    }
    const layout = holdsFraction(ast, false) ? 'dcases' : 'cases'
    return `\\begin{${layout}} ${[...rows, `${this.print(rest)} & \\text{otherwise}`].join(' \\\\ ')} \\end{${layout}}`
  }

  /** Any number but 0 is true: a bare value, other than the flag that a single name is, is compared with 0. */
  #condition(ast: Ast): string {
    return levelOf(ast) === Level.comparison || ast.kind === 'name' ? this.print(ast) : `${this.print(ast)} \\ne 0`
  }
}

const parenthesised = (tex: string) => `\\left(${tex}\\right)`

/** `1e-3` is 10^{-3}. */
export function numberTex(text: string): string {
  const [mantissa, exponent] = text.toLowerCase().split('e')
  if (exponent === undefined) return text
  const power = `10^{${Number(exponent)}}`
  return Number(mantissa) === 1 ? power : `${mantissa} \\cdot ${power}`
}

const isFraction = (ast: Ast) => ast.kind === 'binary' && ast.op === 'div'
const isCall = (ast: Ast) => ast.kind === 'call'

/** Sums and comparisons, and cases, which would swallow what follows. */
const needsFence = (ast: Ast) => levelOf(ast) < Level.product || (isCall(ast) && ast.fn === 'select')

/** The factors that stand at the inner ends of a product. */
const lastFactor = (ast: Ast): Ast => (ast.kind === 'binary' && ast.op === 'mul' ? lastFactor(ast.right) : ast)
const firstFactor = (ast: Ast): Ast => (ast.kind === 'binary' && ast.op === 'mul' ? firstFactor(ast.left) : ast)

const isUpright = (ast: Ast): boolean =>
  (ast.kind === 'name' && isWord(ast.name)) || (ast.kind === 'binary' && ast.op === 'pow' && isUpright(ast.left))

/** `\sin x y` would be the sine of xy: only another function may follow a function without parentheses. */
function runsOn(left: Ast, right: Ast): boolean {
  const last = lastFactor(left)
  const open = last.kind === 'binary' && last.op === 'pow' ? last.left : last
  return isCall(open) && open.args.length === 1 && open.args[0]!.kind === 'name' && !isCall(firstFactor(right))
}

const endsInNumber = (ast: Ast) => lastFactor(ast).kind === 'number'

/** Whether it needs the height of a fraction, or of cases where `casesCount`. */
function holdsFraction(ast: Ast, casesCount = true): boolean {
  const holds = (part: Ast) => holdsFraction(part, casesCount)
  switch (ast.kind) {
    case 'number':
    case 'name':
      return false
    case 'negate':
    case 'abs':
      return holds(ast.of)
    case 'binary':
      return ast.op === 'div' || holds(ast.left) || holds(ast.right)
    case 'call':
      return (casesCount && ast.fn === 'select') || ast.args.some(holds)
  }
}
