import type { Instructions } from './instructions'
import type { VectorGraph, VectorId, VectorNode } from './vector-graph'

/** Locals of type v128, handed out and taken back. */
export class Registers {
  readonly #first: number
  readonly #free: number[] = []
  #used = 0

  /** `first`: index of the first local that may be handed out. */
  constructor(first: number) {
    this.#first = first
  }

  /** Locals that were needed at most. */
  get count(): number {
    return this.#used
  }

  take(): number {
    return this.#free.pop() ?? this.#first + this.#used++
  }

  release(local: number): void {
    this.#free.push(local)
  }
}

/** Pushes the value of an input for vector `lane` of those in flight. */
export type PushInput = (name: string, lane: number) => void

/** Instructions that give the same whichever way round their arguments are. */
const commutative: ReadonlySet<string> = new Set([
  ...['f64x2.add', 'f64x2.mul', 'f64x2.eq', 'v128.and', 'v128.or', 'v128.xor'],
])

/**
 * Writes the instructions of a vector graph, for `width` vectors in flight interleaved one by one, so that the
 * latencies of one hide behind the others. Values live in locals from their definition to their last use.
 */
export class Emitter {
  readonly #out: Instructions
  readonly #graph: VectorGraph
  readonly #registers: Registers
  readonly #locals = new Map<VectorId, readonly number[]>()
  /** What was left on the stack for the next node. */
  #onStack: VectorId | undefined

  constructor(out: Instructions, graph: VectorGraph, registers: Registers) {
    this.#out = out
    this.#graph = graph
    this.#registers = registers
  }

  /** Says that `local` holds the value of `id` for all vectors: a constant that is loaded once, for instance. */
  place(id: VectorId, local: number): void {
    this.#locals.set(id, [local])
  }

  /**
   * Computes `ids`, in this order. What is in `keep` stays in its locals; everything else is given up after its last
   * use in `ids`. Nodes computed by an earlier call with `width` 1 serve every vector.
   */
  emit(ids: readonly VectorId[], width: number, keep: ReadonlySet<VectorId>, pushInput: PushInput): void {
    const { nodes } = this.#graph
    const order = ids.filter((id) => nodes[id]!.kind !== 'constant')
    const own = new Set(order)
    const uses = new Map<VectorId, number>()
    for (const id of order) for (const arg of nodes[id]!.args) uses.set(arg, (uses.get(arg) ?? 0) + 1)
    order.forEach((id, k) => {
      const node = nodes[id]!
      const next = order[k + 1]
      // One vector's value that only the next node wants, first of all, need not leave the stack.
      const stays = width === 1 && next !== undefined && !keep.has(id) && uses.get(id) === 1 && this.#isFirst(id, next)
      this.#compute(id, node, width, stays, pushInput)
      for (const arg of node.args) {
        const left = uses.get(arg)! - 1
        uses.set(arg, left)
        if (left === 0 && own.has(arg) && !keep.has(arg)) this.release(arg)
      }
    })
  }

  /** Whether `id` may be pushed before everything else that `user` takes. */
  #isFirst(id: VectorId, user: VectorId): boolean {
    const node = this.#graph.nodes[user]!
    if (node.kind !== 'instruction') return false
    return node.args[0] === id || (node.args[1] === id && commutative.has(node.instruction))
  }

  #compute(id: VectorId, node: VectorNode, width: number, stays: boolean, pushInput: PushInput): void {
    const targets: number[] = []
    for (let lane = 0; lane < width; lane++) {
      if (node.kind === 'input') pushInput(node.name, lane)
      else if (node.kind === 'instruction') {
        for (const arg of node.args) if (arg !== this.#onStack) this.push(arg, lane)
        if (node.shift !== undefined) this.#out.int(node.shift)
        this.#out.simd(node.instruction)
      }
      if (stays) continue
      const target = this.#registers.take()
      this.#out.set(target)
      targets.push(target)
    }
    this.#onStack = stays ? id : undefined
    if (!stays) this.#locals.set(id, targets)
  }

  /** Pushes a computed value of vector `lane`. */
  push(id: VectorId, lane: number): void {
    const locals = this.#locals.get(id)
    if (locals !== undefined) {
      this.#out.get(locals[locals.length === 1 ? 0 : lane]!)
      return
    }
    const node = this.#graph.nodes[id]!
    if (node.kind !== 'constant') throw new Error(`value ${id} is used before it is computed`)
    this.#out.vectorBits(node.bits)
  }

  /** Gives a value's locals back. */
  release(id: VectorId): void {
    for (const local of this.#locals.get(id) ?? []) this.#registers.release(local)
    this.#locals.delete(id)
  }
}
