import type { Graph, NodeId } from '../graph'
import { builder, type FunctionTable, nary, unary } from './definition'

export const trigonometric: FunctionTable = [
  ['sin', unary((g, x) => g.apply('cos', x), '\\sin')],
  ['cos', unary((g, x) => g.apply('neg', g.apply('sin', x)), '\\cos')],
  ['tan', unary((g, _x, self) => onePlusSquare(g, self), '\\tan')],
  ['sec', unary((g, x, self) => g.apply('mul', self, g.apply('tan', x)), '\\sec')],
  ['csc', unary((g, x, self) => g.apply('neg', g.apply('mul', self, g.apply('cot', x))), '\\csc')],
  ['cot', unary((g, _x, self) => g.apply('neg', onePlusSquare(g, self)), '\\cot')],
  ['asin', unary((g, x) => g.apply('asin1', x), '\\arcsin')],
  ['acos', unary((g, x) => g.apply('neg', g.apply('asin1', x)), '\\arccos')],
  // The slope of asin by itself, so that its own slope x s³ is infinite, not NaN, at ±1.
  ['asin1', unary(asinCurvature, "\\arcsin'", { typed: false })],
  ['atan', unary((g, x) => g.apply('div', g.constant(1), onePlusSquare(g, x)), '\\arctan')],
  ['atan2', nary(2, atan2Backward, '\\operatorname{atan2}')],
]

function onePlusSquare(graph: Graph, x: NodeId): NodeId {
  return graph.apply('add', graph.constant(1), graph.apply('pow', x, graph.constant(2)))
}

function asinCurvature(graph: Graph, x: NodeId, self: NodeId): NodeId {
  return graph.apply('mul', x, graph.apply('pow', self, graph.constant(3)))
}

/** (x, -y) / r², divided by r twice so that r² can neither overflow nor underflow. */
function atan2Backward(graph: Graph, seed: NodeId, [y, x]: readonly NodeId[]): NodeId[] {
  const { op } = builder(graph)
  const r = op('hypot', x!, y!)
  const over = (a: NodeId) => op('div', op('div', a, r), r)
  return [op('mul', seed, over(x!)), op('neg', op('mul', seed, over(y!)))]
}
