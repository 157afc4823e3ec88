import type { PrimitiveGraph, PrimitiveId, PrimitiveOp } from '../../expression/lowering'
import { ROUNDING } from '../../expression/lowering/primitives'

/** Cycles from an operand to the result, roughly what x86 and ARM cores of the 2020s take; 2 for what is not listed. */
const latencies: ReadonlyMap<PrimitiveOp, number> = new Map([
  ['add', 3],
  ['sub', 3],
  ['mul', 3],
  ['div', 13],
  ['sqrt', 20],
])

/** Operations whose result a processor takes from a branch it foresees, long before the condition is known. */
const foreseen: ReadonlySet<PrimitiveOp> = new Set(['select', 'flipSign', 'copySign'])

/**
 * Whether a node takes whole steps: from one step of a slow climber to the next it rarely changes (which multiple of π/2
 * an angle is near, which power of two a number).
 */
export const isStaircase = (graph: PrimitiveGraph, id: PrimitiveId): boolean => {
  const op = graph.op(id)
  if (op === 'exponent') return true
  return op === 'add' && graph.args(id).some((arg) => graph.isConstant(arg, ROUNDING))
}

/**
 * When each node of one step is known, in cycles after what the climber carries: the step of a climber who walks alone
 * is one long chain of operations that wait for each other, and its length is all that counts.
 */
export class Arrivals {
  readonly #graph: PrimitiveGraph
  readonly #times = new Map<PrimitiveId, number>()
  readonly #guesses: ReadonlyMap<PrimitiveId, PrimitiveId>

  /** `given`: nodes that are known before the step begins. `guesses`: what is used in place of some. */
  constructor(
    graph: PrimitiveGraph,
    given: ReadonlySet<PrimitiveId>,
    guesses: ReadonlyMap<PrimitiveId, PrimitiveId> = new Map<PrimitiveId, PrimitiveId>(),
  ) {
    this.#graph = graph
    this.#guesses = guesses
    for (const id of given) this.#times.set(id, 0)
  }

  of(id: PrimitiveId): number {
    const known = this.#times.get(id)
    if (known !== undefined) return known
    const time = this.#compute(this.#guesses.get(id) ?? id)
    this.#times.set(id, time)
    return time
  }

  /** Says that a node is known when another is. */
  set(id: PrimitiveId, time: number): void {
    this.#times.set(id, time)
  }

  #compute(id: PrimitiveId): number {
    const graph = this.#graph
    const args = graph.args(id)
    if (args.length === 0 || isStaircase(graph, id)) return 0
    const op = graph.op(id)
    if (op === 'select') return Math.max(this.of(args[1]!), this.of(args[2]!))
    if (foreseen.has(op)) return this.of(args[0]!)
    return Math.max(...args.map((arg) => this.of(arg))) + (latencies.get(op) ?? 2)
  }
}
