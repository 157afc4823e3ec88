import { definitionOf } from './functions'
import { type Graph, type NodeId, reachable } from './graph'

/**
 * The derivatives of `output` with respect to each node of `wrt`, appended to the same graph (reverse mode: one sweep
 * from the output gives them all). What does not depend on a node has derivative constant 0.
 */
export function gradient(graph: Graph, output: NodeId, wrt: readonly NodeId[]): NodeId[] {
  return new Differentiator(graph, wrt).gradient(output)
}

/** Second derivatives, `hessian[i][j]`; entries ij and ji are the same node. */
export function hessian(graph: Graph, output: NodeId, wrt: readonly NodeId[]): NodeId[][] {
  const differentiator = new Differentiator(graph, wrt)
  const rows = differentiator.gradient(output).map((slope) => differentiator.gradient(slope))
  return rows.map((row, i) => row.map((entry, j) => (j < i ? rows[j]![i]! : entry)))
}

type Adjoints = Map<NodeId, NodeId>

class Differentiator {
  readonly #graph: Graph
  readonly #wrt: readonly NodeId[]
  readonly #known = new Map<NodeId, NodeId[]>()

  constructor(graph: Graph, wrt: readonly NodeId[]) {
    this.#graph = graph
    this.#wrt = wrt
  }

  gradient(output: NodeId): NodeId[] {
    // A branch of a `select` is differentiated by itself, and it may hold selects in turn: innermost first, no recursion.
    for (const id of reachable(this.#graph, [output])) {
      if (this.#graph.op(id) !== 'select') continue
      const [, a, b] = this.#graph.args(id)
      this.#of(a!)
      this.#of(b!)
    }
    return this.#of(output)
  }

  #of(output: NodeId): NodeId[] {
    const known = this.#known.get(output)
    if (known !== undefined) return known
    const slopes = this.#sweep(output)
    this.#known.set(output, slopes)
    return slopes
  }

  #sweep(output: NodeId): NodeId[] {
    const graph = this.#graph
    const adjoints: Adjoints = new Map([[output, graph.constant(1)]])
    const order = this.#active(output)
    for (let i = order.length - 1; i >= 0; i--) {
      const id = order[i]!
      const seed = adjoints.get(id)
      if (seed === undefined || this.#wrt.includes(id)) continue
      if (graph.op(id) === 'select') this.#throughSelect(id, seed, adjoints)
      else this.#through(id, seed, adjoints)
    }
    return this.#wrt.map((id) => adjoints.get(id) ?? graph.constant(0))
  }

  /** The nodes between `wrt` and `output`, in topological order: no others get adjoints. */
  #active(output: NodeId): NodeId[] {
    const active = new Set<NodeId>()
    for (const id of reachable(this.#graph, [output])) {
      if (this.#wrt.includes(id) || this.#graph.args(id).some((a) => active.has(a))) active.add(id)
    }
    return [...active]
  }

  #through(id: NodeId, seed: NodeId, adjoints: Adjoints): void {
    const args = this.#graph.args(id)
    if (args.length === 0) return
    const gains = definitionOf(this.#graph.op(id))!.backward(this.#graph, seed, args, id)
    gains.forEach((gain, i) => {
      if (gain !== undefined) this.#gain(adjoints, args[i]!, gain)
    })
  }

  /** d if(c, a, b) = if(c, da, db): the branch that was not taken, which may well be NaN, has no say. */
  #throughSelect(id: NodeId, seed: NodeId, adjoints: Adjoints): void {
    const graph = this.#graph
    const [condition, a, b] = graph.args(id)
    const slopesA = this.#of(a!)
    const slopesB = this.#of(b!)
    this.#wrt.forEach((target, i) => {
      const slope = graph.apply('select', condition!, slopesA[i]!, slopesB[i]!)
      if (!graph.isConstant(slope, 0)) this.#gain(adjoints, target, graph.apply('mul', seed, slope))
    })
  }

  #gain(adjoints: Adjoints, id: NodeId, gain: NodeId): void {
    if (this.#graph.isConstant(id) || this.#graph.isConstant(gain, 0)) return
    const before = adjoints.get(id)
    adjoints.set(id, before === undefined ? gain : this.#graph.apply('add', before, gain))
  }
}
