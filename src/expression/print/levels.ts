import type { Ast, BinaryOp } from '../ast'

/** How tightly the outermost operation of an expression binds; an operand that binds less needs parentheses. */
export const Level = { comparison: 0, sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const
export type Level = (typeof Level)[keyof typeof Level]

const ofOperator: Readonly<Record<BinaryOp, Level>> = {
  add: Level.sum,
  sub: Level.sum,
  mul: Level.product,
  div: Level.product,
  pow: Level.power,
  lt: Level.comparison,
  le: Level.comparison,
  gt: Level.comparison,
  ge: Level.comparison,
  eq: Level.comparison,
  ne: Level.comparison,
}

export function levelOf(ast: Ast): Level {
  if (ast.kind === 'binary') return ofOperator[ast.op]
  return ast.kind === 'negate' ? Level.sign : Level.atom
}

/** Operators of the graph that an Ast writes between its operands. */
export const isBinaryOp = (op: string): op is BinaryOp => Object.hasOwn(ofOperator, op)

/** The arguments of `min(min(a, b), c)` as `min(a, b, c)`, for the functions that may be given more than two. */
export function flatArguments(ast: Ast & { readonly kind: 'call' }): readonly Ast[] {
  if (!chained.has(ast.fn)) return ast.args
  const last: Ast[] = []
  let first: Ast = ast
  while (first.kind === 'call' && first.fn === ast.fn) {
    last.unshift(first.args[1]!)
    first = first.args[0]!
  }
  return [first, ...last]
}

/** Functions of two arguments that may be given more. */
export const chained: ReadonlySet<string> = new Set(['min', 'max', 'hypot'])
