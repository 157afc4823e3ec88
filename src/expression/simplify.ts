import type { Graph, NodeId } from './graph'
import { evaluateFunction } from './lowering/evaluate'

/**
 * A node equal to `op(args)` that is simpler, or undefined.
 *
 * Only identities that hold for every double, in every bit, are used. `x * 0`, `x - x` and `x / x` stay: they are NaN
 * where x is not finite, and hiding that would hide where a formula is undefined. So do `x + 0` and `0 - x`: they make
 * -0 of x = -0 and 0 a 0, and 1/x tells the two apart. (An exponent that simplifies to an integer is multiplied out, see
 * `lowering/functions.ts`.)
 */
export function simplify(graph: Graph, op: string, args: readonly NodeId[]): NodeId | undefined {
  if (args.length > 0 && args.every((id) => graph.isConstant(id))) {
    return graph.constant(
      evaluateFunction(
        op,
        args.map((id) => graph.value(id)),
      ),
    )
  }
  return rules.get(op)?.(graph, args[0]!, args[1]!, args[2]!)
}

type Rule = (graph: Graph, a: NodeId, b: NodeId, c: NodeId) => NodeId | undefined

const isZero = (graph: Graph, id: NodeId) => graph.isConstant(id, 0) || graph.isConstant(id, -0)

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    'add',
    (g, a, b) => {
      if (g.isConstant(a, -0)) return b
      if (g.isConstant(b, -0)) return a
      if (g.op(b) === 'neg') return g.apply('sub', a, g.args(b)[0]!)
      return undefined
    },
  ],
  [
    'sub',
    (g, a, b) => {
      if (g.isConstant(b, 0)) return a
      if (g.isConstant(a, -0)) return g.apply('neg', b)
      if (g.op(b) === 'neg') return g.apply('add', a, g.args(b)[0]!)
      return undefined
    },
  ],
  [
    'mul',
    (g, a, b) => {
      if (g.isConstant(a, 1)) return b
      if (g.isConstant(b, 1)) return a
      if (g.isConstant(a, -1)) return g.apply('neg', b)
      if (g.isConstant(b, -1)) return g.apply('neg', a)
      return undefined
    },
  ],
  ['div', (g, a, b) => (g.isConstant(b, 1) ? a : g.isConstant(b, -1) ? g.apply('neg', a) : undefined)],
  ['neg', (g, a) => (g.op(a) === 'neg' ? g.args(a)[0] : undefined)],
  ['pow', (g, a, b) => (isZero(g, b) ? g.constant(1) : g.isConstant(b, 1) ? a : undefined)],
  ['abs', (g, a) => (g.op(a) === 'abs' ? a : g.op(a) === 'neg' ? g.apply('abs', g.args(a)[0]!) : undefined)],
  [
    'select',
    (g, condition, a, b) => {
      if (a === b) return a
      if (!g.isConstant(condition)) return undefined
      return g.value(condition) !== 0 ? a : b
    },
  ],
])
