import type { Ast } from '../ast'
import { evaluateFunction } from '../lowering/evaluate'
import { constants } from '../names'
import { reductionFunctions } from '../reductions'
import { mapParts } from './parts'

export type Known = ReadonlyMap<string, number>

/**
 * `ast` where names have the numbers `known`, without what these make pointless: branches of an `if` that are not taken,
 * terms that are 0, factors that are 1. Names that stay are not replaced. The value is the same for every finite input.
 */
export const settle = (ast: Ast, known: Known): Ast => withoutIdle(takenBranches(ast, known), known)

/** Without the branches of an `if` that are not taken, as far as `known` numbers tell. */
export function takenBranches(ast: Ast, known: Known): Ast {
  if (ast.kind === 'call' && ast.fn === 'select') {
    const [condition, yes, no] = ast.args
    const value = knownValue(condition!, known)
    if (value !== undefined) return takenBranches(value !== 0 ? yes! : no!, known)
  }
  return mapParts(ast, (part) => takenBranches(part, known))
}

function withoutIdle(whole: Ast, known: Known): Ast {
  const ast = mapParts(whole, (part) => withoutIdle(part, known))
  if (ast.kind === 'call' && ast.fn === 'select') return withoutIdleChoice(ast.args, known) ?? ast
  if (ast.kind !== 'binary') return ast
  const { op, left, right, span } = ast
  const [a, b] = [knownValue(left, known), knownValue(right, known)]
  switch (op) {
    case 'add':
      return a === 0 ? right : b === 0 ? left : ast
    case 'sub':
      return b === 0 ? left : a === 0 ? { kind: 'negate', of: right, span } : ast
    case 'mul':
      if (a === 0 || b === 0) return { kind: 'number', value: 0, text: '0', span }
      return isUnit(left, a) ? right : isUnit(right, b) ? left : ast
    case 'div':
      return (a === 0 && b !== 0) || isUnit(right, b) ? left : ast
    default:
      return ast
  }
}

/** What an `if` gives whichever branch it takes. */
function withoutIdleChoice([, yes, no]: readonly Ast[], known: Known): Ast | undefined {
  const value = knownValue(yes!, known)
  return value !== undefined && Object.is(value, knownValue(no!, known)) ? yes : undefined
}

/** A lone name that happens to be 1, such as a learning rate, is what the reader looks for. */
const isUnit = (factor: Ast, value: number | undefined) => value === 1 && factor.kind !== 'name'

/** The number that `ast` is, bit for bit as every executor computes it, where `known` and the constants are enough to tell. */
export function knownValue(ast: Ast, known: Known): number | undefined {
  const apply = (fn: string, args: readonly Ast[]) => {
    const values: number[] = []
    for (const arg of args) {
      const value = knownValue(arg, known)
      if (value === undefined) return undefined
      values.push(value)
    }
    return evaluateFunction(fn, values)
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
