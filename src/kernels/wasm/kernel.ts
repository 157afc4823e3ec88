import type { Graph, NodeId } from '../../expression/graph'
import { lower, type PrimitiveGraph, type PrimitiveId, REDUCTION_LIMIT } from '../../expression/lowering'
import { ExactLanes } from '../exact-lanes'
import type { Kernel, KernelInputs } from '../kernel'
import { encodeMap, LANES, type MapLayout } from './map-module'
import type { Scratch } from './scratch'

/** Vectors in flight; lanes are processed `2 · WIDTH` at a time. */
const WIDTH = 2

type Run = (end: number) => number

interface Variant {
  readonly run: Run
  readonly layout: MapLayout
  /** Whether it is for this pattern of shared inputs. */
  suits(values: KernelInputs): boolean
}

const part = (values: Float64Array, start: number, count: number): Float64Array =>
  start === 0 && count === values.length ? values : values.subarray(start, start + count)

/** A kernel in WebAssembly. Throws RangeError when the graph reads an input that is not listed. */
export const wasmKernel = (
  graph: Graph,
  outputs: readonly NodeId[],
  inputs: readonly string[],
  scratch: Scratch,
): Kernel => {
  const lowered = lower(graph, outputs, inputs)
  return wasmPrimitives(lowered.graph, lowered.outputs, inputs, scratch)
}

/** The same for a graph that is made of primitives already. */
export const wasmPrimitives = (
  graph: PrimitiveGraph,
  outputs: readonly PrimitiveId[],
  inputs: readonly string[],
  scratch: Scratch,
): Kernel => {
  const exact = new ExactLanes(graph, outputs, inputs)
  const variants: Variant[] = []

  const variantFor = (values: KernelInputs): Variant => {
    for (const variant of variants) if (variant.suits(values)) return variant
    const shared = values.map((value) => typeof value === 'number')
    const { bytes, layout } = encodeMap(graph, outputs, exact.guard, inputs, shared, WIDTH)
    const variant = {
      run: scratch.instantiate(bytes).run as Run,
      layout,
      suits: (others: KernelInputs) => shared.every((isShared, i) => isShared === (typeof others[i] === 'number')),
    }
    variants.push(variant)
    return variant
  }

  return {
    inputs,
    outputs: outputs.length,
    run(values, results, count) {
      const { run, layout } = variantFor(values)
      const memory = scratch.floats(layout.size)
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!
        if (typeof value === 'number') memory[layout.input(i) / 8] = value
      }
      for (let start = 0; start < count; start += LANES) {
        const lanes = Math.min(LANES, count - start)
        for (let i = 0; i < values.length; i++) {
          const value = values[i]!
          if (typeof value !== 'number') memory.set(part(value, start, lanes), layout.input(i) / 8)
        }
        const largest = run(Math.ceil(lanes / (2 * WIDTH)) * (2 * WIDTH) * 8)
        for (let k = 0; k < outputs.length; k++) {
          const first = layout.output(k) / 8
          results[k]!.set(memory.subarray(first, first + lanes), start)
        }
        if (largest <= REDUCTION_LIMIT) continue
        const guards = layout.output(outputs.length) / 8
        exact.redo(values, results, memory.subarray(guards, guards + lanes), start, lanes)
      }
    },
  }
}
