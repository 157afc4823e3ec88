import { isCondition, type PrimitiveId } from '../../expression/lowering'
import { interpretPrimitives } from '../interpret'
import type { Kernel } from '../kernel'
import { STEP_INPUT } from './step-graph'
import type { WalkVariant } from './variant'

/**
 * What a step reads that is the same for every climber: computed once a step, not once a climber. `fixed` depends on
 * hyperparameters alone, `timed` on the number of the step too. These are the nodes next to those of the climbers, so
 * that nothing else of them need be known.
 */
export interface Terms {
  readonly fixed: readonly PrimitiveId[]
  readonly timed: readonly PrimitiveId[]
}

type Timed = Pick<WalkVariant, 'graph' | 'variables' | 'hyperparameters'>

/** The terms on which `roots` depend. */
export const termsOf = ({ graph, variables, hyperparameters }: Timed, roots: readonly PrimitiveId[]): Terms => {
  const own = new Set([...variables, ...hyperparameters.filter(({ perLane }) => perLane)].map(({ name }) => name))
  const perLane = new Set<PrimitiveId>()
  const timed = new Set<PrimitiveId>()
  const terms = new Set<PrimitiveId>()
  const order = graph.reachable(roots)
  for (const id of order) {
    const args = graph.args(id)
    const name = graph.op(id) === 'input' ? graph.name(id) : undefined
    if (name === STEP_INPUT || args.some((arg) => timed.has(arg))) timed.add(id)
    if ((name !== undefined && own.has(name)) || args.some((arg) => perLane.has(arg))) perLane.add(id)
  }
  const isTerm = (id: PrimitiveId) => !perLane.has(id) && graph.op(id) !== 'constant'
  for (const id of order) if (perLane.has(id)) for (const arg of graph.args(id)) if (isTerm(arg)) terms.add(arg)
  for (const id of roots) if (isTerm(id)) terms.add(id)
  return {
    fixed: [...terms].filter((id) => !timed.has(id)),
    timed: [...terms].filter((id) => timed.has(id)),
  }
}

type KernelMaker = typeof interpretPrimitives

/** Terms of more nodes than this (a power is a hundred) take the interpreter longer than compiling them does. */
const WORTH_COMPILING = 60

export interface TermRows {
  /** Row-major. */
  readonly values: Float64Array
  /** The first row from which on all rows are the same. */
  readonly settled: number
}

/** Rows kept at most: what later steps need is computed anew each time. */
const KEPT_ROWS = 2 ** 14

/** Values of some terms over steps, a row a step. Rows are kept for as long as the hyperparameters stay the same. */
export class TermTable {
  readonly #variant: Timed
  readonly #conditions: readonly boolean[]
  readonly #kernel: Kernel
  readonly #steps: Float64Array
  readonly #columns: readonly Float64Array[]
  #kept = new Float64Array(0)
  #keptRows = 0
  #keptFor: readonly (number | Float64Array)[] = []

  /** `capacity`: rows computed at once. `compile` makes the kernel where that pays. */
  constructor(variant: Timed, terms: readonly PrimitiveId[], capacity: number, compile: KernelMaker) {
    const { graph } = variant
    this.#variant = variant
    this.#conditions = terms.map((id) => isCondition(graph.op(id)))
    const values = terms.map((id, k) =>
      this.#conditions[k] ? graph.select(id, graph.constant(1), graph.constant(0)) : id,
    )
    const names = variant.hyperparameters.filter(({ perLane }) => !perLane).map(({ name }) => name)
    const pays = capacity > 1 && graph.reachable(values).length > WORTH_COMPILING
    this.#kernel = (pays ? compile : interpretPrimitives)(graph, values, [STEP_INPUT, ...names])
    this.#steps = new Float64Array(capacity)
    this.#columns = terms.map(() => new Float64Array(capacity))
  }

  /**
   * Rows for `count` steps from step `first` ≥ 1 on, conditions as masks; valid until the next call. Executors' memory is
   * used on the way, so ask before filling it.
   */
  rows(hyperparameters: readonly (number | Float64Array)[], first: number, count: number): TermRows {
    const width = this.#columns.length
    if (width === 0) return { values: this.#kept, settled: 0 }
    const shared = hyperparameters.filter((_, i) => !this.#variant.hyperparameters[i]!.perLane)
    if (shared.some((value, i) => !Object.is(value, this.#keptFor[i]))) this.#keptRows = 0
    this.#keptFor = shared
    const last = first + count - 1
    let values: Float64Array
    if (last > KEPT_ROWS) {
      values = new Float64Array(count * width)
      this.#compute(first, count, values, 0)
    } else {
      this.#keep(last)
      values = this.#kept.subarray((first - 1) * width, last * width)
    }
    return { values, settled: firstOfEqualRows(values, width) }
  }

  /** Makes sure that the rows of steps 1 to `last` are kept. */
  #keep(last: number): void {
    const width = this.#columns.length
    if (this.#kept.length < last * width) {
      const larger = new Float64Array(Math.max(last, Math.min(2 * last, KEPT_ROWS)) * width)
      larger.set(this.#kept.subarray(0, this.#keptRows * width))
      this.#kept = larger
    }
    while (this.#keptRows < last) {
      const rows = Math.min(this.#steps.length, last - this.#keptRows)
      this.#compute(this.#keptRows + 1, rows, this.#kept, this.#keptRows * width)
      this.#keptRows += rows
    }
  }

  #compute(first: number, rows: number, target: Float64Array, offset: number): void {
    for (let k = 0; k < rows; k++) this.#steps[k] = first + k
    this.#kernel.run([this.#steps, ...this.#keptFor], this.#columns, rows)
    const words = new Int32Array(target.buffer, target.byteOffset, target.length * 2)
    const width = this.#columns.length
    for (let k = 0; k < width; k++) {
      const column = this.#columns[k]!
      const mask = this.#conditions[k]
      for (let row = 0, at = offset + k; row < rows; row++, at += width) {
        if (mask) words[2 * at] = words[2 * at + 1] = -column[row]!
        else target[at] = column[row]!
      }
    }
  }
}

/** The first of the rows that are all like the last one, bit for bit. */
const firstOfEqualRows = (table: Float64Array, width: number): number => {
  const words = new Int32Array(table.buffer, table.byteOffset, 2 * table.length)
  const stride = 2 * width
  let at = words.length - stride - 1
  while (at >= 0 && words[at] === words[at + stride]) at--
  return Math.floor(at / stride) + 1
}
