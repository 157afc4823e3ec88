import { type Graph, type NodeId, reachable } from '../expression'

/**
 * What stands for the nodes that `roots` depend on once every quotient by something that all climbers share is a product
 * with its inverse, as in `v / (1 - beta2^t)`: the inverse is then computed once a step, and a climber waits 3 cycles in
 * place of 13. `shared` names the inputs that are the same for all climbers.
 *
 * For divisors of 2^-1022 to 2^1022 the product is within 1.5 units in the last place of the true quotient; it is the
 * rounded quotient itself where the divisor is a power of two, 0 or not finite. A divisor below 2^-1024, whose inverse
 * overflows, divides like 0.
 */
export const sharedInverses = (
  graph: Graph,
  roots: readonly NodeId[],
  shared: ReadonlySet<string>,
): ReadonlyMap<NodeId, NodeId> => {
  const varying = new Set<NodeId>()
  const replaced = new Map<NodeId, NodeId>()
  const one = graph.constant(1)
  for (const id of reachable(graph, roots)) {
    const op = graph.op(id)
    const args = graph.args(id)
    const isOwn = op === 'input' && !shared.has(graph.name(id))
    if (isOwn || args.some((arg) => varying.has(arg))) varying.add(id)
    // What is shared stays as it is: it is computed once a step already.
    if (args.length === 0 || !varying.has(id)) {
      replaced.set(id, id)
      continue
    }
    const given = args.map((arg) => replaced.get(arg)!)
    const isInverted = op === 'div' && !varying.has(args[1]!)
    replaced.set(
      id,
      isInverted ? graph.apply('mul', given[0]!, graph.apply('div', one, given[1]!)) : graph.apply(op, ...given),
    )
  }
  return replaced
}
