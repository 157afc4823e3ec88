/** Bytes of a WebAssembly module, written front to back (WebAssembly core specification 2.0, chapter 5). */
export class ByteWriter {
  #bytes = new Uint8Array(64)
  #length = 0

  get length(): number {
    return this.#length
  }

  #reserve(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(2 * needed)
    larger.set(this.#written())
    this.#bytes = larger
  }

  #written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  // One a call: thousands are written for every formula, by code that no engine has optimised yet.
  byte(value: number): this {
    if (this.#length === this.#bytes.length) this.#reserve(1)
    this.#bytes[this.#length++] = value
    return this
  }

  bytes(values: ArrayLike<number>): this {
    this.#reserve(values.length)
    this.#bytes.set(values, this.#length)
    this.#length += values.length
    return this
  }

  /** LEB128, unsigned. */
  unsigned(value: number): this {
    let rest = value
    while (rest >= 128) {
      this.byte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    return this.byte(rest)
  }

  /** LEB128, signed, of a 32-bit integer. */
  signed(value: number): this {
    let rest = value
    for (;;) {
      const low = rest & 0x7f
      rest >>= 7
      const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
      this.byte(done ? low : low | 0x80)
      if (done) return this
    }
  }

  /** The same of a 64-bit integer. */
  signedLong(value: bigint): this {
    let rest = value
    for (;;) {
      const low = Number(rest & 0x7fn)
      rest >>= 7n
      const done = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0)
      this.byte(done ? low : low | 0x80)
      if (done) return this
    }
  }

  /** ASCII. */
  name(text: string): this {
    return this.unsigned(text.length).bytes(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
  }

  /** The bytes of another writer, preceded by their number. */
  sized(content: ByteWriter): this {
    return this.unsigned(content.length).append(content)
  }

  append(content: ByteWriter): this {
    return this.bytes(content.#written())
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length)
  }
}

export const valueType = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const
export type ValueType = keyof typeof valueType

export interface FunctionImport {
  readonly name: string
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
}

export interface FunctionDefinition extends FunctionImport {
  /** Locals beyond the parameters, by type, in order of their indices. */
  readonly locals: readonly { readonly type: ValueType; readonly count: number }[]
  /** Instructions, without the closing `end`. */
  readonly body: ByteWriter
}

const section = (module: ByteWriter, id: number, content: ByteWriter): void => {
  module.byte(id).sized(content)
}

/**
 * A module that imports its memory as `env.memory`, functions from `env` by their names, and exports every function of its
 * own by its name. Imported functions have the first indices.
 */
export const encodeModule = (
  functions: readonly FunctionDefinition[],
  imported: readonly FunctionImport[] = [],
): Uint8Array<ArrayBuffer> => {
  const module = new ByteWriter().bytes([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])
  const types = new ByteWriter().unsigned(imported.length + functions.length)
  const imports = new ByteWriter().unsigned(1 + imported.length)
  imports.name('env').name('memory').byte(0x02).byte(0x00).unsigned(1)
  const indices = new ByteWriter().unsigned(functions.length)
  const exports = new ByteWriter().unsigned(functions.length)
  const code = new ByteWriter().unsigned(functions.length)
  imported.forEach((each, i) => {
    signature(types, each)
    imports.name('env').name(each.name).byte(0x00).unsigned(i)
  })
  functions.forEach((each, i) => {
    signature(types, each)
    indices.unsigned(imported.length + i)
    exports
      .name(each.name)
      .byte(0x00)
      .unsigned(imported.length + i)
    const content = new ByteWriter().unsigned(each.locals.length)
    for (const { type, count } of each.locals) content.unsigned(count).byte(valueType[type])
    code.sized(content.append(each.body).byte(0x0b))
  })
  section(module, 1, types)
  section(module, 2, imports)
  section(module, 3, indices)
  section(module, 7, exports)
  section(module, 10, code)
  return module.toBytes()
}

const signature = (types: ByteWriter, { parameters, results }: FunctionImport): void => {
  types.byte(0x60)
  for (const list of [parameters, results]) types.unsigned(list.length).bytes(list.map((type) => valueType[type]))
}
