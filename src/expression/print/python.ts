import type { Ast, BinaryOp } from '../ast'
import { evaluateFunction } from '../lowering/evaluate'
import { constants } from '../names'
import { reductionFunctions } from '../reductions'
import { chained, flatArguments, Level } from './levels'
import { CONDITIONAL, type Code, knownNumber, literal, operand, shapeOf } from './python-code'
import { type Library, pythonLibrary } from './python-functions'

/** What each name of the language stands for in Python. */
export type PythonScope = ReadonlyMap<string, Code>

/**
 * An expression as Python, in the arithmetic of `library`; what `scope` knows to be plain numbers is left to Python
 * itself. Throws RangeError for functions that the library lacks.
 */
export const printPython = (ast: Ast, scope: PythonScope, library: Library): Code =>
  new Printer(scope, library).print(ast)

/** The same where a number is needed: a condition counts 1 or 0. */
export const printPythonNumber: typeof printPython = (ast, scope, library) => new Printer(scope, library).number(ast)

const operators: Readonly<Record<BinaryOp, string>> = {
  add: ' + ',
  sub: ' - ',
  mul: ' * ',
  div: ' / ',
  pow: '**',
  lt: ' < ',
  le: ' <= ',
  gt: ' > ',
  ge: ' >= ',
  eq: ' == ',
  ne: ' != ',
}

/** The level of each operator's result, and the least of its operands: on the right one more, as they associate left. */
const levels = {
  sum: [Level.sum, Level.sum, Level.product],
  product: [Level.product, Level.product, Level.sign],
  power: [Level.power, Level.atom, Level.sign],
  comparison: [Level.comparison, Level.sum, Level.sum],
} as const

function levelsOf(op: BinaryOp): readonly [own: Level, left: Level, right: Level] {
  if (op === 'add' || op === 'sub') return levels.sum
  if (op === 'mul' || op === 'div') return levels.product
  return op === 'pow' ? levels.power : levels.comparison
}

class Printer {
  readonly #scope: PythonScope
  readonly #library: Library

  constructor(scope: PythonScope, library: Library) {
    this.#scope = scope
    this.#library = library
  }

  print(ast: Ast): Code {
    switch (ast.kind) {
      case 'number':
        return numberAsTyped(ast.text, ast.value)
      case 'name':
        return this.#scope.get(ast.name) ?? constantOf(ast.name)
      case 'negate':
        return this.#negate(this.number(ast.of))
      case 'abs':
        return this.#call('abs', [this.number(ast.of)])
      case 'binary':
        return this.#binary(ast.op, ast.left, ast.right)
      case 'call':
        if (ast.fn === 'select') return this.#choice(ast.args)
        if (reductionFunctions.has(ast.fn))
          return this.#reduction(
            ast.fn,
            ast.args.map((arg) => this.number(arg)),
          )
        return this.#call(
          ast.fn,
          flatArguments(ast).map((arg) => this.number(arg)),
        )
    }
  }

  /** `ast` where a number is needed: a condition counts 1 or 0. */
  number(ast: Ast): Code {
    const code = this.print(ast)
    if (!code.isCondition) return code
    const library = code.shape === 'number' ? pythonLibrary : this.#library
    const { isCondition: _, ...rest } = code
    return { ...rest, ...library.asNumber([code]) }
  }

  #negate(of: Code): Code {
    const text = `-${operand(of, Level.power)}`
    if (of.value !== undefined) return knownNumber(text, Level.sign, -of.value)
    return { text, level: Level.sign, shape: of.shape }
  }

  #binary(op: BinaryOp, leftAst: Ast, rightAst: Ast): Code {
    const [left, right] = [this.number(leftAst), this.number(rightAst)]
    // e^x is meant as exp x.
    if (op === 'pow' && left.value === Math.E) return this.#call('exp', [right])
    const [level, leastLeft, leastRight] = levelsOf(op)
    const [a, b] = [operand(left, leastLeft), operand(right, leastRight)]
    const isSpaced = op === 'pow' && !(isSimple(a) && isSimple(b))
    const text = `${a}${isSpaced ? ' ** ' : operators[op]}${b}`
    const isCondition = level === Level.comparison
    if (left.value === undefined || right.value === undefined) {
      return { text, level, shape: shapeOf([left, right]), ...(isCondition && { isCondition }) }
    }
    const value = evaluateFunction(op, [left.value, right.value])
    return isCondition ? { text, level, shape: 'number', value, isCondition } : knownNumber(text, level, value)
  }

  #choice([conditionAst, yesAst, noAst]: readonly Ast[]): Code {
    const condition = this.#condition(conditionAst!)
    const [yes, no] = [this.number(yesAst!), this.number(noAst!)]
    const shape = shapeOf([condition, yes, no])
    // One number for all coordinates on one side only: `where` spreads it.
    if (condition.shape === 'array' || (shape === 'array' && yes.shape !== no.shape)) {
      return { ...this.#library.where([condition, yes, no]), shape }
    }
    const text = `${operand(yes, Level.comparison)} if ${operand(condition, Level.comparison)} else ${operand(no, CONDITIONAL)}`
    if (shape !== 'number') return { text, level: CONDITIONAL, shape }
    return knownNumber(text, CONDITIONAL, (condition.value !== 0 ? yes.value : no.value)!)
  }

  /** `ast` where a condition is needed: any number but 0 is true. */
  #condition(ast: Ast): Code {
    const code = this.print(ast)
    if (code.isCondition) return code
    const { shape, value } = code
    const text = `${operand(code, Level.sum)} != 0`
    return {
      text,
      level: Level.comparison,
      shape,
      isCondition: true,
      ...(value !== undefined && { value: Number(value !== 0) }),
    }
  }

  #call(fn: string, args: readonly Code[]): Code {
    const shape = shapeOf(args)
    if (shape === 'number') return knownCall(fn, args)
    // Python's own function knows every kind of number.
    if (fn === 'abs') return { text: `abs(${args[0]!.text})`, level: Level.atom, shape }
    const write = this.#library.functions.get(fn)
    if (write === undefined) throw new RangeError(`${fn} cannot be written in Python`)
    return { ...write(args), shape }
  }

  /** Across coordinates: a value that they share counts once for each of the two. */
  #reduction(fn: string, args: readonly Code[]): Code {
    const whole = args.map((arg) => (arg.shape === 'array' ? arg : { ...arg, text: `np.full(2, ${arg.text})` }))
    const [a, b] = whole
    if (fn === 'dot') return { text: `np.dot(${a!.text}, ${b!.text})`, level: Level.atom, shape: 'scalar' }
    const text = fn === 'norm' ? `np.linalg.norm(${a!.text})` : `np.abs(${a!.text}).sum()`
    return { text, level: Level.atom, shape: 'scalar' }
  }
}

/** Black's rule: no blanks around `**` between names and numbers. */
const isSimple = (text: string) => /^-?[\w.]+$/.test(text)

const numbers: ReadonlyMap<string, string> = new Map([
  ['pi', 'math.pi'],
  ['e', 'math.e'],
  ['tau', 'math.tau'],
])

const constantOf = (name: string): Code => ({
  text: numbers.get(name)!,
  level: Level.atom,
  shape: 'number',
  value: constants.get(name)!,
})

/** As somebody typed it, where Python reads it the same. */
const numberAsTyped = (text: string, value: number): Code =>
  /^(0|[1-9]\d*|\d*\.\d+|\d+\.)([eE][+-]?\d+)?$/.test(text) && !literal(value).text.startsWith('math.')
    ? knownNumber(text, Level.atom, value)
    : literal(value)

/** A function of plain numbers; one that Python's `math` does not have is worked out here. */
function knownCall(fn: string, args: readonly Code[]): Code {
  const values = args.map(({ value }) => value!)
  const value =
    values.length > 1 && chained.has(fn)
      ? values.reduce((a, b) => evaluateFunction(fn, [a, b]))
      : evaluateFunction(fn, values)
  if (fn === 'abs') return knownNumber(`abs(${args[0]!.text})`, Level.atom, value)
  const call = pythonLibrary.functions.get(fn)?.(args)
  return call === undefined ? literal(value) : knownNumber(call.text, call.level, value)
}
