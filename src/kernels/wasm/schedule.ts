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
 * The ids in the order in which their arguments can be ready: independent chains (of x and of y, say) stand side by side
 * instead of one after the other, so that a processor with its limited foresight overlaps them.
 */
export const byReadiness = ({ nodes }: VectorGraph, ids: readonly VectorId[]): VectorId[] => {
  const done = new Float64Array(nodes.length)
  const ready = new Float64Array(nodes.length)
  nodes.forEach((node, id) => {
    let at = 0
    for (const arg of node.args) if (done[arg]! > at) at = done[arg]!
    ready[id] = at
    done[id] = at + latency(node)
  })
  return [...ids].sort((a, b) => ready[a]! - ready[b]! || a - b)
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
