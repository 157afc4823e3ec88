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
   * REDUCTION_LIMIT the outputs are meaningless and the `evaluator` has the answer.
   */
  readonly guard: PrimitiveId | undefined
}

/**
 * Rewrites `outputs`, and what they depend on, in terms of primitives. Throws RangeError when they read an input that
 * is not listed.
 */
export function lower(graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]): Lowered {
  const target = new PrimitiveGraph()
  const order = checked(graph, outputs, inputs)
  const values = translate(target, graph, order, outputs, target.input)
  const magnitudes = target.guarded.map(target.abs)
  // Not `max`: NaN must not hide a large argument beside it.
  const guard = magnitudes.reduce((largest, x) => target.select(target.lt(largest, x), x, largest), target.constant(0))
  return { graph: target, outputs: values, guard: magnitudes.length === 0 ? undefined : guard }
}

/**
 * Evaluates the outputs at one point by the same operations as the lowered graph, and exactly beyond REDUCTION_LIMIT:
 * the slow path of every executor. Takes the inputs' values in the order in which they are listed.
 */
export function evaluator(
  graph: Graph,
  outputs: readonly NodeId[],
  inputs: readonly string[],
): (values: readonly number[]) => number[] {
  const order = checked(graph, outputs, inputs)
  return (values) => translate(scalar, graph, order, outputs, (name) => values[inputs.indexOf(name)]!)
}

function checked(graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]): NodeId[] {
  const order = reachable(graph, outputs)
  for (const id of order) {
    if (graph.op(id) === 'input' && !inputs.includes(graph.name(id))) {
      throw new RangeError(`the graph reads ${graph.name(id)}, which is not among the inputs`)
    }
  }
  return order
}

function translate<V, C>(
  p: Primitives<V, C>,
  graph: Graph,
  order: readonly NodeId[],
  outputs: readonly NodeId[],
  input: (name: string) => V,
): V[] {
  const done = new Map<NodeId, Argument<V, C>>()
  for (const id of order) {
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
