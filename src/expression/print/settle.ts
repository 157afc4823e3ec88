import type { Ast } from '../ast'
import { evaluateFunction } from '../lowering/evaluate'
import { constants } from '../names'
import { reductionFunctions } from '../reductions'

/**
 * `ast` where names have the numbers `known`, without what these make pointless: the branch of an `if` that is not taken,
 * terms that are 0, factors that are 1. Names that stay are not replaced. The value is the same for every finite input.
 */
export function settle(ast: Ast, known: ReadonlyMap<string, number>): Ast {
  switch (ast.kind) {
    case 'number':
    case 'name':
      return ast
    case 'negate':
    case 'abs':
      return { ...ast, of: settle(ast.of, known) }
    case 'binary':
      return settleBinary({ ...ast, left: settle(ast.left, known), right: settle(ast.right, known) }, known)
    case 'call':
      return settleCall(ast, known)
  }
}

type Binary = Ast & { readonly kind: 'binary' }
type Call = Ast & { readonly kind: 'call' }

function settleBinary(ast: Binary, known: ReadonlyMap<string, number>): Ast {
  const { op, left, right, span } = ast
  const [a, b] = [knownValue(left, known), knownValue(right, known)]
  // A lone name that happens to be 1, such as a learning rate, is what the reader looks for.
  const isUnit = (value: number | undefined, factor: Ast) => value === 1 && factor.kind !== 'name'
  switch (op) {
    case 'add':
      return a === 0 ? right : b === 0 ? left : ast
    case 'sub':
      return b === 0 ? left : a === 0 ? { kind: 'negate', of: right, span } : ast
    case 'mul':
      if (a === 0 || b === 0) return { kind: 'number', value: 0, text: '0', span }
      return isUnit(a, left) ? right : isUnit(b, right) ? left : ast
    case 'div':
      return a === 0 && b !== 0 ? left : isUnit(b, right) ? left : ast
    default:
      return ast
  }
}

function settleCall(ast: Call, known: ReadonlyMap<string, number>): Ast {
  const condition = ast.fn === 'select' ? knownValue(ast.args[0]!, known) : undefined
  if (condition !== undefined) return settle(ast.args[condition !== 0 ? 1 : 2]!, known)
  return { ...ast, args: ast.args.map((arg) => settle(arg, known)) }
}

/** Its number, where `known` and the constants are enough to tell. */
function knownValue(ast: Ast, known: ReadonlyMap<string, number>): number | undefined {
  const apply = (fn: string, args: readonly Ast[]) => {
    const values = args.map((arg) => knownValue(arg, known))
    return values.every((value) => value !== undefined) ? evaluateFunction(fn, values) : undefined
  }
  switch (ast.kind) {
    case 'number':
      return ast.value
    case 'name':
      return known.get(ast.name) ?? constants.get(ast.name)
    case 'negate':
      return apply('neg', [ast.of])
    case 'abs':
      return apply('abs', [ast.of])
    case 'binary':
      return apply(ast.op, [ast.left, ast.right])
    case 'call':
      return reductionFunctions.has(ast.fn) ? undefined : apply(ast.fn, ast.args)
  }
}
