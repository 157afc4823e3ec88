/** Bytes of a WebAssembly module, written front to back (WebAssembly core specification 2.0, chapter 5). */
export class ByteWriter {
  readonly #bytes: number[] = []

  get length(): number {
    return this.#bytes.length
  }

  byte(...values: number[]): this {
    this.#bytes.push(...values)
    return this
  }

  /** LEB128, unsigned. */
  unsigned(value: number): this {
    let rest = value
    do {
      const low = rest % 128
      rest = Math.floor(rest / 128)
      this.#bytes.push(rest > 0 ? low + 128 : low)
    } while (rest > 0)
    return this
  }

  /** LEB128, signed, of a 32-bit integer. */
  signed(value: number): this {
    let rest = value
    for (;;) {
      const low = rest & 0x7f
      rest >>= 7
      const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
      this.#bytes.push(done ? low : low | 0x80)
      if (done) return this
    }
  }

  name(text: string): this {
    this.unsigned(text.length)
    for (let i = 0; i < text.length; i++) this.#bytes.push(text.charCodeAt(i))
    return this
  }

  /** The bytes of another writer, preceded by their number. */
  sized(content: ByteWriter): this {
    this.unsigned(content.length)
    for (const value of content.#bytes) this.#bytes.push(value)
    return this
  }

  append(content: ByteWriter): this {
    for (const value of content.#bytes) this.#bytes.push(value)
    return this
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes)
  }
}

export const valueType = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const
export type ValueType = keyof typeof valueType

export interface FunctionDefinition {
  readonly name: string
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
  /** Locals beyond the parameters, by type, in order of their indices. */
  readonly locals: readonly { readonly type: ValueType; readonly count: number }[]
  /** Instructions, without the closing `end`. */
  readonly body: ByteWriter
}

const section = (module: ByteWriter, id: number, content: ByteWriter): void => {
  module.byte(id).sized(content)
}

/** A module that imports its memory as `env.memory` and exports every function by its name. */
export const encodeModule = (functions: readonly FunctionDefinition[]): Uint8Array<ArrayBuffer> => {
  const module = new ByteWriter().byte(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00)
  const types = new ByteWriter().unsigned(functions.length)
  const imports = new ByteWriter().unsigned(1).name('env').name('memory').byte(0x02, 0x00).unsigned(1)
  const indices = new ByteWriter().unsigned(functions.length)
  const exports = new ByteWriter().unsigned(functions.length)
  const code = new ByteWriter().unsigned(functions.length)
  functions.forEach(({ name, parameters, results, locals, body }, i) => {
    types
      .byte(0x60)
      .unsigned(parameters.length)
      .byte(...parameters.map((type) => valueType[type]))
    types.unsigned(results.length).byte(...results.map((type) => valueType[type]))
    indices.unsigned(i)
    exports.name(name).byte(0x00).unsigned(i)
    const content = new ByteWriter().unsigned(locals.length)
    for (const { type, count } of locals) content.unsigned(count).byte(valueType[type])
    code.sized(content.append(body).byte(0x0b))
  })
  section(module, 1, types)
  section(module, 2, imports)
  section(module, 3, indices)
  section(module, 7, exports)
  section(module, 10, code)
  return module.toBytes()
}
