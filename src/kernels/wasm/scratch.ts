/** Bytes of a page of WebAssembly memory. */
const PAGE = 65_536

/**
 * The one memory that all generated modules work in. It holds nothing between calls: every call copies its lanes in,
 * runs, and copies them out, so kernels own no memory and dropping one leaves nothing behind. (A memory a kernel would
 * each reserve gigabytes of address space; a hundred of them hang a page.)
 */
export class Scratch {
  readonly memory = new WebAssembly.Memory({ initial: 1 })
  #floats = new Float64Array(this.memory.buffer)

  /** The memory as float64, at least `bytes` long. Valid until the next call. */
  floats(bytes: number): Float64Array {
    const missing = bytes - this.memory.buffer.byteLength
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE))
    if (this.#floats.buffer !== this.memory.buffer) this.#floats = new Float64Array(this.memory.buffer)
    return this.#floats
  }
}
