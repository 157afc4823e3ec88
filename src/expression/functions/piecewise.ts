import type { Graph, NodeId } from '../graph'
import { builder, type FunctionDefinition, type FunctionTable, nary, unary } from './definition'

/** Kinks follow PyTorch: the slope of |x|, relu and sign at 0 is 0, and a tie of min or max is shared half and half. */
export const piecewise: FunctionTable = [
  ['abs', unary((g, x) => g.apply('sign', x), '\\operatorname{abs}', { glyph: '|x|' })],
  ['sign', unary(null, '\\operatorname{sign}')],
  ['relu', unary((g, x) => g.apply('gt', x, g.constant(0)), '\\operatorname{relu}')],
  ['step', unary(null, '\\operatorname{step}')],
  ['floor', unary(null, '\\operatorname{floor}')],
  ['ceil', unary(null, '\\operatorname{ceil}')],
  ['round', unary(null, '\\operatorname{round}')],
  ['min', extremum('lt', '\\min')],
  ['max', extremum('gt', '\\max')],
  ['clamp', nary(3, clampBackward, '\\operatorname{clamp}')],
  ['lt', comparison('<')],
  ['le', comparison('\\le', '≤')],
  ['gt', comparison('>')],
  ['ge', comparison('\\ge', '≥')],
  ['eq', comparison('=')],
  ['ne', comparison('\\ne', '≠')],
  // `backward` is not used: differentiation takes each branch by itself, so that the other can never spoil it.
  ['select', nary(3, () => [], '\\operatorname{if}', { glyph: 'if', typed: false })],
]

function comparison(tex: string, glyph = tex): FunctionDefinition {
  return nary(2, () => [], tex, { glyph, typed: false })
}

function extremum(wins: 'lt' | 'gt', tex: string): FunctionDefinition {
  const backward = (graph: Graph, seed: NodeId, [a, b]: readonly NodeId[]) => {
    const { k, op } = builder(graph)
    const tie = op('select', op('eq', a!, b!), k(0.5), k(0))
    const share = (mine: NodeId, other: NodeId) => op('mul', seed, op('select', op(wins, mine, other), k(1), tie))
    return [share(a!, b!), share(b!, a!)]
  }
  return nary(2, backward, tex)
}

function clampBackward(graph: Graph, seed: NodeId, [x, lo, hi]: readonly NodeId[]): NodeId[] {
  const { k, op } = builder(graph)
  const below = op('lt', x!, lo!)
  const above = op('gt', x!, hi!)
  const inside = op('select', below, k(0), op('select', above, k(0), k(1)))
  return [op('mul', seed, inside), op('mul', seed, below), op('mul', seed, above)]
}
