import {
  guardOf,
  type PointEvaluator,
  type PrimitiveGraph,
  type PrimitiveId,
  pointEvaluator,
  REDUCTION_LIMIT,
} from '../expression/lowering'
import type { KernelInputs } from './kernel'

/**
 * The way back for lanes that the fast path cannot answer: those whose periodic functions met an argument beyond
 * REDUCTION_LIMIT. Every executor computes `guard` beside the outputs and has these lanes redone, so that all agree.
 */
export class ExactLanes {
  /** Largest such argument; undefined where nothing is periodic and no lane is ever redone. */
  readonly guard: PrimitiveId | undefined
  readonly #graph: PrimitiveGraph
  readonly #outputs: readonly PrimitiveId[]
  readonly #inputs: readonly string[]
  #evaluate: PointEvaluator | undefined

  constructor(graph: PrimitiveGraph, outputs: readonly PrimitiveId[], inputs: readonly string[]) {
    this.guard = guardOf(graph, outputs)
    this.#graph = graph
    this.#outputs = outputs
    this.#inputs = inputs
  }

  /** Values of the outputs at one point. Made when first needed: few graphs ever are. */
  at(point: readonly number[]): number[] {
    this.#evaluate ??= pointEvaluator(this.#graph, this.#outputs, this.#inputs)
    return this.#evaluate(point)
  }

  /** Redoes those of the `count` lanes from `start` on whose entry in `guards` is beyond the limit. */
  redo(
    inputs: KernelInputs,
    results: readonly Float64Array[],
    guards: Float64Array,
    start: number,
    count: number,
  ): void {
    for (let lane = 0; lane < count; lane++) {
      if (!(guards[lane]! > REDUCTION_LIMIT)) continue
      const point = inputs.map((value) => (typeof value === 'number' ? value : value[start + lane]!))
      for (const [k, value] of this.at(point).entries()) results[k]![start + lane] = value
    }
  }
}
