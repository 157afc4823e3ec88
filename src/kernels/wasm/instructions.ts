import { Body } from './body'

/** Opcodes after the SIMD prefix 0xfd (WebAssembly core specification 2.0, section 5.4.9). */
const simd = {
  'v128.load': 0x00,
  'v128.load64_splat': 0x0a,
  'v128.store': 0x0b,
  'v128.const': 0x0c,
  'f64x2.splat': 0x14,
  'f64x2.extract_lane': 0x21,
  'f64x2.eq': 0x47,
  'f64x2.ne': 0x48,
  'f64x2.lt': 0x49,
  'f64x2.le': 0x4b,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'v128.any_true': 0x53,
  'v128.store64_lane': 0x5b,
  'f64x2.floor': 0x75,
  'i64x2.neg': 0xc1,
  'i64x2.all_true': 0xc3,
  'i64x2.bitmask': 0xc4,
  'i64x2.shl': 0xcb,
  'i64x2.shr_u': 0xcd,
  'f64x2.abs': 0xec,
  'f64x2.neg': 0xed,
  'f64x2.sqrt': 0xef,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'f64x2.min': 0xf4,
  'f64x2.max': 0xf5,
  'f64x2.pmin': 0xf6,
  'f64x2.pmax': 0xf7,
} as const

export type SimdInstruction = keyof typeof simd

const float = new Float64Array(1)
const bytes = new Uint8Array(float.buffer)
const bits = new BigInt64Array(float.buffer)

/** A function body: one method an instruction, in the specification's names. */
export class Instructions extends Body {
  simd(name: SimdInstruction): this {
    this.body.byte(0xfd).unsigned(simd[name])
    return this
  }

  /** Loads or stores at address (top of the stack) + offset, aligned to 8 bytes. */
  memory(name: 'v128.load' | 'v128.load64_splat' | 'v128.store', offset: number): this {
    this.simd(name).body.unsigned(3).unsigned(offset)
    return this
  }

  /** Stores the first lane at address + offset. */
  storeLane(offset: number): this {
    this.simd('v128.store64_lane').body.unsigned(3).unsigned(offset).byte(0)
    return this
  }

  /** Both lanes the same float64. */
  vector(value: number): this {
    float[0] = value
    this.simd('v128.const').body.bytes(bytes).bytes(bytes)
    return this
  }

  /** Both lanes the same 64 bits. */
  vectorBits(pattern: bigint): this {
    bits[0] = pattern
    this.simd('v128.const').body.bytes(bytes).bytes(bytes)
    return this
  }

  extractLane(lane: 0 | 1): this {
    this.simd('f64x2.extract_lane').body.byte(lane)
    return this
  }

  readonly addInt = () => this.#plain(0x6a)
  readonly subInt = () => this.#plain(0x6b)
  readonly mulInt = () => this.#plain(0x6c)
  readonly andInt = () => this.#plain(0x71)
  readonly orInt = () => this.#plain(0x72)
  readonly shiftRightInt = () => this.#plain(0x76)
  readonly lessInt = () => this.#plain(0x48)
  readonly notLessInt = () => this.#plain(0x4e)
  readonly isZero = () => this.#plain(0x45)
  readonly toFloat = () => this.#plain(0xb7)
  readonly maxFloat = () => this.#plain(0xa5)
  readonly end = () => this.#plain(0x0b)
  readonly drop = () => this.#plain(0x1a)

  /** Blocks and loops without results. */
  block(): this {
    this.body.byte(0x02).byte(0x40)
    return this
  }
  branch(depth: number): this {
    this.body.byte(0x0c).unsigned(depth)
    return this
  }

  call(index: number): this {
    this.body.byte(0x10).unsigned(index)
    return this
  }

  #plain(opcode: number): this {
    this.body.byte(opcode)
    return this
  }
}
