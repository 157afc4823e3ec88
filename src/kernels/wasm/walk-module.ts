import type { PrimitiveId } from '../../expression/lowering'
import { type Terms, termsOf } from '../walk/terms'
import type { WalkVariant } from '../walk/variant'
import { Emitter, Registers } from './emitter'
import { encodeModule } from './encoder'
import { Instructions } from './instructions'
import { selectInstructions, type VectorGraph, type VectorId } from './vector-graph'
import { judgement } from './walk-judgement'
import { layOut, VECTOR, type WalkLayout, type WalkMemory } from './walk-layout'

/** Vectors an iteration, interleaved one by one: they share what is loaded for all. */
const WIDTH = 2
const LANES = [0, 1] as const
/** Bytes of an array that go through a step together: enough iterations to overlap, few enough to come to rest soon. */
const GROUP = 8 * VECTOR
/** A group may be at rest; whether it is, is looked at every so many steps. */
const REST_INTERVAL = 8

export interface WalkModule {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: WalkLayout
  readonly terms: Terms
}

/**
 * A module with one function `walk(end, steps, taken, settled) -> moving`, all i32: takes the climbers below byte `end`
 * (eight a climber) through `steps` steps, of which rows from `settled` on of the timed terms are the same. `taken`
 * steps came before. What each step computes, and in which order, is as `KernelWalker` says.
 */
export const encodeWalk = (variant: WalkVariant): WalkModule => new WalkWriter(variant).write()

/** Parameters and counters of the function, by index. */
const local = {
  ...{ end: 0, steps: 1, taken: 2, settled: 3 },
  ...{ position: 4, groupEnd: 5, vector: 6, step: 7, row: 8, moving: 9, marked: 10 },
  counters: 7,
} as const

/**
 * Climbers stay in memory and go through a step group by group, `WIDTH` vectors an iteration: iterations do not depend on
 * one another, so the processor overlaps them by itself, and none of what one needs has to be kept in registers for the
 * next.
 */
class WalkWriter {
  readonly #variant: WalkVariant
  readonly #terms: Terms
  readonly #vectors: VectorGraph
  readonly #safe: VectorId
  readonly #sound: VectorId
  readonly #guard: VectorId | undefined
  readonly #memory: WalkMemory
  readonly #out = new Instructions()
  readonly #registers = new Registers(local.position + local.counters)
  readonly #emitter: Emitter
  /** Locals of the terms, by name. */
  readonly #fixed: ReadonlyMap<string, number>
  readonly #timed: ReadonlyMap<string, number>

  constructor(variant: WalkVariant) {
    this.#variant = variant
    const next = variant.variables.map((variable) => variable.next)
    const { safe, sound, guard } = judgement(variant, next)
    const roots = [...next, safe, sound, ...(guard === undefined ? [] : [guard])]
    this.#terms = termsOf(variant, roots)
    const given = new Map<PrimitiveId, string>()
    for (const kind of ['fixed', 'timed'] as const) {
      for (const [k, id] of this.#terms[kind].entries()) given.set(id, termName(kind, k))
    }
    this.#vectors = selectInstructions(variant.graph, roots, given)
    const { outputs } = this.#vectors
    this.#safe = outputs[next.length]!
    this.#sound = outputs[next.length + 1]!
    this.#guard = outputs[next.length + 2]
    this.#memory = layOut(variant, this.#terms, guard !== undefined)
    this.#emitter = new Emitter(this.#out, this.#vectors, this.#registers)
    const locals = (kind: 'fixed' | 'timed') =>
      new Map(this.#terms[kind].map((_, k) => [termName(kind, k), this.#registers.take()]))
    this.#fixed = locals('fixed')
    this.#timed = locals('timed')
  }

  write(): WalkModule {
    const out = this.#out
    const { layout } = this.#memory
    this.#loadTerms(this.#fixed, layout.fixed)
    out.loop()
    this.#beginGroup()
    out.block().loop()
    this.#writeStep()
    out.end().end()
    this.#endGroup()
    out.get(local.groupEnd).tee(local.position).get(local.end).lessInt().branchIf(0).end()
    out.get(local.moving)
    const bytes = encodeModule([
      {
        name: 'walk',
        parameters: ['i32', 'i32', 'i32', 'i32'],
        results: ['i32'],
        locals: [
          { type: 'i32', count: local.counters },
          { type: 'v128', count: this.#registers.count },
        ],
        body: out.body,
      },
    ])
    return { bytes, layout, terms: this.#terms }
  }

  #loadTerms(locals: ReadonlyMap<string, number>, offset: number): void {
    for (const [k, target] of [...locals.values()].entries()) {
      this.#out
        .get(local.row)
        .memory('v128.load64_splat', offset + 8 * k)
        .set(target)
    }
  }

  #beginGroup(): void {
    const out = this.#out
    out.get(local.position).int(GROUP).addInt().set(local.groupEnd)
    out.get(local.end).get(local.groupEnd).lessInt().if().get(local.end).set(local.groupEnd).end()
    this.#copy(this.#memory.layout.variable, this.#memory.frozen)
    out.int(0).set(local.step).int(0).set(local.row)
    // Whether anybody is left is looked at first of all.
    out.int(1).set(local.marked)
  }

  /** Runs `body` for the vectors of the group, `lane` of each WIDTH in turn, or once an iteration. */
  #eachVector(body: (lane: number) => void, lanes: readonly number[] = LANES): void {
    const out = this.#out
    out.get(local.position).set(local.vector).loop()
    for (const lane of lanes) body(lane)
    out
      .get(local.vector)
      .int(WIDTH * VECTOR)
      .addInt()
      .tee(local.vector)
      .get(local.groupEnd)
      .lessInt()
      .branchIf(0)
      .end()
  }

  #load(array: number, lane: number): void {
    this.#out.get(local.vector).memory('v128.load', array + lane * VECTOR)
  }

  #store(array: number, lane: number, push: () => void): void {
    this.#out.get(local.vector)
    push()
    this.#out.memory('v128.store', array + lane * VECTOR)
  }

  /** Copies what the group carries from arrays to arrays. */
  #copy(from: (variable: number) => number, to: (variable: number) => number): void {
    this.#eachVector((lane) => {
      for (const j of this.#variant.variables.keys()) this.#store(to(j), lane, () => this.#load(from(j), lane))
    })
  }

  /** Pushes a mask of the climbers of a vector who have not diverged. */
  #pushAlive(lane: number): void {
    this.#load(this.#memory.layout.divergedAt, lane)
    this.#out.vector(0).simd('f64x2.lt')
  }

  /** Stands in a loop in a block: branch 0 repeats, 1 leaves. */
  #writeStep(): void {
    const out = this.#out
    const { layout, previous } = this.#memory
    this.#leaveWithoutAnybody()
    this.#ifTested(() => this.#copy(layout.variable, previous))
    this.#loadTerms(this.#timed, layout.timed)
    this.#eachVector(() => this.#writeIteration(), [0])
    this.#leaveAtRest()
    out
      .get(local.row)
      .int(8 * this.#terms.timed.length)
      .addInt()
      .set(local.row)
    out.get(local.step).int(1).addInt().tee(local.step).get(local.steps).lessInt().branchIf(0)
  }

  /** The step of WIDTH vectors: judged, computed, stored. */
  #writeIteration(): void {
    const { nodes, outputs } = this.#vectors
    const next = outputs.slice(0, this.#variant.variables.length)
    const judged = this.#guard === undefined ? [this.#sound] : [this.#sound, this.#guard]
    const first = dependencies(this.#vectors, [this.#safe])
    const beside = (roots: readonly VectorId[]) =>
      [...dependencies(this.#vectors, roots)].filter((id) => !first.has(id)).sort((a, b) => a - b)
    const [rare, rest] = [beside(judged), beside(next)]
    const later = new Set([...outputs, ...[...rare, ...rest].flatMap((id) => nodes[id]!.args)])
    this.#emitter.emit(
      [...first].sort((a, b) => a - b),
      WIDTH,
      later,
      this.#pushInput,
    )
    this.#markUnsound(rare, judged)
    this.#emitter.emit(rest, WIDTH, new Set(next), this.#pushInput)
    for (const lane of LANES) {
      for (const [j, id] of next.entries()) {
        this.#store(this.#memory.layout.variable(j), lane, () => this.#emitter.push(id, lane))
      }
    }
  }

  readonly #pushInput = (name: string, lane: number): void => {
    const { layout } = this.#memory
    const variable = this.#variant.variables.findIndex((candidate) => candidate.name === name)
    const term = this.#fixed.get(name) ?? this.#timed.get(name)
    if (variable >= 0) this.#load(layout.variable(variable), lane)
    else if (term !== undefined) this.#out.get(term)
    else this.#load(layout.hyperparameter(name), lane)
  }

  /**
   * Rare: climbers who just diverged are put down as they stand, and only computed along from then on. So are those whom
   * the kernel cannot answer. `nodes` are what `judged` needs beside what is known, computed for this alone.
   */
  #markUnsound(nodes: readonly VectorId[], judged: readonly VectorId[]): void {
    const out = this.#out
    const { layout, frozen } = this.#memory
    for (const lane of LANES) {
      // Steps are positive numbers and −1 is not: the sign bit tells who has not diverged.
      this.#load(layout.divergedAt, lane)
      this.#emitter.push(this.#safe, lane)
      out.simd('v128.andnot')
      if (lane > 0) out.simd('v128.or')
    }
    out.simd('i64x2.bitmask').if()
    this.#emitter.emit(nodes, WIDTH, new Set(judged), this.#pushInput)
    out.int(1).set(local.marked)
    const bad = this.#registers.take()
    for (const lane of LANES) {
      this.#pushAlive(lane)
      this.#emitter.push(this.#sound, lane)
      out.simd('v128.andnot').set(bad)
      const put = (array: number, push: () => void) =>
        this.#store(array, lane, () => {
          push()
          this.#load(array, lane)
          out.get(bad).simd('v128.bitselect')
        })
      for (const j of this.#variant.variables.keys()) put(frozen(j), () => this.#load(layout.variable(j), lane))
      if (this.#guard !== undefined) put(layout.guard!, () => this.#emitter.push(this.#guard!, lane))
      put(layout.divergedAt, () => out.get(local.taken).get(local.step).addInt().toFloat().simd('f64x2.splat'))
    }
    this.#registers.release(bad)
    for (const id of judged) if (nodes.includes(id)) this.#emitter.release(id)
    out.end()
  }

  #leaveWithoutAnybody(): void {
    const out = this.#out
    out.get(local.marked).if().int(0).set(local.marked)
    this.#pushAny((lane) => this.#load(this.#memory.layout.divergedAt, lane))
    // Out of the `if`, the loop and the block.
    out.simd('i64x2.bitmask').isZero().branchIf(2).end()
  }

  /** If no bit of anything changed, and nothing that a step reads will, no further step changes anything. */
  #leaveAtRest(): void {
    const { layout, previous } = this.#memory
    this.#ifTested(() => {
      this.#pushAny((lane) => {
        for (const j of this.#variant.variables.keys()) {
          this.#load(layout.variable(j), lane)
          this.#load(previous(j), lane)
          this.#out.simd('v128.xor')
          if (j > 0) this.#out.simd('v128.or')
        }
        this.#pushAlive(lane)
        this.#out.simd('v128.and')
      })
      // Out of the `if`, the loop and the block.
      this.#out.simd('v128.any_true').isZero().branchIf(2)
    })
  }

  /** Pushes the union of what `push` pushes for the vectors of the group. */
  #pushAny(push: (lane: number) => void): void {
    const union = this.#registers.take()
    this.#out.vector(0).set(union)
    this.#eachVector((lane) => {
      push(lane)
      this.#out.get(union).simd('v128.or').set(union)
    })
    this.#out.get(union)
    this.#registers.release(union)
  }

  /** Writes `body` to run at every eighth step of those from `settled` on. */
  #ifTested(body: () => void): void {
    this.#out
      .get(local.step)
      .int(REST_INTERVAL - 1)
      .andInt()
      .isZero()
      .get(local.step)
      .get(local.settled)
      .notLessInt()
      .andInt()
      .if()
    body()
    this.#out.end()
  }

  /** Puts those who diverged back where they did. */
  #endGroup(): void {
    const out = this.#out
    const { layout, frozen } = this.#memory
    const alive = this.#registers.take()
    this.#pushAny((lane) => {
      this.#pushAlive(lane)
      out.set(alive)
      for (const j of this.#variant.variables.keys()) {
        this.#store(layout.variable(j), lane, () => {
          this.#load(layout.variable(j), lane)
          this.#load(frozen(j), lane)
          out.get(alive).simd('v128.bitselect')
        })
      }
      out.get(alive)
    })
    this.#registers.release(alive)
    // The last step was reached, and somebody is left: she may still be moving.
    out.simd('v128.any_true').get(local.step).get(local.steps).notLessInt().andInt()
    out.get(local.moving).orInt().set(local.moving)
  }
}

const termName = (kind: 'fixed' | 'timed', k: number) => `${kind} ${k}`

const dependencies = ({ nodes }: VectorGraph, roots: readonly VectorId[]): Set<VectorId> => {
  const found = new Set<VectorId>()
  const pending = [...roots]
  while (pending.length > 0) {
    const id = pending.pop()!
    if (found.has(id)) continue
    found.add(id)
    pending.push(...nodes[id]!.args)
  }
  return found
}
