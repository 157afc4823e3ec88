import type { Graph, NodeId } from '../graph'
import { builder, type FunctionTable, nary, unary } from './definition'
import { isNonNegative } from './sign'

/**
 * d x^n / dx = n x^(n-1). At a cone's tip (n < 1 over a base that cannot be negative, base 0) the slope is the
 * subgradient 0, so that a climber who stands there stays.
 */
function powerBackward(graph: Graph, seed: NodeId, [x, n]: readonly NodeId[], self: NodeId): (NodeId | undefined)[] {
  const { k, op } = builder(graph)
  if (graph.isConstant(n!)) {
    const exponent = graph.value(n!)
    const slope = op('mul', n!, op('pow', x!, k(exponent - 1)))
    const tip = exponent < 1 && !Number.isInteger(exponent) && isNonNegative(graph, x!)
    return [op('mul', seed, tip ? op('select', op('eq', x!, k(0)), k(0), slope) : slope), undefined]
  }
  const slope = op('mul', n!, op('pow', x!, op('sub', n!, k(1))))
  const byBase = op('mul', seed, op('select', op('eq', n!, k(0)), k(0), slope))
  const growth = op('mul', self, op('log', x!))
  const guarded = graph.isConstant(x!) ? growth : op('select', op('eq', x!, k(0)), k(0), growth)
  return [byBase, op('mul', seed, guarded)]
}

export const arithmetic: FunctionTable = [
  ['add', nary(2, (_, seed) => [seed, seed], '+', { typed: false })],
  ['sub', nary(2, (g, seed) => [seed, g.apply('neg', seed)], '-', { glyph: '−', typed: false })],
  [
    'mul',
    nary(2, (g, seed, [a, b]) => [g.apply('mul', seed, b!), g.apply('mul', seed, a!)], '\\cdot', {
      glyph: '×',
      typed: false,
    }),
  ],
  [
    'div',
    nary(
      2,
      (g, seed, [, b], self) => {
        const share = g.apply('div', seed, b!)
        return [share, g.apply('neg', g.apply('mul', share, self))]
      },
      '/',
      { glyph: '÷', typed: false },
    ),
  ],
  ['neg', { ...unary(null, '-', { glyph: '−', typed: false }), backward: (g, seed) => [g.apply('neg', seed)] }],
  ['pow', nary(2, powerBackward, '\\operatorname{pow}', { glyph: 'xⁿ' })],
  [
    'sqrt',
    unary(
      (graph, x, self) => {
        const { k, op } = builder(graph)
        const slope = op('div', k(0.5), self)
        return isNonNegative(graph, x) ? op('select', op('eq', self, k(0)), k(0), slope) : slope
      },
      '\\sqrt',
      { glyph: '√' },
    ),
  ],
  [
    'cbrt',
    unary(
      (graph, _x, self) => {
        const { k, op } = builder(graph)
        return op('div', k(1 / 3), op('mul', self, self))
      },
      '\\sqrt[3]',
      { glyph: '∛' },
    ),
  ],
  [
    'hypot',
    nary(
      2,
      (graph, seed, args, self) => {
        const { k, op } = builder(graph)
        const tip = op('eq', self, k(0))
        return args.map((a) => op('mul', seed, op('select', tip, k(0), op('div', a, self))))
      },
      '\\operatorname{hypot}',
    ),
  ],
]
