import type { Executor } from '../executor'
import { createGrid } from '../grid'
import { createTraceProgram } from '../walk/tracing'
import { encodeModule } from './encoder'
import { Instructions } from './instructions'
import { wasmKernel } from './kernel'
import { WasmRecorder } from './recorder'
import type { Scratch } from './scratch'

/** Generated WebAssembly; all of its modules work in `scratch`. */
export const wasmExecutor = (scratch: Scratch): Executor => {
  const kernel: Executor['kernel'] = (graph, outputs, inputs) => wasmKernel(graph, outputs, inputs, scratch)
  return {
    kind: 'wasm',
    scratch,
    kernel,
    grid: (graph, outputs, parameters) => createGrid(kernel, graph, outputs, parameters),
    trace: (spec) => createTraceProgram((variant) => new WasmRecorder(variant, scratch), spec),
  }
}

/** Whether generated modules with vectors run here: not under a policy that forbids them, nor in an old browser. */
export const canCompile = (scratch: Scratch): boolean => {
  const body = new Instructions().vector(1).simd('f64x2.sqrt').extractLane(0).body
  try {
    const bytes = encodeModule([{ name: 'probe', parameters: [], results: ['f64'], locals: [], body }])
    return scratch.instantiate(bytes).probe!() === 1
  } catch {
    return false
  }
}
