/** Bytes of a page of WebAssembly memory. */
const PAGE = 65_536

/** Modules kept: whoever drags a slider or a start asks for the same code again and again, and it gets faster with use. */
const KEPT = 16

type Functions = Readonly<Record<string, (...args: number[]) => void>>
export type Exports = Readonly<Record<string, (...args: number[]) => number>>

const latin1 = new TextDecoder('latin1')

/**
 * The one memory of a thread that all generated modules work in. It holds nothing between calls: every call copies its
 * lanes in, runs, and copies them out, so kernels own no memory and dropping one leaves nothing behind. (A memory a
 * kernel would each reserve gigabytes of address space; a hundred of them hang a page.)
 */
export class Scratch {
  readonly memory = new WebAssembly.Memory({ initial: 1 })
  #floats = new Float64Array(this.memory.buffer)
  readonly #modules = new Map<string, WebAssembly.Module>()

  /** The memory as float64, at least `bytes` long. Valid until the next call. */
  floats(bytes: number): Float64Array {
    const missing = bytes - this.memory.buffer.byteLength
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE))
    if (this.#floats.buffer !== this.memory.buffer) this.#floats = new Float64Array(this.memory.buffer)
    return this.#floats
  }

  /**
   * Compiles a generated module, unless it is among those used last, and binds it to the memory and `functions`. Throws
   * WebAssembly.CompileError where a content security policy forbids generated code or where vectors are unknown (see
   * `canCompile`).
   */
  instantiate(bytes: Uint8Array<ArrayBuffer>, functions: Functions = {}): Exports {
    const key = latin1.decode(bytes)
    const module = this.#modules.get(key) ?? new WebAssembly.Module(bytes)
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    this.#modules.delete(key)
    this.#modules.set(key, module)
    if (this.#modules.size > KEPT) this.#modules.delete(this.#modules.keys().next().value!)
    return new WebAssembly.Instance(module, { env: { memory: this.memory, ...functions } })
      .exports as unknown as Exports
  }
}
