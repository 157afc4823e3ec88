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

/**
 * Writes the instructions of a vector graph, for `width` vectors in flight interleaved one by one, so that the
 * latencies of one hide behind the others. Values live in locals from their definition to their last use.
 */
export class Emitter {
  readonly #out: Instructions
  readonly #graph: VectorGraph
  readonly #registers: Registers
  readonly #locals = new Map<VectorId, readonly number[]>()

  constructor(out: Instructions, graph: VectorGraph, registers: Registers) {
    this.#out = out
    this.#graph = graph
    this.#registers = registers
  }

  /**
   * Computes `ids`, in this order. What is in `keep` stays in its locals; everything else is given up after its last
   * use in `ids`. Nodes computed by an earlier call with `width` 1 serve every vector.
   */
  emit(ids: readonly VectorId[], width: number, keep: ReadonlySet<VectorId>, pushInput: PushInput): void {
    const lastUse = new Map<VectorId, VectorId>()
    for (const id of ids) for (const arg of this.#graph.nodes[id]!.args) lastUse.set(arg, id)
    const own = new Set(ids)
    for (const id of ids) {
      const node = this.#graph.nodes[id]!
      if (node.kind === 'constant') continue
      const dying = [...new Set(node.args)].filter((arg) => lastUse.get(arg) === id && own.has(arg) && !keep.has(arg))
      this.#emitNode(id, node, width, pushInput)
      for (const arg of dying) this.release(arg)
    }
  }

  #emitNode(id: VectorId, node: VectorNode, width: number, pushInput: PushInput): void {
    const targets = Array.from({ length: width }, () => this.#registers.take())
    for (let lane = 0; lane < width; lane++) {
      if (node.kind === 'input') pushInput(node.name, lane)
      else if (node.kind === 'instruction') {
        for (const arg of node.args) this.push(arg, lane)
        if (node.shift !== undefined) this.#out.int(node.shift)
        this.#out.simd(node.instruction)
      }
      this.#out.set(targets[lane]!)
    }
    this.#locals.set(id, targets)
  }

  /** Pushes a computed value of vector `lane`. */
  push(id: VectorId, lane: number): void {
    const node = this.#graph.nodes[id]!
    if (node.kind === 'constant') {
      this.#out.vectorBits(node.bits)
      return
    }
    const locals = this.#locals.get(id)!
    this.#out.get(locals[locals.length === 1 ? 0 : lane]!)
  }

  /** Gives a value's locals back. */
  release(id: VectorId): void {
    for (const local of this.#locals.get(id) ?? []) this.#registers.release(local)
    this.#locals.delete(id)
  }
}
