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

/** Values of some terms over steps, a row a step. */
export class TermTable {
  readonly #variant: Timed
  readonly #conditions: readonly boolean[]
  readonly #kernel: Kernel
  readonly #steps: Float64Array
  readonly #columns: readonly Float64Array[]

  /** `capacity`: rows written at most. */
  constructor(variant: Timed, terms: readonly PrimitiveId[], capacity: number) {
    const { graph } = variant
    this.#variant = variant
    this.#conditions = terms.map((id) => isCondition(graph.op(id)))
    const values = terms.map((id, k) =>
      this.#conditions[k] ? graph.select(id, graph.constant(1), graph.constant(0)) : id,
    )
    const names = variant.hyperparameters.filter(({ perLane }) => !perLane).map(({ name }) => name)
    this.#kernel = interpretPrimitives(graph, values, [STEP_INPUT, ...names])
    this.#steps = new Float64Array(capacity)
    this.#columns = terms.map(() => new Float64Array(capacity))
  }

  /**
   * Writes rows for `rows` steps from step `first` on into `target`, beginning at `offset`; conditions as masks.
   * Returns the first row from which on all rows are the same.
   */
  write(
    hyperparameters: readonly (number | Float64Array)[],
    first: number,
    rows: number,
    target: Float64Array,
    offset: number,
  ): number {
    for (let k = 0; k < rows; k++) this.#steps[k] = first + k
    const shared = hyperparameters.filter((_, i) => !this.#variant.hyperparameters[i]!.perLane)
    this.#kernel.run([this.#steps, ...shared], this.#columns, rows)
    const words = new Int32Array(target.buffer)
    const width = this.#columns.length
    let settled = 0
    for (const [k, column] of this.#columns.entries()) {
      for (let row = 0; row < rows; row++) {
        const at = offset + row * width + k
        if (this.#conditions[k]) words.fill(-column[row]!, 2 * at, 2 * at + 2)
        else target[at] = column[row]!
      }
      let constantFrom = rows - 1
      while (constantFrom > 0 && Object.is(column[constantFrom - 1], column[rows - 1])) constantFrom--
      settled = Math.max(settled, constantFrom)
    }
    return settled
  }
}
