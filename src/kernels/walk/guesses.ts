import type { PrimitiveGraph, PrimitiveId } from '../../expression/lowering'
import { Arrivals } from './arrival'

/** For some nodes another node that nearly always has the same bits and is known earlier. */
export type Guesses = ReadonlyMap<PrimitiveId, PrimitiveId>

/**
 * Guesses for what `roots` depend on. The graph is appended to. Whoever uses a guess must compare it with the node
 * itself, off the chain, and take the node where they differ: a processor foresees that they do not, and goes on.
 */
export const findGuesses = (
  graph: PrimitiveGraph,
  roots: readonly PrimitiveId[],
  given: ReadonlySet<PrimitiveId>,
): Guesses => {
  const guesses = new Search(graph, given).run(roots)
  // Each costs its comparison: those that shorten nothing go.
  const length = (kept: Guesses) => {
    const arrivals = new Arrivals(graph, given, kept)
    return Math.max(...roots.map((root) => arrivals.of(root)))
  }
  const shortest = length(guesses)
  for (const [id, guess] of [...guesses]) {
    guesses.delete(id)
    if (length(guesses) > shortest) guesses.set(id, guess)
  }
  return guesses
}

/** A product that waits for its other factors: the node is core · factor, but for overflow and underflow. */
interface Pending {
  /** What is known last. */
  readonly core: PrimitiveId
  readonly factor: PrimitiveId
  /** Whether the factor is a power of two or its negative: then a product with it rounds nothing. */
  readonly exact: boolean
}

class Search {
  readonly #graph: PrimitiveGraph
  readonly #given: ReadonlySet<PrimitiveId>
  readonly #arrivals: Arrivals
  readonly #pending = new Map<PrimitiveId, Pending>()
  readonly #guesses = new Map<PrimitiveId, PrimitiveId>()
  readonly #corrected: ReadonlyMap<PrimitiveId, PrimitiveId>

  constructor(graph: PrimitiveGraph, given: ReadonlySet<PrimitiveId>) {
    this.#graph = graph
    this.#given = given
    this.#arrivals = new Arrivals(graph, given)
    this.#corrected = new Map(graph.reductions.map(({ high }) => [high, graph.args(high)[0]!]))
  }

  run(roots: readonly PrimitiveId[]): Map<PrimitiveId, PrimitiveId> {
    // Ascending ids: the arguments of a node have theirs before it has its own.
    for (const id of this.#graph.reachable(roots)) {
      if (this.#given.has(id) || this.#graph.args(id).length === 0) continue
      const pending = this.#pendingOf(id)
      if (pending !== undefined) this.#pending.set(id, pending)
      const guess = this.#guess(id, pending)
      if (guess === undefined || guess === id) continue
      const [plain, quick] = [this.#arrivals.of(id), this.#arrivals.of(guess)]
      if (quick >= plain) continue
      this.#guesses.set(id, guess)
      this.#arrivals.set(id, quick)
    }
    return this.#guesses
  }

  #guess(id: PrimitiveId, pending: Pending | undefined): PrimitiveId | undefined {
    const graph = this.#graph
    if (pending !== undefined) return graph.mul(pending.core, pending.factor)
    // The last correction of a reduced angle, less than half a unit of its last place, mostly rounds away.
    return this.#corrected.get(id)
  }

  /**
   * Powers of two and signs go through products without rounding anything, so they can be multiplied into the factor that
   * is known first.
   */
  #pendingOf(id: PrimitiveId): Pending | undefined {
    const graph = this.#graph
    const op = graph.op(id)
    const [a, b] = graph.args(id) as [PrimitiveId, PrimitiveId]
    if (op === 'neg') {
      const { core, factor, exact } = this.#pending.get(a) ?? { core: a, factor: graph.constant(1), exact: true }
      return { core, factor: this.#negative(factor), exact }
    }
    if (op === 'mul') {
      const [first, late] = this.#arrivals.of(a) < this.#arrivals.of(b) ? [a, b] : [b, a]
      const early = graph.op(first) === 'neg' ? this.#negative(graph.args(first)[0]!) : first
      const before = this.#pending.get(late)
      if (this.#isPowerOfTwo(early) && before !== undefined) {
        return { ...before, factor: graph.mul(before.factor, early) }
      }
      if (before?.exact !== true) return { core: late, factor: early, exact: this.#isPowerOfTwo(early) }
      return { core: before.core, factor: graph.mul(before.factor, early), exact: false }
    }
    return undefined
  }

  /** −x, but never as a node that `mul` would draw out of a product again. */
  #negative(id: PrimitiveId): PrimitiveId {
    const graph = this.#graph
    if (graph.isConstant(id)) return graph.neg(id)
    const [a, b] = graph.args(id)
    if (graph.op(id) === 'mul' && graph.isConstant(a!)) return graph.mul(graph.neg(a!), b!)
    if (graph.op(id) === 'mul' && graph.isConstant(b!)) return graph.mul(a!, graph.neg(b!))
    return graph.sub(graph.constant(-0), id)
  }

  #isPowerOfTwo(id: PrimitiveId): boolean {
    const graph = this.#graph
    if (graph.op(id) === 'power') return true
    const size = Math.abs(graph.value(id))
    return graph.isConstant(id) && size > 0 && Number.isInteger(Math.log2(size))
  }
}
