import { type Executor, interpreter } from './executor'
import { canCompile, wasmExecutor } from './wasm/executor'
import { Scratch } from './wasm/scratch'

/**
 * The fastest executor that works here: WebAssembly where vectors are known and the page's policy allows generated code,
 * else the interpreter. Call once a thread and pass it on: it owns the memory that its kernels work in.
 */
export const createExecutor = (): Executor => {
  if (typeof WebAssembly === 'undefined') return interpreter
  const scratch = new Scratch()
  return canCompile(scratch) ? wasmExecutor(scratch) : interpreter
}
