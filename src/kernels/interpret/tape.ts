import type { PrimitiveGraph, PrimitiveId } from '../../expression/lowering'
import type { KernelInputs } from '../kernel'
import { createRegister, type Instruction, instruction, type Register } from './instructions'

/** Lanes evaluated together: enough to hide the dispatch, few enough for the registers to stay in cache. */
export const LANES = 128

interface SharedStep {
  readonly execute: Instruction
  readonly target: Float64Array
}

/**
 * A list of batched operations for one pattern of shared inputs. What depends on shared inputs alone is evaluated for
 * one lane and spread; the rest takes its registers from a pool and gives them back after the last use.
 */
export class Tape {
  readonly #graph: PrimitiveGraph
  readonly #inputs: readonly string[]
  readonly #registers = new Map<PrimitiveId, Register>()
  readonly #free: Register[] = []
  readonly #shared: SharedStep[] = []
  readonly #steps: Instruction[] = []
  /** Registers of the inputs, in their order; undefined where no output reads one. */
  readonly #loads: (Float64Array | undefined)[]
  readonly #results: readonly Float64Array[]

  constructor(
    graph: PrimitiveGraph,
    outputs: readonly PrimitiveId[],
    inputs: readonly string[],
    shared: readonly boolean[],
  ) {
    this.#graph = graph
    this.#inputs = inputs
    this.#loads = inputs.map(() => undefined)
    const order = graph.reachable(outputs)
    const perLane = this.#lanesOf(order, shared)
    const lastUse = new Map<PrimitiveId, PrimitiveId>()
    for (const id of order) for (const arg of graph.args(id)) lastUse.set(arg, id)
    for (const id of outputs) lastUse.delete(id)
    for (const id of order) {
      if (perLane.has(id)) this.#placeStep(id, perLane, lastUse)
      else this.#placeShared(id)
    }
    this.#results = outputs.map((id) => this.#registers.get(id)!.floats)
  }

  #lanesOf(order: readonly PrimitiveId[], shared: readonly boolean[]): ReadonlySet<PrimitiveId> {
    const graph = this.#graph
    const perLane = new Set<PrimitiveId>()
    for (const id of order) {
      const varies = graph.op(id) === 'input' && !shared[this.#inputs.indexOf(graph.name(id))]
      if (varies || graph.args(id).some((arg) => perLane.has(arg))) perLane.add(id)
    }
    return perLane
  }

  #placeShared(id: PrimitiveId): void {
    const op = this.#graph.op(id)
    const register = createRegister(LANES)
    this.#registers.set(id, register)
    if (op === 'constant') register.floats.fill(this.#graph.value(id))
    else if (op === 'input') this.#load(id, register)
    else {
      const execute = instruction(op, register, this.#argumentsOf(id))
      this.#shared.push({ execute, target: register.floats })
    }
  }

  #placeStep(id: PrimitiveId, perLane: ReadonlySet<PrimitiveId>, lastUse: ReadonlyMap<PrimitiveId, PrimitiveId>): void {
    const op = this.#graph.op(id)
    if (op === 'constant') return
    if (op === 'input') {
      const register = createRegister(LANES)
      this.#registers.set(id, register)
      this.#load(id, register)
      return
    }
    const args = this.#argumentsOf(id)
    // Each instruction reads a lane before it writes it, so the result may take the place of an argument.
    for (const arg of new Set(this.#graph.args(id))) {
      if (lastUse.get(arg) === id && perLane.has(arg) && this.#graph.op(arg) !== 'input') {
        this.#free.push(this.#registers.get(arg)!)
      }
    }
    const register = this.#free.pop() ?? createRegister(LANES)
    this.#registers.set(id, register)
    this.#steps.push(instruction(op, register, args))
  }

  #argumentsOf(id: PrimitiveId): Register[] {
    return this.#graph.args(id).map((arg) => this.#registers.get(arg)!)
  }

  #load(id: PrimitiveId, register: Register): void {
    this.#loads[this.#inputs.indexOf(this.#graph.name(id))] = register.floats
  }

  /** What depends on shared inputs alone, spread over `lanes` lanes. Must precede `evaluate` of no more lanes. */
  evaluateShared(inputs: KernelInputs, lanes: number): void {
    for (let i = 0; i < inputs.length; i++) {
      const value = inputs[i]!
      if (typeof value === 'number') this.#loads[i]?.fill(value, 0, lanes)
    }
    for (const { execute, target } of this.#shared) {
      execute(1)
      if (lanes > 1) target.fill(target[0]!, 0, lanes)
    }
  }

  /** Evaluates `count` ≤ LANES lanes from `start` on. The results are valid until the next call. */
  evaluate(inputs: KernelInputs, start: number, count: number): readonly Float64Array[] {
    for (let i = 0; i < inputs.length; i++) {
      const values = inputs[i]!
      const register = this.#loads[i]
      if (typeof values === 'number' || register === undefined) continue
      for (let lane = 0; lane < count; lane++) register[lane] = values[start + lane]!
    }
    for (const execute of this.#steps) execute(count)
    return this.#results
  }
}
