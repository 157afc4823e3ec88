import type { WalkVariant } from '../walk/variant'
import type { Emitter } from './emitter'
import { byUrgency, dependencies } from './schedule'
import type { VectorGraph } from './vector-graph'
import type { GroupWriter } from './walk-group'
import { VECTOR, type WalkMemory } from './walk-layout'
import { local } from './walk-locals'

/** Index of the imported function that judges climbers. */
const JUDGE = 0

/** Writes one step of the climbers of an iteration: judged, computed, stored. */
export class StepWriter {
  readonly #variant: WalkVariant
  /** Of its outputs, the first ones are what variables are after the step, the last is whether a climber is safe. */
  readonly #graph: VectorGraph
  readonly #memory: WalkMemory
  readonly #group: GroupWriter
  readonly #emitter: Emitter
  /** Locals of the terms, by name. */
  readonly #terms: ReadonlyMap<string, number>

  constructor(
    variant: WalkVariant,
    graph: VectorGraph,
    memory: WalkMemory,
    group: GroupWriter,
    emitter: Emitter,
    terms: ReadonlyMap<string, number>,
  ) {
    this.#variant = variant
    this.#graph = graph
    this.#memory = memory
    this.#group = group
    this.#emitter = emitter
    this.#terms = terms
  }

  write(): void {
    const { nodes, outputs } = this.#graph
    const next = outputs.slice(0, -1)
    const first = dependencies(this.#graph, outputs.slice(-1))
    const known = new Set(first)
    const rest = byUrgency(
      this.#graph,
      dependencies(this.#graph, next).filter((id) => !known.has(id)),
    )
    this.#emit(first, new Set([...outputs, ...rest.flatMap((id) => nodes[id]!.args)]))
    this.#judgeUncertain()
    this.#emit(rest, new Set(next))
    for (const lane of this.#group.lanes) {
      for (const [j, id] of next.entries()) {
        this.#group.store(this.#memory.layout.variable(j), lane, () => this.#emitter.push(id, lane))
      }
    }
  }

  #emit(ids: readonly number[], keep: ReadonlySet<number>): void {
    this.#emitter.emit(ids, this.#group.lanes.length, keep, this.#pushInput)
  }

  readonly #pushInput = (name: string, lane: number): void => {
    const { layout } = this.#memory
    const variable = this.#variant.variables.findIndex((candidate) => candidate.name === name)
    const term = this.#terms.get(name)
    if (variable >= 0) this.#group.load(layout.variable(variable), lane)
    else if (term !== undefined) this.#group.out.get(term)
    else this.#group.load(layout.hyperparameter(name), lane)
  }

  /** Has the vectors judged where somebody who has not diverged may not be well. */
  #judgeUncertain(): void {
    const { out, lanes } = this.#group
    const safe = this.#graph.outputs.at(-1)!
    for (const lane of lanes) {
      // Steps are positive numbers and −1 is not: the sign bit tells who has not diverged.
      this.#group.load(this.#memory.layout.divergedAt, lane)
      this.#emitter.push(safe, lane)
      out.simd('v128.andnot')
      if (lane > 0) out.simd('v128.or')
    }
    out.simd('i64x2.bitmask').if().int(1).set(local.marked)
    for (const lane of lanes) {
      out
        .get(local.vector)
        .int(lane * VECTOR)
        .addInt()
      out.get(local.row).get(local.taken).get(local.step).addInt().call(JUDGE)
    }
    out.end()
  }
}
