import { type Graph, type NodeId, reachable } from '../graph'
import { SINC1, SINC2 } from '../lowering/coefficients'
import { polynomial } from '../lowering/polynomial'
import { SERIES_END } from '../lowering/trigonometric'

/**
 * `output` without the helpers that only derivatives use, which nobody can type: each becomes what it computes, operation
 * for operation, so that the value is the same in every bit. A formula that somebody typed has none and is returned as it is.
 */
export function spellHelpers(graph: Graph, output: NodeId): NodeId {
  const spelled = new Map<NodeId, NodeId>()
  for (const id of reachable(graph, [output])) {
    const args = graph.args(id).map((arg) => spelled.get(arg)!)
    const spell = spellings.get(graph.op(id))
    if (spell !== undefined) spelled.set(id, spell(graph, args[0]!))
    else if (args.every((arg, i) => arg === graph.args(id)[i])) spelled.set(id, id)
    else spelled.set(id, graph.apply(graph.op(id), ...args))
  }
  return spelled.get(output)!
}

type Spelling = (graph: Graph, x: NodeId) => NodeId

const operations = (graph: Graph) => {
  const binary = (op: string) => (a: NodeId, b: NodeId) => graph.apply(op, a, b)
  return {
    constant: (value: number) => graph.constant(value),
    add: binary('add'),
    sub: binary('sub'),
    mul: binary('mul'),
    div: binary('div'),
  }
}

/** 1/√((1 - x)(1 + x)). */
const asin1: Spelling = (graph, x) => {
  const { constant, add, sub, mul, div } = operations(graph)
  return div(constant(1), graph.apply('sqrt', mul(sub(constant(1), x), add(constant(1), x))))
}

/** (cos x - sin(x)/x)/x, which cancels near 0. */
const sincSlope: Spelling = (graph, x) => {
  const { sub, div } = operations(graph)
  return div(sub(graph.apply('cos', x), div(graph.apply('sin', x), x)), x)
}

const sinc1: Spelling = (graph, x) => {
  const p = operations(graph)
  return nearZero(graph, x, p.mul(x, polynomial(p, p.mul(x, x), SINC1)), sincSlope(graph, x))
}

const sinc2: Spelling = (graph, x) => {
  const p = operations(graph)
  const sum = p.add(graph.apply('sin', x), p.mul(p.constant(2), sincSlope(graph, x)))
  return nearZero(graph, x, polynomial(p, p.mul(x, x), SINC2), graph.apply('neg', p.div(sum, x)))
}

function nearZero(graph: Graph, x: NodeId, series: NodeId, closed: NodeId): NodeId {
  const isNear = graph.apply('lt', graph.apply('abs', x), graph.constant(SERIES_END))
  return graph.apply('select', isNear, series, closed)
}

const spellings: ReadonlyMap<string, Spelling> = new Map([
  ['asin1', asin1],
  ['sinc1', sinc1],
  ['sinc2', sinc2],
])
