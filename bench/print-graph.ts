import { type Graph, type NodeId, reachable } from '../src/expression'

/** How a language writes constants, functions and assignments. */
export interface Syntax {
  constant(value: number): string
  call(op: string, args: readonly string[]): string
  assign(name: string, value: string): string
}

/**
 * Nodes of a graph as statements in another language, each computed once. `names` says what stands for the inputs and for
 * nodes that are computed elsewhere. Returns the statements and the names of the outputs.
 */
export function printGraph(
  graph: Graph,
  outputs: readonly NodeId[],
  names: ReadonlyMap<string | NodeId, string>,
  syntax: Syntax,
  prefix: string,
): { lines: string[]; results: string[] } {
  const done = new Map<NodeId, string>()
  const lines: string[] = []
  for (const id of needed(graph, outputs, names)) {
    const op = graph.op(id)
    const given = names.get(id) ?? (op === 'input' ? names.get(graph.name(id)) : undefined)
    if (given !== undefined) done.set(id, given)
    else if (op === 'constant') done.set(id, syntax.constant(graph.value(id)))
    else {
      const args = graph.args(id).map((arg) => done.get(arg)!)
      done.set(id, `${prefix}${id}`)
      lines.push(syntax.assign(`${prefix}${id}`, integerPower(graph, id, args) ?? syntax.call(op, args)))
    }
  }
  return { lines, results: outputs.map((id) => done.get(id)!) }
}

/** As `reachable`, but not beyond nodes that are computed elsewhere. */
function needed(graph: Graph, outputs: readonly NodeId[], names: ReadonlyMap<string | NodeId, string>): NodeId[] {
  const found = new Set<NodeId>()
  const pending = [...outputs]
  while (pending.length > 0) {
    const id = pending.pop()!
    if (found.has(id)) continue
    found.add(id)
    if (!names.has(id)) pending.push(...graph.args(id))
  }
  return [...found].sort((a, b) => a - b)
}

/** Small whole powers are products in every language, as they are here. */
function integerPower(graph: Graph, id: NodeId, args: readonly string[]): string | undefined {
  const exponent = graph.args(id)[1]
  if (graph.op(id) !== 'pow' || !graph.isConstant(exponent!)) return undefined
  const n = graph.value(exponent!)
  return Number.isInteger(n) && n >= 2 && n <= 8 ? Array(n).fill(args[0]).join(' * ') : undefined
}

/** The nodes that depend on `t` and shared inputs alone: computed once a step by every competitor, as by us. */
export function termsOf(graph: Graph, outputs: readonly NodeId[], perLane: readonly string[]): NodeId[] {
  const lanes = new Set<NodeId>()
  const order = reachable(graph, outputs)
  for (const id of order) {
    if (perLane.includes(graph.name(id)) || graph.args(id).some((arg) => lanes.has(arg))) lanes.add(id)
  }
  const terms = new Set<NodeId>()
  for (const id of order) {
    if (!lanes.has(id)) continue
    for (const arg of graph.args(id)) if (!lanes.has(arg) && !graph.isConstant(arg)) terms.add(arg)
  }
  return [...terms]
}
