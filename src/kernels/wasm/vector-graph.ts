import type { PrimitiveGraph, PrimitiveId, PrimitiveOp } from '../../expression/lowering'
import type { SimdInstruction } from './instructions'

/** Index of a node; arguments have smaller ones. */
export type VectorId = number

/** One SIMD instruction, a constant, or an input. */
export type VectorNode =
  | { readonly kind: 'input'; readonly name: string; readonly args: readonly [] }
  | { readonly kind: 'constant'; readonly bits: bigint; readonly args: readonly [] }
  | {
      readonly kind: 'instruction'
      readonly instruction: SimdInstruction
      readonly args: readonly VectorId[]
      /** Of a shift, by how many bits. */
      readonly shift?: number
    }

export interface VectorGraph {
  readonly nodes: readonly VectorNode[]
  readonly outputs: readonly VectorId[]
}

const SIGN = 1n << 63n
const ONE = 0x3ffn << 52n
const FRACTION = (1n << 52n) - 1n
const HIGH_WORD = -1n << 32n
const TWO_TO_52 = 1075n << 52n

const float = new Float64Array(1)
const bits = new BigInt64Array(float.buffer)
const bitsOf = (value: number): bigint => {
  float[0] = value
  return BigInt.asUintN(64, bits[0]!)
}

const direct: ReadonlyMap<PrimitiveOp, SimdInstruction> = new Map([
  ['add', 'f64x2.add'],
  ['sub', 'f64x2.sub'],
  ['mul', 'f64x2.mul'],
  ['div', 'f64x2.div'],
  ['sqrt', 'f64x2.sqrt'],
  ['neg', 'f64x2.neg'],
  ['abs', 'f64x2.abs'],
  ['floor', 'f64x2.floor'],
  ['min', 'f64x2.min'],
  ['max', 'f64x2.max'],
  ['lt', 'f64x2.lt'],
  ['le', 'f64x2.le'],
  ['eq', 'f64x2.eq'],
  ['and', 'v128.and'],
  ['or', 'v128.or'],
])

/**
 * Chooses SIMD instructions for the outputs of a primitive graph. Conditions become masks, all bits of a lane set or
 * clear. The result is hash-consed and holds only what the outputs need. Nodes of `given` are inputs of the name they
 * have there: somebody else computes them.
 */
export const selectInstructions = (
  graph: PrimitiveGraph,
  outputs: readonly PrimitiveId[],
  given: ReadonlyMap<PrimitiveId, string> = new Map<PrimitiveId, string>(),
): VectorGraph => new Selection(graph, given).select(outputs)

class Selection {
  readonly #graph: PrimitiveGraph
  readonly #nodes: VectorNode[] = []
  readonly #ids = new Map<string, VectorId>()
  readonly #done = new Map<PrimitiveId, VectorId>()

  readonly #given: ReadonlyMap<PrimitiveId, string>

  constructor(graph: PrimitiveGraph, given: ReadonlyMap<PrimitiveId, string>) {
    this.#graph = graph
    this.#given = given
  }

  select(outputs: readonly PrimitiveId[]): VectorGraph {
    const pending = [...outputs]
    const needed = new Set<PrimitiveId>()
    while (pending.length > 0) {
      const id = pending.pop()!
      if (needed.has(id)) continue
      needed.add(id)
      if (!this.#given.has(id)) pending.push(...this.#graph.args(id))
    }
    for (const id of [...needed].sort((a, b) => a - b)) this.#done.set(id, this.#translate(id))
    return compact(
      this.#nodes,
      outputs.map((id) => this.#done.get(id)!),
    )
  }

  #translate(id: PrimitiveId): VectorId {
    const graph = this.#graph
    const op = graph.op(id)
    const name = this.#given.get(id) ?? (op === 'input' ? graph.name(id) : undefined)
    if (name !== undefined) return this.#intern(`i${name}`, { kind: 'input', name, args: [] })
    if (op === 'constant') return this.#constant(bitsOf(graph.value(id)))
    if (op === 'select') return this.#select(id)
    const args = graph.args(id).map((arg) => this.#done.get(arg)!)
    const instruction = direct.get(op)
    return instruction === undefined ? this.#moveBits(op, args) : this.#emit(instruction, args)
  }

  /** Minimum, maximum, and choices against zero take one instruction; `bitselect` takes three on x86. */
  #select(id: PrimitiveId): VectorId {
    const graph = this.#graph
    const [condition, a, b] = graph.args(id) as [PrimitiveId, PrimitiveId, PrimitiveId]
    const of = (arg: PrimitiveId) => this.#done.get(arg)!
    if (graph.op(condition) === 'lt' && !this.#given.has(condition)) {
      const [left, right] = graph.args(condition)
      if (left === a && right === b) return this.#emit('f64x2.pmin', [of(b), of(a)])
      if (left === b && right === a) return this.#emit('f64x2.pmax', [of(b), of(a)])
    }
    if (graph.isConstant(b, 0)) return this.#emit('v128.and', [of(a), of(condition)])
    if (graph.isConstant(a, 0)) return this.#emit('v128.andnot', [of(b), of(condition)])
    return this.#emit('v128.bitselect', [of(a), of(b), of(condition)])
  }

  #moveBits(op: PrimitiveOp, [a, b]: readonly VectorId[]): VectorId {
    switch (op) {
      case 'not':
        return this.#emit('v128.not', [a!])
      case 'copySign':
        return this.#emit('v128.bitselect', [b!, a!, this.#constant(SIGN)])
      case 'odd':
        return this.#emit('i64x2.neg', [this.#emit('v128.and', [a!, this.#constant(1n)])])
      case 'flipSign':
        return this.#emit('v128.xor', [
          a!,
          this.#emit('v128.and', [this.#shift('i64x2.shl', b!, 62), this.#constant(SIGN)]),
        ])
      case 'power':
        return this.#shift('i64x2.shl', a!, 52)
      case 'exponent': {
        // The integer becomes the fraction of 2^52 + integer.
        const biased = this.#emit('v128.or', [this.#shift('i64x2.shr_u', a!, 52), this.#constant(TWO_TO_52)])
        return this.#emit('f64x2.sub', [biased, this.#constant(TWO_TO_52)])
      }
      case 'significand':
        return this.#emit('v128.or', [this.#emit('v128.and', [a!, this.#constant(FRACTION)]), this.#constant(ONE)])
      case 'high':
        return this.#emit('v128.and', [a!, this.#constant(BigInt.asUintN(64, HIGH_WORD))])
      default:
        throw new RangeError(`no instruction for ${op}`)
    }
  }

  #constant(value: bigint): VectorId {
    return this.#intern(`c${value}`, { kind: 'constant', bits: value, args: [] })
  }

  #shift(instruction: SimdInstruction, a: VectorId, shift: number): VectorId {
    return this.#intern(`${instruction} ${a} ${shift}`, { kind: 'instruction', instruction, args: [a], shift })
  }

  #emit(instruction: SimdInstruction, args: readonly VectorId[]): VectorId {
    return this.#intern(`${instruction} ${args.join(' ')}`, { kind: 'instruction', instruction, args })
  }

  #intern(key: string, node: VectorNode): VectorId {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#nodes.push(node)
    this.#ids.set(key, this.#nodes.length - 1)
    return this.#nodes.length - 1
  }
}

/** Drops what the outputs do not need: conditions, for instance, that went into a minimum. */
const compact = (nodes: readonly VectorNode[], outputs: readonly VectorId[]): VectorGraph => {
  const live = new Array<boolean>(nodes.length).fill(false)
  for (const id of outputs) live[id] = true
  for (let id = nodes.length - 1; id >= 0; id--) if (live[id]) for (const arg of nodes[id]!.args) live[arg] = true
  const moved = new Map<VectorId, VectorId>()
  const kept: VectorNode[] = []
  nodes.forEach((node, id) => {
    if (!live[id]) return
    moved.set(id, kept.length)
    kept.push({ ...node, args: node.args.map((arg) => moved.get(arg)!) } as VectorNode)
  })
  return { nodes: kept, outputs: outputs.map((id) => moved.get(id)!) }
}
