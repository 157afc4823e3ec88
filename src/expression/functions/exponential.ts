import type { Graph, NodeId } from '../graph'
import { builder, type FunctionTable, unary } from './definition'

/** slope = constant / x */
const reciprocal = (factor: number) => (graph: Graph, x: NodeId) => graph.apply('div', graph.constant(factor), x)

export const exponential: FunctionTable = [
  ['exp', unary((_graph, _x, self) => self, '\\exp')],
  ['log', unary(reciprocal(1), '\\ln', { glyph: 'ln' })],
  ['log2', unary(reciprocal(Math.LOG2E), '\\log_{2}', { glyph: 'log₂' })],
  ['log10', unary(reciprocal(Math.LOG10E), '\\log_{10}', { glyph: 'log₁₀' })],
  ['sinh', unary((g, x) => g.apply('cosh', x), '\\sinh')],
  ['cosh', unary((g, x) => g.apply('sinh', x), '\\cosh')],
  // 1/cosh², not 1 - tanh²: no cancellation where tanh is nearly 1.
  ['tanh', unary((g, x) => sechSquared(g, x), '\\tanh')],
  [
    'asinh',
    unary((g, x) => g.apply('div', g.constant(1), g.apply('hypot', g.constant(1), x)), '\\operatorname{arsinh}'),
  ],
  ['acosh', unary(acoshSlope, '\\operatorname{arcosh}')],
  ['atanh', unary((g, x) => g.apply('div', g.constant(1), oneMinusSquare(g, x)), '\\operatorname{artanh}')],
  // s(x) s(-x), not s (1 - s): no cancellation where s is nearly 1.
  [
    'sigmoid',
    unary((g, x, self) => g.apply('mul', self, g.apply('sigmoid', g.apply('neg', x))), '\\sigma', {
      glyph: 'σ',
    }),
  ],
  ['softplus', unary((g, x) => g.apply('sigmoid', x), '\\operatorname{softplus}')],
]

/** 1 - x² as (1-x)(1+x), exact near ±1. */
function oneMinusSquare(graph: Graph, x: NodeId): NodeId {
  const { k, op } = builder(graph)
  return op('mul', op('sub', k(1), x), op('add', k(1), x))
}

function sechSquared(graph: Graph, x: NodeId): NodeId {
  const { k, op } = builder(graph)
  const sech = op('div', k(1), op('cosh', x))
  return op('mul', sech, sech)
}

function acoshSlope(graph: Graph, x: NodeId): NodeId {
  const { k, op } = builder(graph)
  return op('div', k(1), op('mul', op('sqrt', op('sub', x, k(1))), op('sqrt', op('add', x, k(1)))))
}
