import type { PrimitiveOp } from '../../expression/lowering'

/** One operation over the first `count` lanes of its registers. */
export type Instruction = (count: number) => void

/** Lanes of one value, with the same bits as 32-bit words, low word first. Conditions are 1 and 0. */
export interface Register {
  readonly floats: Float64Array
  readonly words: Int32Array
}

export function createRegister(lanes: number): Register {
  const floats = new Float64Array(lanes)
  return { floats, words: new Int32Array(floats.buffer) }
}

type Computed = Exclude<PrimitiveOp, 'input' | 'constant'>

/** The instruction that computes `op` of the registers `args` into `out`, which may be one of them. */
export function instruction(op: Computed, out: Register, args: readonly Register[]): Instruction {
  return makers[op](out, args[0]!, args[1]!, args[2]!)
}

type Maker = (out: Register, a: Register, b: Register, c: Register) => Instruction

// One closure an operation, not one loop over a function: the engine compiles each to straight arithmetic.
const makers: Readonly<Record<Computed, Maker>> = {
  add:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! + b[i]!
    },
  sub:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! - b[i]!
    },
  mul:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! * b[i]!
    },
  div:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! / b[i]!
    },
  sqrt:
    ({ floats: out }, { floats: a }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = Math.sqrt(a[i]!)
    },
  neg:
    ({ floats: out }, { floats: a }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = -a[i]!
    },
  abs:
    ({ floats: out }, { floats: a }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = Math.abs(a[i]!)
    },
  floor:
    ({ floats: out }, { floats: a }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = Math.floor(a[i]!)
    },
  min:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = Math.min(a[i]!, b[i]!)
    },
  max:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = Math.max(a[i]!, b[i]!)
    },
  lt:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! < b[i]! ? 1 : 0
    },
  le:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! <= b[i]! ? 1 : 0
    },
  eq:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! === b[i]! ? 1 : 0
    },
  and:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[i]! * b[i]!
    },
  or:
    ({ floats: out }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = Math.max(a[i]!, b[i]!)
    },
  not:
    ({ floats: out }, { floats: a }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = 1 - a[i]!
    },
  select:
    ({ floats: out }, { floats: condition }, { floats: a }, { floats: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = condition[i] !== 0 ? a[i]! : b[i]!
    },
  copySign:
    ({ floats: out }, { floats: a }, { words: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) {
        const magnitude = Math.abs(a[i]!)
        out[i] = b[2 * i + 1]! < 0 ? -magnitude : magnitude
      }
    },
  odd:
    ({ floats: out }, { words: a }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[2 * i]! & 1
    },
  flipSign:
    ({ floats: out }, { floats: a }, { words: b }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = (b[2 * i]! & 2) === 0 ? a[i]! : -a[i]!
    },
  power:
    ({ words: out }, { words: a }) =>
    (count) => {
      for (let i = 0; i < 2 * count; i += 2) {
        out[i + 1] = a[i]! << 20
        out[i] = 0
      }
    },
  exponent:
    ({ floats: out }, { words: a }) =>
    (count) => {
      for (let i = 0; i < count; i++) out[i] = a[2 * i + 1]! >>> 20
    },
  significand:
    ({ words: out }, { words: a }) =>
    (count) => {
      for (let i = 0; i < 2 * count; i += 2) {
        out[i] = a[i]!
        out[i + 1] = (a[i + 1]! & 0xfffff) | 0x3ff00000
      }
    },
  high:
    ({ words: out }, { words: a }) =>
    (count) => {
      for (let i = 0; i < 2 * count; i += 2) {
        out[i] = 0
        out[i + 1] = a[i + 1]!
      }
    },
}
