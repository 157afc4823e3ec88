import type { Graph, NodeId } from '../graph'
import { builder, type FunctionDefinition, type FunctionTable, nary, unary } from './definition'

/** Kinks follow PyTorch: the slope of |x|, relu and sign at 0 is 0, and a tie of min or max is shared half and half. */
export const piecewise: FunctionTable = [
  ['abs', unary(Math.abs, (g, x) => g.apply('sign', x), '\\operatorname{abs}', { glyph: '|x|' })],
  ['sign', unary(Math.sign, null, '\\operatorname{sign}')],
  [
    'relu',
    unary(
      (x) => (x > 0 ? x : x * 0),
      (g, x) => g.apply('gt', x, g.constant(0)),
      '\\operatorname{relu}',
    ),
  ],
  ['step', unary((x) => (x >= 0 ? 1 : 0), null, '\\operatorname{step}')],
  ['floor', unary(Math.floor, null, '\\operatorname{floor}')],
  ['ceil', unary(Math.ceil, null, '\\operatorname{ceil}')],
  ['round', unary(roundHalfEven, null, '\\operatorname{round}')],
  ['min', extremum(Math.min as (...args: number[]) => number, 'lt', '\\min')],
  ['max', extremum(Math.max as (...args: number[]) => number, 'gt', '\\max')],
  ['clamp', nary(3, (x, lo, hi) => Math.min(Math.max(x!, lo!), hi!), clampBackward, '\\operatorname{clamp}')],
  ['lt', comparison((a, b) => a < b, '<')],
  ['le', comparison((a, b) => a <= b, '\\le', '≤')],
  ['gt', comparison((a, b) => a > b, '>')],
  ['ge', comparison((a, b) => a >= b, '\\ge', '≥')],
  ['eq', comparison((a, b) => a === b, '=')],
  ['ne', comparison((a, b) => a !== b, '\\ne', '≠')],
  // `backward` is not used: differentiation takes each branch by itself, so that the other can never spoil it.
  [
    'select',
    nary(
      3,
      (c, a, b) => (c !== 0 ? a! : b!),
      () => [],
      '\\operatorname{if}',
      { glyph: 'if', typed: false },
    ),
  ],
]

function comparison(test: (a: number, b: number) => boolean, tex: string, glyph = tex): FunctionDefinition {
  return nary(
    2,
    (a, b) => (test(a!, b!) ? 1 : 0),
    () => [],
    tex,
    { glyph, typed: false },
  )
}

function extremum(evaluate: (...args: number[]) => number, wins: 'lt' | 'gt', tex: string): FunctionDefinition {
  const backward = (graph: Graph, seed: NodeId, [a, b]: readonly NodeId[]) => {
    const { k, op } = builder(graph)
    const tie = op('select', op('eq', a!, b!), k(0.5), k(0))
    const share = (mine: NodeId, other: NodeId) => op('mul', seed, op('select', op(wins, mine, other), k(1), tie))
    return [share(a!, b!), share(b!, a!)]
  }
  return nary(2, evaluate, backward, tex)
}

function clampBackward(graph: Graph, seed: NodeId, [x, lo, hi]: readonly NodeId[]): NodeId[] {
  const { k, op } = builder(graph)
  const below = op('lt', x!, lo!)
  const above = op('gt', x!, hi!)
  const inside = op('select', below, k(0), op('select', above, k(0), k(1)))
  return [op('mul', seed, inside), op('mul', seed, below), op('mul', seed, above)]
}

/** To the nearest integer, ties to even, as IEEE 754 and torch round. */
function roundHalfEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}
