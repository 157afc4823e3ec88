import { isCondition, type PrimitiveGraph, type PrimitiveId, type PrimitiveOp } from '../../expression/lowering'
import { isStaircase } from '../walk/arrival'
import type { Guesses } from '../walk/guesses'
import type { Locals } from './locals'
import type { ScalarInstruction, ScalarInstructions } from './scalar-instructions'

const EXPONENT_SHIFT = 52n
const FRACTION = (1n << 52n) - 1n
const ONE = 0x3ffn << 52n
const HIGH_WORD = -1n << 32n

const direct: ReadonlyMap<PrimitiveOp, ScalarInstruction> = new Map([
  ['add', 'f64.add'],
  ['sub', 'f64.sub'],
  ['mul', 'f64.mul'],
  ['div', 'f64.div'],
  ['sqrt', 'f64.sqrt'],
  ['neg', 'f64.neg'],
  ['abs', 'f64.abs'],
  ['floor', 'f64.floor'],
  ['min', 'f64.min'],
  ['max', 'f64.max'],
  ['lt', 'f64.lt'],
  ['le', 'f64.le'],
  ['eq', 'f64.eq'],
  ['and', 'i32.and'],
  ['or', 'i32.or'],
  ['not', 'i32.eqz'],
])

/** Pushes what somebody else keeps: an input, a term, a constant. */
export type PushGiven = (id: PrimitiveId) => void

/**
 * Writes one step as instructions on single numbers, made for a processor that runs ahead: what a climber waits for is
 * the longest chain of operations, and branches are not part of it as long as they are foreseen. So choices are branches;
 * a staircase is kept from the step before, and replaced when it turns out to be another; a guess is used, and replaced
 * when it turns out to be wrong.
 */
export class ScalarEmitter {
  readonly #out: ScalarInstructions
  readonly #graph: PrimitiveGraph
  readonly #locals: Locals
  readonly #guesses: Guesses
  readonly #given: ReadonlySet<PrimitiveId>
  readonly #pushGiven: PushGiven
  readonly #places = new Map<PrimitiveId, number>()
  readonly #uses = new Map<PrimitiveId, number>()
  /** Locals of staircases: theirs alone, from step to step. */
  readonly #kept = new Map<PrimitiveId, number>()

  constructor(
    out: ScalarInstructions,
    graph: PrimitiveGraph,
    locals: Locals,
    { guesses, given, pushGiven }: { guesses: Guesses; given: ReadonlySet<PrimitiveId>; pushGiven: PushGiven },
  ) {
    this.#out = out
    this.#graph = graph
    this.#locals = locals
    this.#guesses = guesses
    this.#given = given
    this.#pushGiven = pushGiven
  }

  /** Computes `roots`, which stay in their locals. */
  emit(roots: readonly PrimitiveId[]): void {
    const order = this.#order(roots)
    for (const id of [...roots, ...order.flatMap((node) => this.#operands(node))]) {
      this.#uses.set(id, (this.#uses.get(id) ?? 0) + 1)
    }
    for (const id of order) if (isStaircase(this.#graph, id)) this.#kept.set(id, this.#locals.take('f64'))
    for (const id of order) {
      this.#emitNode(id)
      for (const operand of this.#operands(id)) this.#release(operand)
    }
  }

  /** Pushes a computed value, or a condition as an integer. */
  push(id: PrimitiveId): void {
    const local = this.#places.get(id)
    if (local === undefined) this.#pushGiven(id)
    else this.#out.get(local)
  }

  #isGiven(id: PrimitiveId): boolean {
    return this.#given.has(id) || this.#graph.args(id).length === 0
  }

  #operands(id: PrimitiveId): readonly PrimitiveId[] {
    const guess = this.#guesses.get(id)
    return guess === undefined ? this.#graph.args(id) : [guess, ...this.#graph.args(id)]
  }

  /** What has to be computed, operands first. */
  #order(roots: readonly PrimitiveId[]): PrimitiveId[] {
    const order: PrimitiveId[] = []
    const seen = new Set<PrimitiveId>()
    const pending = [...roots].reverse()
    while (pending.length > 0) {
      const id = pending.at(-1)!
      const missing = seen.has(id) ? [] : this.#operands(id).filter((operand) => !seen.has(operand))
      if (!seen.has(id) && !this.#isGiven(id) && missing.length > 0) {
        pending.push(...missing)
        continue
      }
      pending.pop()
      if (!seen.has(id) && !this.#isGiven(id)) order.push(id)
      seen.add(id)
    }
    return order
  }

  #release(id: PrimitiveId): void {
    const left = this.#uses.get(id)! - 1
    this.#uses.set(id, left)
    const local = this.#places.get(id)
    if (left > 0 || local === undefined || this.#kept.has(id)) return
    this.#places.delete(id)
    this.#locals.release(local)
  }

  #emitNode(id: PrimitiveId): void {
    const out = this.#out
    const graph = this.#graph
    const kept = this.#kept.get(id)
    const place = kept ?? this.#locals.take(isCondition(graph.op(id)) ? 'i32' : 'f64')
    const guess = this.#guesses.get(id)
    if (guess !== undefined) {
      this.push(guess)
      out.set(place)
    }
    if (guess === undefined && kept === undefined) this.#compute(id, place)
    else this.#correct(id, place)
    this.#places.set(id, place)
  }

  /**
   * Replaces what is in `place` if it is not the node's value. Comparing numbers compares bits here: staircases are never
   * −0, guesses have the sign of what they stand for, and NaN differs from everything.
   */
  #correct(id: PrimitiveId, place: number): void {
    const out = this.#out
    const actual = this.#locals.take('f64')
    this.#compute(id, actual)
    out.get(actual).get(place).op('f64.ne')
    out.if().get(actual).set(place).op('end')
    this.#locals.release(actual)
  }

  #compute(id: PrimitiveId, place: number): void {
    const out = this.#out
    const op = this.#graph.op(id)
    const [a, b, c] = this.#graph.args(id) as [PrimitiveId, PrimitiveId, PrimitiveId]
    const instruction = direct.get(op)
    if (instruction !== undefined) {
      for (const arg of this.#graph.args(id)) this.push(arg)
      out.op(instruction).set(place)
      return
    }
    const bits = (arg: PrimitiveId) => {
      this.push(arg)
      out.op('i64.reinterpret_f64')
    }
    switch (op) {
      case 'select':
        this.push(a)
        out.if()
        this.push(b)
        out.set(place).op('else')
        this.push(c)
        out.set(place).op('end')
        return
      case 'copySign':
        this.push(a)
        out.set(place)
        bits(a)
        bits(b)
        out.op('i64.xor').long(0n).op('i64.lt_s')
        out.if().get(place).op('f64.neg').set(place).op('end')
        return
      case 'flipSign':
        this.push(a)
        out.set(place)
        bits(b)
        out.op('i32.wrap_i64').int(2).op('i32.and')
        out.if().get(place).op('f64.neg').set(place).op('end')
        return
      case 'odd':
        bits(a)
        out.op('i32.wrap_i64').int(1).op('i32.and')
        break
      case 'power':
        bits(a)
        out.long(EXPONENT_SHIFT).op('i64.shl', 'f64.reinterpret_i64')
        break
      case 'exponent':
        bits(a)
        out.long(EXPONENT_SHIFT).op('i64.shr_u', 'f64.convert_i64_u')
        break
      case 'significand':
        bits(a)
        out.long(FRACTION).op('i64.and').long(ONE).op('i64.or', 'f64.reinterpret_i64')
        break
      case 'high':
        bits(a)
        out.long(HIGH_WORD).op('i64.and', 'f64.reinterpret_i64')
        break
      default:
        throw new RangeError(`no instruction for ${op}`)
    }
    out.set(place)
  }
}
