import type { VectorGraph, VectorId, VectorNode } from './vector-graph'

/**
 * Cycles until a result can be used, roughly as on processors of today: what matters is that a chain of arithmetic is
 * longer than one of bit operations.
 */
const latency = (node: VectorNode): number => {
  if (node.kind !== 'instruction') return 0
  return slow.get(node.instruction) ?? (node.instruction.startsWith('f64x2') ? 4 : 1)
}
const slow: ReadonlyMap<string, number> = new Map([
  ['f64x2.div', 13],
  ['f64x2.sqrt', 20],
])

/**
 * The ids in the order of how long the chain is that begins with them and ends with the last result, the longest first:
 * independent chains (of x and of y, say) stand side by side, so that a processor with its limited foresight overlaps
 * them, and what is wanted late is made late, so that it waits in no register.
 */
export const byUrgency = ({ nodes }: VectorGraph, ids: readonly VectorId[]): VectorId[] => {
  const chain = new Float64Array(nodes.length)
  for (let id = nodes.length - 1; id >= 0; id--) {
    const node = nodes[id]!
    chain[id]! += latency(node)
    for (const arg of node.args) chain[arg] = Math.max(chain[arg]!, chain[id]!)
  }
  // Of two alike the older one first: arguments have theirs before what is made of them.
  return [...ids].sort((a, b) => chain[b]! - chain[a]! || a - b)
}

/** All that `roots` are made of, themselves included, ascending. */
export const dependencies = ({ nodes }: VectorGraph, roots: readonly VectorId[]): VectorId[] => {
  const found = new Set<VectorId>()
  const pending = [...roots]
  while (pending.length > 0) {
    const id = pending.pop()!
    if (found.has(id)) continue
    found.add(id)
    pending.push(...nodes[id]!.args)
  }
  return [...found].sort((a, b) => a - b)
}
