import { Body } from './body'

/** Opcodes of one byte (WebAssembly core specification 2.0, sections 5.4.1 to 5.4.8). */
const plain = {
  else: 0x05,
  end: 0x0b,
  'i32.eqz': 0x45,
  'i32.lt_s': 0x48,
  'i64.ne': 0x52,
  'i64.lt_s': 0x53,
  'f64.eq': 0x61,
  'f64.ne': 0x62,
  'f64.lt': 0x63,
  'f64.le': 0x65,
  'i32.add': 0x6a,
  'i32.and': 0x71,
  'i32.or': 0x72,
  'i32.shr_u': 0x76,
  'i64.and': 0x83,
  'i64.or': 0x84,
  'i64.xor': 0x85,
  'i64.shl': 0x86,
  'i64.shr_u': 0x88,
  'f64.abs': 0x99,
  'f64.neg': 0x9a,
  'f64.floor': 0x9c,
  'f64.sqrt': 0x9f,
  'f64.add': 0xa0,
  'f64.sub': 0xa1,
  'f64.mul': 0xa2,
  'f64.div': 0xa3,
  'f64.min': 0xa4,
  'f64.max': 0xa5,
  'i32.wrap_i64': 0xa7,
  'f64.convert_i64_u': 0xba,
  'i64.reinterpret_f64': 0xbd,
  'f64.reinterpret_i64': 0xbf,
} as const

export type ScalarInstruction = keyof typeof plain

/** A function body of instructions on single numbers, in the specification's names. */
export class ScalarInstructions extends Body {
  op(...names: readonly ScalarInstruction[]): this {
    for (const name of names) this.body.byte(plain[name])
    return this
  }

  /** A constant of 64 bits. */
  long(value: bigint): this {
    this.body.byte(0x42).signedLong(value)
    return this
  }

  /** Loads from address (top of the stack) + offset, aligned to 8 bytes. */
  load(offset: number): this {
    this.body.byte(0x2b).byte(3).unsigned(offset)
    return this
  }
  /** The low 32 bits of what is there. */
  loadInt(offset: number): this {
    this.body.byte(0x28).byte(2).unsigned(offset)
    return this
  }
  /** Stores a number (top of the stack) at address (below it) + offset. */
  store(offset: number): this {
    this.body.byte(0x39).byte(3).unsigned(offset)
    return this
  }
}
