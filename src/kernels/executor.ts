import type { Graph, NodeId } from '../expression'
import type { WalkSpec } from './fleet'
import { createGrid, type GridKernel } from './grid'
import { interpret, interpretPrimitives } from './interpret'
import type { Kernel } from './kernel'
import type { TraceProgram } from './trace'
import { KernelRecorder, traceInputs, traceOutputs } from './walk/kernel-recorder'
import { createTraceProgram, type Recorder, type TraceVariant } from './walk/tracing'
import type { Scratch } from './wasm/scratch'

/**
 * Makes graphs executable. All executors agree in every bit (NaN is NaN), so which one is at hand decides how fast
 * something is computed and nothing else. A thread makes one and passes it on.
 */
export interface Executor {
  readonly kind: 'interpreter' | 'wasm'
  /** The memory that generated modules work in; null where nothing is generated. */
  readonly scratch: Scratch | null
  /** Throws RangeError when the graph reads an input that is not listed. */
  kernel(graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]): Kernel
  /** Outputs that read x, y and `parameters`, over rectangles of points. */
  grid(graph: Graph, outputs: readonly NodeId[], parameters: Readonly<Record<string, number>>): GridKernel
  /** One climber, of whom everything is kept. Many, of whom only where they are is kept: `fleetOf`. */
  trace(spec: WalkSpec): TraceProgram
}

const interpretedRecorder = (variant: TraceVariant): Recorder =>
  new KernelRecorder(variant, interpretPrimitives(variant.graph, traceOutputs(variant), traceInputs(variant)))

/** Works wherever JavaScript does. Stateless. */
export const interpreter: Executor = {
  kind: 'interpreter',
  scratch: null,
  kernel: interpret,
  grid: (graph, outputs, parameters) => createGrid(interpret, graph, outputs, parameters),
  trace: (spec) => createTraceProgram(interpretedRecorder, spec),
}
