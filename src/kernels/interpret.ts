import { type Graph, type NodeId, reachable } from '../expression/graph'
import { type Instruction, instruction } from './instructions'
import type { Kernel } from './kernel'

/** Lanes evaluated together: enough to hide the dispatch, few enough to stay in cache. */
const LANES = 256

/**
 * The reference executor: a tape of batched operations in plain TypeScript. Only nodes that the outputs depend on are
 * evaluated. What depends only on shared inputs (plain numbers) is evaluated for one lane and spread.
 * Throws RangeError when the graph reads an input that is not listed.
 */
export function interpret(graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]): Kernel {
  const tape = new Tape(graph, outputs, inputs)
  return { inputs, outputs: outputs.length, run: (values, results, count) => tape.run(values, results, count) }
}

interface Step {
  readonly execute: Instruction
  readonly target: Float64Array
  /** Indices of the inputs that the step depends on. */
  readonly reads: readonly number[]
  /** Whether all points of the current run share its value. */
  shared: boolean
}

type Inputs = readonly (Float64Array | number)[]

class Tape {
  readonly #steps: Step[] = []
  readonly #inputRegisters: (Float64Array | undefined)[]
  readonly #outputRegisters: readonly Float64Array[]

  constructor(graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]) {
    const registers = new Map<NodeId, Float64Array>()
    const reads = new Map<NodeId, readonly number[]>()
    this.#inputRegisters = inputs.map(() => undefined)
    for (const id of reachable(graph, outputs)) {
      const target = new Float64Array(LANES)
      registers.set(id, target)
      const op = graph.op(id)
      if (op === 'constant') target.fill(graph.value(id))
      else if (op === 'input') reads.set(id, [this.#bind(inputs, graph.name(id), target)])
      else {
        const sources = [...new Set(graph.args(id).flatMap((a) => reads.get(a) ?? []))]
        reads.set(id, sources)
        const execute = instruction(graph, id, (node) => registers.get(node)!)
        this.#steps.push({ execute, target, reads: sources, shared: false })
      }
    }
    this.#outputRegisters = outputs.map((id) => registers.get(id)!)
  }

  #bind(inputs: readonly string[], name: string, register: Float64Array): number {
    const index = inputs.indexOf(name)
    if (index < 0) throw new RangeError(`the graph reads ${name}, which is not among the kernel's inputs`)
    this.#inputRegisters[index] = register
    return index
  }

  run(inputs: Inputs, outputs: readonly Float64Array[], count: number): void {
    this.#evaluateShared(inputs, Math.min(count, LANES))
    for (let start = 0; start < count; start += LANES) {
      this.#evaluateChunk(inputs, outputs, start, Math.min(LANES, count - start))
    }
  }

  #evaluateShared(inputs: Inputs, spread: number): void {
    for (let i = 0; i < inputs.length; i++) {
      const value = inputs[i]!
      if (typeof value === 'number') this.#inputRegisters[i]?.fill(value, 0, spread)
    }
    for (const step of this.#steps) {
      step.shared = true
      for (const input of step.reads) if (typeof inputs[input] !== 'number') step.shared = false
      if (!step.shared) continue
      step.execute(1)
      step.target.fill(step.target[0]!, 0, spread)
    }
  }

  #evaluateChunk(inputs: Inputs, outputs: readonly Float64Array[], start: number, count: number): void {
    for (let i = 0; i < inputs.length; i++) {
      const values = inputs[i]!
      const register = this.#inputRegisters[i]
      if (typeof values === 'number' || register === undefined) continue
      for (let lane = 0; lane < count; lane++) register[lane] = values[start + lane]!
    }
    for (const step of this.#steps) if (!step.shared) step.execute(count)
    for (let k = 0; k < outputs.length; k++) {
      const register = this.#outputRegisters[k]!
      const out = outputs[k]!
      for (let lane = 0; lane < count; lane++) out[start + lane] = register[lane]!
    }
  }
}
