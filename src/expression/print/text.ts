import type { Ast, BinaryOp, Statement } from '../ast'
import { callables } from '../functions'
import type { Graph, NodeId } from '../graph'
import { reductionFunctions } from '../reductions'
import { flatArguments, Level, levelOf } from './levels'
import { statementsOf } from './statements'

/**
 * A node as text of the language: parsing it into the same graph gives the same node, and numbers keep every bit. Shared
 * sub-expressions become lines of their own. Throws RangeError for what only derivatives may hold and nobody can type.
 */
export const printText = (graph: Graph, output: NodeId): string => printStatements(statementsOf(graph, output))

/** Lines as text, with as few parentheses as give the same reading. */
export const printStatements = (statements: readonly Statement[]): string => statements.map(printStatement).join('\n')

export const printStatement = ({ name, value }: Pick<Statement, 'name' | 'value'>): string =>
  name === undefined ? printAst(value) : `${name} = ${printAst(value)}`

export function printAst(ast: Ast): string {
  switch (ast.kind) {
    case 'number':
      return ast.text
    case 'name':
      return ast.name
    case 'negate':
      return `-${operand(ast.of, Level.sign)}`
    case 'abs':
      return `abs(${printAst(ast.of)})`
    case 'binary':
      return printBinary(ast.op, ast.left, ast.right)
    case 'call':
      return `${typedName(ast.fn)}(${flatArguments(ast).map(printAst).join(', ')})`
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
function printBinary(op: BinaryOp, left: Ast, right: Ast): string {
  const [least, mostRight] = operandLevels(op)
  return `${operand(left, least)}${operators[op]}${operand(right, mostRight)}`
}

function operandLevels(op: BinaryOp): readonly [left: Level, right: Level] {
  if (op === 'pow') return [Level.atom, Level.sign]
  if (op === 'mul' || op === 'div') return [Level.product, Level.sign]
  if (op === 'add' || op === 'sub') return [Level.sum, Level.product]
  return [Level.sum, Level.sum]
}

const operand = (ast: Ast, least: Level): string => (levelOf(ast) >= least ? printAst(ast) : `(${printAst(ast)})`)

function typedName(fn: string): string {
  if (fn === 'select') return 'if'
  if (callables.has(fn) || reductionFunctions.has(fn)) return fn
  throw new RangeError(`${fn} is a helper of derivatives that the language has no name for`)
}
