import type { Executor } from './executor'
import type { FleetProgram, WalkSpec } from './fleet'
import { interpretPrimitives } from './interpret'
import { KernelWalker, walkInputs, walkOutputs } from './walk/kernel-walker'
import { createFleetProgram, type WalkExecutor } from './walk/program'
import { wasmPrimitives } from './wasm/kernel'
import type { Scratch } from './wasm/scratch'
import { WasmWalker } from './wasm/walker'

/**
 * Many climbers, of whom only where they are is kept. No method of `Executor`: what it takes is fetched when a page first
 * asks for a crowd.
 */
export const fleetOf = ({ scratch }: Executor, spec: WalkSpec): FleetProgram =>
  createFleetProgram(scratch === null ? interpreted : generated(scratch), spec)

const interpreted: WalkExecutor = {
  primitives: interpretPrimitives,
  walker: (variant) =>
    new KernelWalker(variant, interpretPrimitives(variant.graph, walkOutputs(variant), walkInputs(variant))),
}

const generated = (scratch: Scratch): WalkExecutor => ({
  primitives: (graph, outputs, inputs) => wasmPrimitives(graph, outputs, inputs, scratch),
  walker: (variant) => new WasmWalker(variant, scratch),
})
