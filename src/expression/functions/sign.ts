import type { Graph, NodeId } from '../graph'

const positiveFunctions: ReadonlySet<string> = new Set([
  'abs',
  'exp',
  'sqrt',
  'hypot',
  'cosh',
  'sigmoid',
  'relu',
  'softplus',
])

/**
 * True when the structure of the expression alone shows that it cannot be negative: sums, products, quotients and
 * maxima of squares, absolute values, exponentials and the like. False means "not seen", not "negative".
 */
export function isNonNegative(graph: Graph, id: NodeId): boolean {
  const op = graph.op(id)
  const [a, b] = graph.args(id)
  if (op === 'constant') return graph.value(id) >= 0
  if (positiveFunctions.has(op)) return true
  if (op === 'pow') return isEven(graph, b!) || isNonNegative(graph, a!)
  if (op === 'mul' && a === b) return true
  if (op === 'add' || op === 'mul' || op === 'div' || op === 'min')
    return isNonNegative(graph, a!) && isNonNegative(graph, b!)
  if (op === 'max') return isNonNegative(graph, a!) || isNonNegative(graph, b!)
  return false
}

const isEven = (graph: Graph, id: NodeId) => graph.isConstant(id) && graph.value(id) % 2 === 0
