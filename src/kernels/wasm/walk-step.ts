import type { WalkVariant } from '../walk/variant'
import type { Emitter } from './emitter'
import { byUrgency, dependencies } from './schedule'
import type { VectorGraph, VectorId } from './vector-graph'
import type { GroupWriter } from './walk-group'
import type { WalkMemory } from './walk-layout'
import { local } from './walk-locals'

/** What a step gives for a vector of climbers. */
export interface StepOutputs {
  /** Of each variable, what is carried on. */
  readonly next: readonly VectorId[]
  /** As in `Judgement`. */
  readonly safe: VectorId
  readonly sound: VectorId
  readonly guard: VectorId | undefined
}

/** Writes one step of the climbers of an iteration: judged, computed, stored. */
export class StepWriter {
  readonly #variant: WalkVariant
  readonly #graph: VectorGraph
  readonly #outputs: StepOutputs
  readonly #memory: WalkMemory
  readonly #group: GroupWriter
  readonly #emitter: Emitter
  /** Locals of the terms, by name. */
  readonly #terms: ReadonlyMap<string, number>

  constructor(
    variant: WalkVariant,
    graph: VectorGraph,
    outputs: StepOutputs,
    memory: WalkMemory,
    group: GroupWriter,
    emitter: Emitter,
    terms: ReadonlyMap<string, number>,
  ) {
    this.#variant = variant
    this.#graph = graph
    this.#outputs = outputs
    this.#memory = memory
    this.#group = group
    this.#emitter = emitter
    this.#terms = terms
  }

  write(): void {
    const { next, safe, sound, guard } = this.#outputs
    const judged = guard === undefined ? [sound] : [sound, guard]
    const first = new Set(dependencies(this.#graph, [safe]))
    const beside = (roots: readonly VectorId[]) => dependencies(this.#graph, roots).filter((id) => !first.has(id))
    const rare = beside(judged)
    const rest = byUrgency(this.#graph, beside(next))
    const argsOf = (id: VectorId) => this.#graph.nodes[id]!.args
    this.#emit([...first], new Set([...next, safe, ...judged, ...rare.flatMap(argsOf), ...rest.flatMap(argsOf)]))
    this.#markUnsound(rare, judged)
    this.#emit(rest, new Set(next))
    this.#group.lanes.forEach((lane) => {
      for (const [j, id] of next.entries()) {
        this.#group.store(this.#memory.layout.variable(j), lane, () => this.#emitter.push(id, lane))
      }
    })
  }

  #emit(ids: readonly VectorId[], keep: ReadonlySet<VectorId>): void {
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

  /**
   * Rare: climbers who just diverged are put down as they stand, and only computed along from then on. So are those whom
   * the kernel cannot answer. `nodes` are what `judged` needs beside what is known, computed for this alone.
   */
  #markUnsound(nodes: readonly VectorId[], judged: readonly VectorId[]): void {
    const { out, registers, lanes } = this.#group
    this.#pushUncertain()
    out.simd('i64x2.bitmask').if()
    this.#emit(nodes, new Set(judged))
    out.int(1).set(local.marked)
    const bad = registers.take()
    for (const lane of lanes) this.#putDown(lane, bad)
    registers.release(bad)
    for (const id of judged) if (nodes.includes(id)) this.#emitter.release(id)
    out.end()
  }

  /** Pushes a vector whose signs tell whether somebody who has not diverged may not be well. */
  #pushUncertain(): void {
    const { out, lanes } = this.#group
    for (const lane of lanes) {
      // Steps are positive numbers and −1 is not: the sign bit tells who has not diverged.
      this.#group.load(this.#memory.layout.divergedAt, lane)
      this.#emitter.push(this.#outputs.safe, lane)
      out.simd('v128.andnot')
      if (lane > 0) out.simd('v128.or')
    }
  }

  /** Notes where those of a vector stand who are not sound, and since when. `bad`: a local for who they are. */
  #putDown(lane: number, bad: number): void {
    const { layout, frozen } = this.#memory
    const { sound, guard } = this.#outputs
    const { out } = this.#group
    this.#group.load(layout.divergedAt, lane)
    out.vector(0).simd('f64x2.lt')
    this.#emitter.push(sound, lane)
    out.simd('v128.andnot').set(bad)
    const put = (array: number, push: () => void) =>
      this.#group.store(array, lane, () => {
        push()
        this.#group.load(array, lane)
        out.get(bad).simd('v128.bitselect')
      })
    for (const j of this.#variant.variables.keys()) {
      put(frozen(j), () => this.#group.load(layout.variable(j), lane))
    }
    if (guard !== undefined) put(layout.guard!, () => this.#emitter.push(guard, lane))
    put(layout.divergedAt, () => out.get(local.taken).get(local.step).addInt().toFloat().simd('f64x2.splat'))
  }
}
