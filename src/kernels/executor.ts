import type { Graph, NodeId } from '../expression'
import type { FleetProgram, WalkSpec } from './fleet'
import { interpret, interpretPrimitives } from './interpret'
import type { Kernel } from './kernel'
import { KernelWalker, walkInputs, walkOutputs } from './walk/kernel-walker'
import { createFleetProgram, type WalkExecutor } from './walk/program'

/**
 * Makes graphs executable. All executors agree in every bit (NaN is NaN), so which one is at hand decides how fast
 * something is computed and nothing else. A thread makes one and passes it on.
 */
export interface Executor {
  readonly kind: 'interpreter' | 'wasm'
  /** Throws RangeError when the graph reads an input that is not listed. */
  kernel(graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]): Kernel
  fleet(spec: WalkSpec): FleetProgram
}

const interpretedWalks: WalkExecutor = {
  primitives: interpretPrimitives,
  walker: (variant) =>
    new KernelWalker(variant, interpretPrimitives(variant.graph, walkOutputs(variant), walkInputs(variant))),
}

/** Works wherever JavaScript does. Stateless. */
export const interpreter: Executor = {
  kind: 'interpreter',
  kernel: interpret,
  fleet: (spec) => createFleetProgram(interpretedWalks, spec),
}
