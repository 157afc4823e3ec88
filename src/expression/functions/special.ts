import type { Graph, NodeId } from '../graph'
import { builder, type FunctionTable, unary } from './definition'

export const special: FunctionTable = [
  ['erf', unary(erfSlope, '\\operatorname{erf}')],
  ['sinc', unary((g, x) => g.apply('sinc1', x), '\\operatorname{sinc}')],
  ['sinc1', unary((g, x) => g.apply('sinc2', x), "\\operatorname{sinc}'", { typed: false })],
  ['sinc2', unary(sinc2Slope, "\\operatorname{sinc}''", { typed: false })],
]

function erfSlope(graph: Graph, x: NodeId): NodeId {
  const { k, op } = builder(graph)
  return op('mul', k(2 / Math.sqrt(Math.PI)), op('exp', op('neg', op('pow', x, k(2)))))
}

/** sinc''' = -sinc' - 2 sinc''/x + 2 sinc'/x², 0 at 0. */
function sinc2Slope(graph: Graph, x: NodeId): NodeId {
  const { k, op } = builder(graph)
  const first = op('sinc1', x)
  const second = op('div', op('mul', k(2), op('sub', op('sinc2', x), op('div', first, x))), x)
  return op('select', op('eq', x, k(0)), k(0), op('neg', op('add', first, second)))
}
