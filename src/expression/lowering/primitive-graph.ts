import type { Primitives, Reduced } from './primitives'
import { reduceByParts } from './reduction'
import { scalar } from './scalar'

/** Index of a node in its graph; arguments always have smaller ids, so ascending ids are a topological order. */
export type PrimitiveId = number

/** Conditions are what the comparisons and `and`, `or`, `not`, `odd` give; everything else is a value. */
export type PrimitiveOp = 'input' | 'constant' | Exclude<keyof Primitives<number, boolean>, 'constant' | 'reduce'>

const commutative: ReadonlySet<PrimitiveOp> = new Set(['add', 'mul', 'min', 'max', 'eq', 'and', 'or'])
const conditions: ReadonlySet<PrimitiveOp> = new Set(['lt', 'le', 'eq', 'and', 'or', 'not', 'odd'])

/** What `reduce` was asked for, and its answer. */
export interface Reduction extends Reduced<PrimitiveId> {
  readonly argument: PrimitiveId
}

export const isCondition = (op: PrimitiveOp): boolean => conditions.has(op)

/**
 * A hash-consed graph of primitives: the instance of `Primitives` that kernels are made from. Building folds constants
 * and uses identities, but only those that keep every bit (of all but NaNs).
 */
export class PrimitiveGraph implements Primitives<PrimitiveId, PrimitiveId> {
  readonly #ops: PrimitiveOp[] = []
  readonly #args: (readonly PrimitiveId[])[] = []
  readonly #values: number[] = []
  readonly #names: string[] = []
  readonly #ids = new Map<string, PrimitiveId>()
  readonly #reductions = new Map<PrimitiveId, Reduced<PrimitiveId>>()
  readonly #nonzero = new Set<PrimitiveId>()

  get size(): number {
    return this.#ops.length
  }
  op(id: PrimitiveId): PrimitiveOp {
    return this.#ops[id]!
  }
  args(id: PrimitiveId): readonly PrimitiveId[] {
    return this.#args[id]!
  }
  /** Value of a constant, 1 or 0 for a constant condition; NaN for any other node. */
  value(id: PrimitiveId): number {
    return this.#values[id]!
  }
  /** Name of an input; empty for any other node. */
  name(id: PrimitiveId): string {
    return this.#names[id]!
  }
  isConstant(id: PrimitiveId, value?: number): boolean {
    return this.op(id) === 'constant' && (value === undefined || Object.is(this.value(id), value))
  }
  /** Every reduction by π/2 that is in the graph. */
  get reductions(): readonly Reduction[] {
    return [...this.#reductions].map(([argument, reduced]) => ({ argument, ...reduced }))
  }

  /** The nodes that `outputs` depend on, themselves included, arguments first. */
  reachable(outputs: readonly PrimitiveId[]): PrimitiveId[] {
    const live = new Uint8Array(this.size)
    let last = -1
    for (const id of outputs) {
      live[id] = 1
      last = Math.max(last, id)
    }
    const found: PrimitiveId[] = []
    for (let id = last; id >= 0; id--) {
      if (live[id] === 0) continue
      found.push(id)
      for (const arg of this.args(id)) live[arg] = 1
    }
    return found.reverse()
  }

  readonly input = (name: string): PrimitiveId => this.#intern(`i${name}`, 'input', [], Number.NaN, name)
  /** An input that is never given as 0 or −0, so that asking whether it is needs no answer at run time. */
  readonly nonzeroInput = (name: string): PrimitiveId => {
    const id = this.input(name)
    this.#nonzero.add(id)
    return id
  }
  readonly constant = (value: number): PrimitiveId =>
    this.#intern(`c${Object.is(value, -0) ? '-0' : value}`, 'constant', [], value, '')

  readonly add = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => {
    if (this.op(b) === 'neg') return this.sub(a, this.args(b)[0]!)
    if (this.op(a) === 'neg') return this.sub(b, this.args(a)[0]!)
    if (this.isConstant(b, -0)) return a
    if (this.isConstant(a, -0)) return b
    return this.#apply('add', a, b)
  }
  readonly sub = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => {
    if (this.op(b) === 'neg') return this.add(a, this.args(b)[0]!)
    if (this.isConstant(b, 0)) return a
    return this.#apply('sub', a, b)
  }
  readonly mul = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => {
    if (this.isConstant(a, 1)) return b
    if (this.isConstant(b, 1)) return a
    if (this.isConstant(a, -1)) return this.neg(b)
    if (this.isConstant(b, -1)) return this.neg(a)
    if (this.op(a) === 'neg') return this.neg(this.mul(this.args(a)[0]!, b))
    if (this.op(b) === 'neg') return this.neg(this.mul(a, this.args(b)[0]!))
    return this.#apply('mul', a, b)
  }
  readonly div = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => {
    if (this.isConstant(b) && isPowerOfTwo(this.value(b))) return this.mul(a, this.constant(1 / this.value(b)))
    if (this.op(a) === 'neg') return this.neg(this.div(this.args(a)[0]!, b))
    if (this.op(b) === 'neg') return this.neg(this.div(a, this.args(b)[0]!))
    return this.#apply('div', a, b)
  }
  readonly neg = (a: PrimitiveId): PrimitiveId => (this.op(a) === 'neg' ? this.args(a)[0]! : this.#apply('neg', a))
  readonly abs = (a: PrimitiveId): PrimitiveId => {
    if (this.op(a) === 'abs') return a
    return this.op(a) === 'neg' ? this.abs(this.args(a)[0]!) : this.#apply('abs', a)
  }
  readonly sqrt = (a: PrimitiveId): PrimitiveId => this.#apply('sqrt', a)
  readonly floor = (a: PrimitiveId): PrimitiveId => this.#apply('floor', a)
  readonly min = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => (a === b ? a : this.#apply('min', a, b))
  readonly max = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => (a === b ? a : this.#apply('max', a, b))
  readonly lt = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => this.#apply('lt', a, b)
  readonly le = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => this.#apply('le', a, b)
  readonly eq = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => {
    const isZero = (id: PrimitiveId) => this.isConstant(id) && this.value(id) === 0
    if ((this.#nonzero.has(a) && isZero(b)) || (this.#nonzero.has(b) && isZero(a))) return this.constant(0)
    return this.#apply('eq', a, b)
  }
  readonly and = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => {
    if (this.isConstant(a)) return this.value(a) === 1 ? b : a
    if (this.isConstant(b)) return this.value(b) === 1 ? a : b
    return a === b ? a : this.#apply('and', a, b)
  }
  readonly or = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => {
    if (this.isConstant(a)) return this.value(a) === 1 ? a : b
    if (this.isConstant(b)) return this.value(b) === 1 ? b : a
    return a === b ? a : this.#apply('or', a, b)
  }
  readonly not = (a: PrimitiveId): PrimitiveId => (this.op(a) === 'not' ? this.args(a)[0]! : this.#apply('not', a))
  readonly select = (condition: PrimitiveId, a: PrimitiveId, b: PrimitiveId): PrimitiveId => {
    if (a === b) return a
    if (this.isConstant(condition)) return this.value(condition) === 1 ? a : b
    if (this.op(condition) === 'not') return this.select(this.args(condition)[0]!, b, a)
    return this.#apply('select', condition, a, b)
  }
  readonly copySign = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => this.#apply('copySign', a, b)
  readonly odd = (a: PrimitiveId): PrimitiveId => this.#apply('odd', a)
  readonly flipSign = (a: PrimitiveId, b: PrimitiveId): PrimitiveId => this.#apply('flipSign', a, b)
  readonly power = (a: PrimitiveId): PrimitiveId => this.#apply('power', a)
  readonly exponent = (a: PrimitiveId): PrimitiveId => this.#apply('exponent', a)
  readonly significand = (a: PrimitiveId): PrimitiveId => this.#apply('significand', a)
  readonly high = (a: PrimitiveId): PrimitiveId => this.#apply('high', a)

  readonly reduce = (x: PrimitiveId): Reduced<PrimitiveId> => {
    const known = this.#reductions.get(x)
    if (known !== undefined) return known
    if (this.isConstant(x)) {
      const { quadrant, high, low } = scalar.reduce(this.value(x))
      return { quadrant: this.constant(quadrant), high: this.constant(high), low: this.constant(low) }
    }
    const reduced = reduceByParts(this, x)
    this.#reductions.set(x, reduced)
    return reduced
  }

  #apply(op: Exclude<PrimitiveOp, 'input' | 'constant'>, ...args: PrimitiveId[]): PrimitiveId {
    if (args.every((id) => this.isConstant(id))) return this.constant(this.#fold(op, args))
    if (commutative.has(op) && args[0]! > args[1]!) args.reverse()
    return this.#intern(`${op} ${args.join(' ')}`, op, args, Number.NaN, '')
  }

  #fold(op: Exclude<PrimitiveOp, 'input' | 'constant'>, args: readonly PrimitiveId[]): number {
    const evaluate = scalar[op] as (...values: (number | boolean)[]) => number | boolean
    const values = args.map((id) => this.value(id))
    const takesConditions = op === 'and' || op === 'or' || op === 'not'
    const result = evaluate(...(takesConditions ? values.map((value) => value === 1) : values))
    return Number(result)
  }

  #intern(key: string, op: PrimitiveOp, args: readonly PrimitiveId[], value: number, name: string): PrimitiveId {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#ops.length
    this.#ops.push(op)
    this.#args.push(args)
    this.#values.push(value)
    this.#names.push(name)
    this.#ids.set(key, id)
    return id
  }
}

/** Names of the inputs that `outputs` read. */
export const reachableInputs = (graph: PrimitiveGraph, outputs: readonly PrimitiveId[]): ReadonlySet<string> =>
  new Set(
    graph
      .reachable(outputs)
      .filter((id) => graph.op(id) === 'input')
      .map((id) => graph.name(id)),
  )

/** Whether dividing by it and multiplying by its inverse are the same in every bit. */
const isPowerOfTwo = (value: number): boolean =>
  Number.isFinite(value) &&
  Number.isFinite(1 / value) &&
  Math.abs(value) > 2 ** -1020 &&
  Math.abs(value) < 2 ** 1020 &&
  2 ** Math.round(Math.log2(Math.abs(value))) === Math.abs(value)
