import { type Graph, type NodeId, type Reduction, reachable } from '../expression'

interface Live {
  /** Every node that is evaluated. */
  readonly nodes: ReadonlySet<NodeId>
  /** The reductions that are asked for, in order. */
  readonly reductions: readonly Reduction[]
}

/** What `outputs` depend on when the way through reductions counts. */
export function liveThrough(graph: Graph, reductions: readonly Reduction[], outputs: readonly NodeId[]): Live {
  const nodes = new Set(reachable(graph, outputs))
  const live: Reduction[] = []
  // From the last to the first: a reduction only ever reads earlier ones.
  for (const reduction of [...reductions].reverse()) {
    if (!nodes.has(graph.input(reduction.input))) continue
    live.unshift(reduction)
    for (const node of reachable(graph, reduction.args)) nodes.add(node)
  }
  return { nodes, reductions: live }
}
