import type { Scratch } from './scratch'

export type Exports = Readonly<Record<string, (...args: number[]) => number>>

/**
 * Compiles a generated module and binds it to the thread's memory. Throws WebAssembly.CompileError where a content
 * security policy forbids it or where SIMD is unknown (see `canCompile`).
 */
export const instantiate = (bytes: Uint8Array<ArrayBuffer>, scratch: Scratch): Exports =>
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: scratch.memory } })
    .exports as unknown as Exports
