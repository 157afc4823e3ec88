import { type Graph, type NodeId, reachable } from '../../expression'
import type { Landscape } from '../fleet'

/** Where a node's values lie, roughly; undefined where they may be anything, NaN included. */
type Range = readonly [low: number, high: number] | undefined
type Rule = (args: readonly (readonly [number, number])[], exponent: number | undefined) => Range

/** Far below the largest double: rounding on the way does not matter. */
const LIMIT = 2 ** 1000

const within = (low: number, high: number): Range => (Math.max(-low, high) <= LIMIT ? [low, high] : undefined)
const hull = (...values: number[]): Range => within(Math.min(...values), Math.max(...values))
const always =
  (low: number, high: number): Rule =>
  () => [low, high]

const powerRange: Rule = ([base], exponent) => {
  if (exponent === undefined || !Number.isInteger(exponent) || exponent < 0) return undefined
  const [low, high] = base!
  const ends = hull(low ** exponent, high ** exponent)
  return exponent % 2 === 0 && low < 0 && high > 0 && ends !== undefined ? [0, ends[1]] : ends
}

/** Functions that are finite on every finite argument, and a few that are where their argument has the right sign. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['add', ([a, b]) => within(a![0] + b![0], a![1] + b![1])],
  ['sub', ([a, b]) => within(a![0] - b![1], a![1] - b![0])],
  ['mul', ([a, b]) => hull(a![0] * b![0], a![0] * b![1], a![1] * b![0], a![1] * b![1])],
  [
    'div',
    ([a, b]) => (b![0] > 0 || b![1] < 0 ? hull(a![0] / b![0], a![0] / b![1], a![1] / b![0], a![1] / b![1]) : undefined),
  ],
  ['neg', ([a]) => [-a![1], -a![0]]],
  ['abs', ([a]) => [Math.max(0, a![0], -a![1]), Math.max(-a![0], a![1])]],
  ['pow', powerRange],
  ['exp', ([a]) => within(0, Math.exp(a![1]))],
  ['sqrt', ([a]) => (a![0] >= 0 ? [0, Math.sqrt(a![1])] : undefined)],
  ['sin', always(-1, 1)],
  ['cos', always(-1, 1)],
  ['tanh', always(-1, 1)],
  ['sigmoid', always(0, 1)],
  ['erf', always(-1, 1)],
  ['sinc', always(-1, 1)],
  ['atan', always(-2, 2)],
])

/**
 * Whether the loss is finite wherever a climber is within `reach` of the origin. May say no where the answer is yes;
 * when it says yes, walks need not compute the loss to see that it has a value.
 */
export const staysFinite = (landscape: Landscape, reach: number): boolean =>
  rangesOf(landscape, reach).get(landscape.nodes.f) !== undefined

/** Functions whose argument is reduced by multiples of π/2. */
const periodic: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'sinc', 'sinc1', 'sinc2'])

/**
 * A distance from the origin, at most `reach`, within which the loss is finite wherever a climber is, and periodic functions
 * of it (its derivatives have no others) meet no argument beyond `limit`. 0 where none is known.
 */
export const safeRadius = (landscape: Landscape, reach: number, limit: number): number => {
  const isSafe = (radius: number) => {
    const ranges = rangesOf(landscape, radius)
    return ranges.get(landscape.nodes.f) !== undefined && argumentsAreWithin(landscape, ranges, limit)
  }
  if (isSafe(reach)) return reach
  let safe = -1
  let unsafe = Math.ceil(Math.log2(reach))
  while (unsafe - safe > 1) {
    const middle = Math.floor((safe + unsafe) / 2)
    if (isSafe(2 ** middle)) safe = middle
    else unsafe = middle
  }
  return safe < 0 ? 0 : 2 ** safe
}

const argumentsAreWithin = ({ graph }: Landscape, ranges: ReadonlyMap<NodeId, Range>, limit: number): boolean =>
  [...ranges.keys()].every((id) => {
    if (!periodic.has(graph.op(id))) return true
    const range = ranges.get(graph.args(id)[0]!)
    return range !== undefined && Math.max(-range[0], range[1]) <= limit
  })

/** Of all that the loss is made of. */
const rangesOf = ({ graph, nodes, parameters }: Landscape, reach: number): ReadonlyMap<NodeId, Range> => {
  const ranges = new Map<NodeId, Range>()
  for (const id of reachable(graph, [nodes.f])) ranges.set(id, rangeOf(graph, id, ranges, parameters, reach))
  return ranges
}

const rangeOf = (
  graph: Graph,
  id: NodeId,
  ranges: ReadonlyMap<NodeId, Range>,
  parameters: Landscape['parameters'],
  reach: number,
): Range => {
  const op = graph.op(id)
  if (op === 'constant') return hull(graph.value(id))
  if (op === 'input') {
    const name = graph.name(id)
    return name === 'x' || name === 'y' ? within(-reach, reach) : hull(parameters[name] ?? Number.NaN)
  }
  const args = graph.args(id).map((arg) => ranges.get(arg))
  // x·x and x/x of the same x are ranges of two independent ones here: wider, never wrong.
  if (args.some((range) => range === undefined)) return undefined
  const last = graph.args(id).at(-1)!
  return rules.get(op)?.(args as (readonly [number, number])[], graph.isConstant(last) ? graph.value(last) : undefined)
}
