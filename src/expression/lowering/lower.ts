import { type Graph, type NodeId, reachable } from '../graph'
import { type Argument, applyFunction, type Result } from './functions'
import { PrimitiveGraph, type PrimitiveId } from './primitive-graph'
import type { Primitives } from './primitives'
import { scalar } from './scalar'

/** Outputs of a graph, rewritten to primitives. */
export interface Lowered {
  readonly graph: PrimitiveGraph
  readonly outputs: readonly PrimitiveId[]
  /**
   * Largest magnitude among the arguments of periodic functions, where there are such. Where it is above
   * REDUCTION_LIMIT the outputs are meaningless and `evaluate` has the answer.
   */
  readonly guard: PrimitiveId | undefined
}

/** Rewrites `outputs`, and what they depend on, in terms of primitives. */
export function lower(graph: Graph, outputs: readonly NodeId[]): Lowered {
  const target = new PrimitiveGraph()
  const values = translate(target, graph, outputs, target.input)
  const magnitudes = target.guarded.map(target.abs)
  // Not `max`: NaN must not hide a large argument beside it.
  const guard = magnitudes.reduce((largest, x) => target.select(target.lt(largest, x), x, largest), target.constant(0))
  return { graph: target, outputs: values, guard: magnitudes.length === 0 ? undefined : guard }
}

/**
 * The outputs at one point, by the same operations as the lowered graph, and exactly beyond REDUCTION_LIMIT: the slow
 * path of every executor.
 */
export function evaluate(graph: Graph, outputs: readonly NodeId[], input: (name: string) => number): number[] {
  return translate(scalar, graph, outputs, input)
}

function translate<V, C>(
  p: Primitives<V, C>,
  graph: Graph,
  outputs: readonly NodeId[],
  input: (name: string) => V,
): V[] {
  const done = new Map<NodeId, Argument<V, C>>()
  for (const id of reachable(graph, outputs)) {
    const op = graph.op(id)
    if (op === 'constant') done.set(id, asArgument(p, { value: p.constant(graph.value(id)) }, graph.value(id)))
    else if (op === 'input') done.set(id, asArgument(p, { value: input(graph.name(id)) }))
    else
      done.set(
        id,
        asArgument(
          p,
          applyFunction(
            p,
            op,
            graph.args(id).map((arg) => done.get(arg)!),
          ),
        ),
      )
  }
  return outputs.map((id) => done.get(id)!.value)
}

/** Completes a result to an argument; what nothing uses is never reached from the outputs. */
function asArgument<V, C>(p: Primitives<V, C>, result: Result<V, C>, constant?: number): Argument<V, C> {
  if ('condition' in result) {
    return { value: p.select(result.condition, p.constant(1), p.constant(0)), condition: result.condition, constant }
  }
  return { value: result.value, condition: p.not(p.eq(result.value, p.constant(0))), constant }
}
