import type { Ast, BinaryOp, Statement } from '../ast'
import { callables } from '../functions'
import type { Graph, NodeId } from '../graph'
import { reductionFunctions } from '../reductions'
import { flatArguments, Level, levelOf } from './levels'
import { spellHelpers } from './spell-helpers'
import { statementsOf } from './statements'

/**
 * A node as text of the language: parsing it into the same graph, with the same names, gives the same node, and numbers
 * keep every bit. Shared sub-expressions become lines of their own. The text of what can be typed is never longer than
 * `limits.printed`. What only derivatives may hold is spelled out by what can be typed, equal in every bit.
 * Throws RangeError where a derivative needs a function whose every name is taken by an input.
 */
export function printText(graph: Graph, output: NodeId): string {
  const taken = inputNames(graph)
  return statementsOf(graph, spellHelpers(graph, output))
    .map((statement) => printStatement(statement, taken))
    .join('\n')
}

/** What means an input to a reader of this graph, whether the node reads it or not. */
function inputNames(graph: Graph): ReadonlySet<string> {
  const names = new Set<string>()
  for (let id = 0; id < graph.size; id++) if (graph.op(id) === 'input') names.add(graph.name(id))
  return names
}

const none: ReadonlySet<string> = new Set()

export const printStatement = ({ name, value }: Pick<Statement, 'name' | 'value'>, taken = none): string =>
  name === undefined ? printAst(value, taken) : `${name} = ${printAst(value, taken)}`

/** With as few parentheses as give the same reading, where the names `taken` stand for values and no functions. */
export function printAst(ast: Ast, taken = none): string {
  const print = (part: Ast) => printAst(part, taken)
  const operand = (part: Ast, least: Level) => (levelOf(part) >= least ? print(part) : `(${print(part)})`)
  switch (ast.kind) {
    case 'number':
      return ast.text
    case 'name':
      return ast.name
    case 'negate':
      return `-${operand(ast.of, Level.sign)}`
    case 'abs':
      return taken.has('abs') ? `|(${print(ast.of)})|` : `abs(${print(ast.of)})`
    case 'binary': {
      const [left, right] = operandLevels(ast.op)
      return `${operand(ast.left, left)}${operators[ast.op]}${operand(ast.right, right)}`
    }
    case 'call':
      return `${typedName(ast.fn, taken)}(${flatArguments(ast).map(print).join(', ')})`
  }
}

const operators: Readonly<Record<BinaryOp, string>> = {
  add: ' + ',
  sub: ' - ',
  mul: '*',
  div: '/',
  pow: '^',
  lt: ' < ',
  le: ' <= ',
  gt: ' > ',
  ge: ' >= ',
  eq: ' == ',
  ne: ' != ',
}

/** The least levels that the operands of each operator may have: on the right one more, as operators associate left. */
function operandLevels(op: BinaryOp): readonly [left: Level, right: Level] {
  if (op === 'pow') return [Level.atom, Level.sign]
  if (op === 'mul' || op === 'div') return [Level.product, Level.sign]
  if (op === 'add' || op === 'sub') return [Level.sum, Level.product]
  return [Level.sum, Level.sum]
}

/** A name by which a function can be called: its own, or `ln` where `log` is a parameter. */
function typedName(fn: string, taken: ReadonlySet<string>): string {
  if (reductionFunctions.has(fn)) return fn
  for (const [name, meant] of callables) if (meant === fn && !taken.has(name)) return name
  throw new RangeError(
    `nothing that can be typed here means ${fn}: helpers are spelled out, names of inputs hide functions`,
  )
}
