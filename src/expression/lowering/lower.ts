import { type Graph, type NodeId, reachable } from '../graph'
import { type Argument, applyFunction, type Result } from './functions'
import { PrimitiveGraph, type PrimitiveId } from './primitive-graph'

/** Outputs of a graph, rewritten to primitives. */
export interface Lowered {
  readonly graph: PrimitiveGraph
  readonly outputs: readonly PrimitiveId[]
}

/**
 * Rewrites `outputs`, and what they depend on, in terms of primitives. Throws RangeError when they read an input that
 * is not listed.
 */
export function lower(graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]): Lowered {
  const target = new PrimitiveGraph()
  return {
    graph: target,
    outputs: lowerInto(target, graph, outputs, new Map(inputs.map((name) => [name, target.input(name)]))),
  }
}

/** Adds `outputs` to `target`, which may hold other graphs already; `inputs` says what stands for each input. */
export function lowerInto(
  target: PrimitiveGraph,
  graph: Graph,
  outputs: readonly NodeId[],
  inputs: ReadonlyMap<string, PrimitiveId>,
): PrimitiveId[] {
  const done = new Map<NodeId, Argument<PrimitiveId, PrimitiveId>>()
  for (const id of reachable(graph, outputs))
    done.set(id, asArgument(target, lowerNode(target, graph, id, inputs, done)))
  return outputs.map((id) => done.get(id)!.value)
}

function lowerNode(
  target: PrimitiveGraph,
  graph: Graph,
  id: NodeId,
  inputs: ReadonlyMap<string, PrimitiveId>,
  done: ReadonlyMap<NodeId, Argument<PrimitiveId, PrimitiveId>>,
): Result<PrimitiveId, PrimitiveId> {
  const op = graph.op(id)
  if (op === 'constant') return { value: target.constant(graph.value(id)) }
  if (op !== 'input')
    return applyFunction(
      target,
      op,
      graph.args(id).map((arg) => done.get(arg)!),
    )
  const input = inputs.get(graph.name(id))
  if (input === undefined) throw new RangeError(`the graph reads ${graph.name(id)}, which is not among the inputs`)
  return { value: input }
}

/** Completes a result to an argument; what nothing uses is never reached from the outputs. */
function asArgument(
  target: PrimitiveGraph,
  result: Result<PrimitiveId, PrimitiveId>,
): Argument<PrimitiveId, PrimitiveId> {
  if ('condition' in result) {
    const value = target.select(result.condition, target.constant(1), target.constant(0))
    return { value, condition: result.condition, constant: undefined }
  }
  const { value } = result
  return {
    value,
    condition: target.not(target.eq(value, target.constant(0))),
    constant: target.isConstant(value) ? target.value(value) : undefined,
  }
}

/**
 * Largest magnitude among the arguments of periodic functions that `outputs` depend on; undefined where there are none.
 * Where it is above REDUCTION_LIMIT the outputs are meaningless, and a point evaluator has the answer.
 */
export function guardOf(graph: PrimitiveGraph, outputs: readonly PrimitiveId[]): PrimitiveId | undefined {
  const magnitudes = periodicArguments(graph, outputs).map((argument) => graph.abs(argument))
  if (magnitudes.length === 0) return undefined
  // Not `max`: NaN must not hide a large argument beside it.
  return magnitudes.reduce((largest, x) => graph.select(graph.lt(largest, x), x, largest), graph.constant(0))
}

/** The arguments of the periodic functions that `outputs` depend on. */
export function periodicArguments(graph: PrimitiveGraph, outputs: readonly PrimitiveId[]): PrimitiveId[] {
  const live = new Set(graph.reachable(outputs))
  return graph.reductions
    .filter(({ quadrant, high }) => live.has(quadrant) || live.has(high))
    .map(({ argument }) => argument)
}
