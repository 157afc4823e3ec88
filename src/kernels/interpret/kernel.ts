import type { Graph, NodeId } from '../../expression/graph'
import { lower, type PrimitiveGraph, type PrimitiveId } from '../../expression/lowering'
import { ExactLanes } from '../exact-lanes'
import type { Kernel, KernelInputs } from '../kernel'
import { LANES, Tape } from './tape'

/**
 * The reference executor: batched operations in plain TypeScript. Only what the outputs depend on is evaluated; what
 * depends on shared inputs alone, once. Throws RangeError when the graph reads an input that is not listed.
 */
export function interpret(graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]): Kernel {
  const lowered = lower(graph, outputs, inputs)
  return interpretPrimitives(lowered.graph, lowered.outputs, inputs)
}

/** The same for a graph that is made of primitives already. */
export function interpretPrimitives(
  graph: PrimitiveGraph,
  outputs: readonly PrimitiveId[],
  inputs: readonly string[],
): Kernel {
  const exact = new ExactLanes(graph, outputs, inputs)
  const roots = exact.guard === undefined ? outputs : [...outputs, exact.guard]
  const tapes = new Map<string, Tape>()

  const tapeFor = (values: KernelInputs): Tape => {
    const shared = values.map((value) => typeof value === 'number')
    const key = shared.join()
    const known = tapes.get(key)
    if (known !== undefined) return known
    const tape = new Tape(graph, roots, inputs, shared)
    tapes.set(key, tape)
    return tape
  }

  return {
    inputs,
    outputs: outputs.length,
    run(values, results, count) {
      const tape = tapeFor(values)
      tape.evaluateShared(values, Math.min(count, LANES))
      for (let start = 0; start < count; start += LANES) {
        const lanes = Math.min(LANES, count - start)
        const registers = tape.evaluate(values, start, lanes)
        for (let k = 0; k < outputs.length; k++) {
          const register = registers[k]!
          const out = results[k]!
          for (let lane = 0; lane < lanes; lane++) out[start + lane] = register[lane]!
        }
        if (exact.guard !== undefined) exact.redo(values, results, registers[outputs.length]!, start, lanes)
      }
    },
  }
}
