import type { PrimitiveId } from '../../expression/lowering'
import { type Terms, termsOf } from '../walk/terms'
import type { WalkVariant } from '../walk/variant'
import { Emitter, Registers } from './emitter'
import { encodeModule } from './encoder'
import { Instructions } from './instructions'
import { selectInstructions, type VectorGraph } from './vector-graph'
import { GROUP, GroupWriter } from './walk-group'
import { judgement } from './walk-judgement'
import { layOut, type WalkLayout, type WalkMemory } from './walk-layout'
import { COUNTERS, local, PARAMETERS } from './walk-locals'
import { RestWriter } from './walk-rest'
import { type StepOutputs, StepWriter } from './walk-step'

export interface WalkModule {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: WalkLayout
  readonly terms: Terms
  /**
   * Numbers that the step reads, to be placed in memory. They are no part of the code: formulas that differ in numbers
   * alone share it, and with it what an engine has made of it.
   */
  readonly constants: Float64Array
}

/**
 * A module with one function `walk(end, steps, taken, settled) -> moving`, all i32: takes the climbers below byte `end`
 * (eight a climber) through `steps` steps, of which rows from `settled` on of the timed terms are the same. `taken`
 * steps came before. What each step computes, and in which order, is as `KernelWalker` says. `width`: vectors an
 * iteration.
 */
export const encodeWalk = (variant: WalkVariant, width: number): WalkModule => new WalkWriter(variant, width).write()

/** Climbers stay in memory and go through a step group by group. */
class WalkWriter {
  readonly #variant: WalkVariant
  readonly #terms: Terms
  readonly #constants: Float64Array
  readonly #memory: WalkMemory
  readonly #out = new Instructions()
  readonly #registers = new Registers(PARAMETERS + COUNTERS)
  readonly #group: GroupWriter
  readonly #rest: RestWriter
  readonly #step: StepWriter
  /** Locals in the order of what is loaded into them. */
  readonly #constantLocals: readonly number[]
  readonly #fixedLocals: readonly number[]
  readonly #timedLocals: readonly number[]

  constructor(variant: WalkVariant, width: number) {
    this.#variant = variant
    const next = variant.variables.map((variable) => variable.next)
    const { safe, sound, guard } = judgement(variant, next)
    const roots = [...next, safe, sound, ...(guard === undefined ? [] : [guard])]
    this.#terms = termsOf(variant, roots)
    const named = [...this.#terms.fixed, ...this.#terms.timed]
    const given = new Map<PrimitiveId, string>(named.map((id, k) => [id, termName(k)]))
    const graph = selectInstructions(variant.graph, roots, given)
    const constants = constantsOf(graph)
    this.#constants = valuesOf(constants.map(({ bits }) => bits))
    this.#memory = layOut(variant, this.#terms, constants.length, guard !== undefined)
    const take = () => this.#registers.take()
    this.#constantLocals = constants.map(take)
    this.#fixedLocals = this.#terms.fixed.map(take)
    this.#timedLocals = this.#terms.timed.map(take)
    const emitter = new Emitter(this.#out, graph, this.#registers)
    for (const [k, { id }] of constants.entries()) emitter.place(id, this.#constantLocals[k]!)
    const locals = [...this.#fixedLocals, ...this.#timedLocals]
    const terms = new Map(locals.map((index, k) => [termName(k), index]))
    const outputs = stepOutputs(graph, next.length)
    this.#group = new GroupWriter(this.#out, this.#registers, width)
    this.#rest = new RestWriter(variant, this.#memory, this.#group)
    this.#step = new StepWriter(variant, graph, outputs, this.#memory, this.#group, emitter, terms)
  }

  write(): WalkModule {
    const out = this.#out
    const { layout } = this.#memory
    this.#load(this.#constantLocals, layout.constants)
    this.#load(this.#fixedLocals, layout.fixed)
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
          { type: 'i32', count: COUNTERS },
          { type: 'v128', count: this.#registers.count },
        ],
        body: out.body,
      },
    ])
    return { bytes, layout, terms: this.#terms, constants: this.#constants }
  }

  /** Loads numbers that lie one after the other from `offset` on, those of the current row where there are several. */
  #load(locals: readonly number[], offset: number): void {
    for (const [k, target] of locals.entries()) {
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
    this.#group.copy(this.#variant.variables.length, this.#memory.layout.variable, this.#memory.frozen)
    out.int(0).set(local.step).int(0).set(local.row)
    // Whether anybody is left is looked at first of all.
    out.int(1).set(local.marked)
  }

  /** Stands in a loop in a block: branch 0 repeats, 1 leaves. */
  #writeStep(): void {
    const out = this.#out
    this.#rest.leaveWithoutAnybody()
    this.#rest.keepPrevious()
    this.#load(this.#timedLocals, this.#memory.layout.timed)
    this.#group.eachIteration(() => this.#step.write())
    this.#rest.leaveAtRest()
    out
      .get(local.row)
      .int(8 * this.#timedLocals.length)
      .addInt()
      .set(local.row)
    out.get(local.step).int(1).addInt().tee(local.step).get(local.steps).lessInt().branchIf(0)
  }

  /** Puts those who diverged back where they did. */
  #endGroup(): void {
    const out = this.#out
    const { layout, frozen } = this.#memory
    const alive = this.#registers.take()
    this.#group.pushAny((lane) => {
      this.#rest.pushAlive(lane)
      out.set(alive)
      for (const j of this.#variant.variables.keys()) {
        this.#group.store(layout.variable(j), lane, () => {
          this.#group.load(layout.variable(j), lane)
          this.#group.load(frozen(j), lane)
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

const termName = (k: number) => `term ${k}`

const stepOutputs = ({ outputs }: VectorGraph, variables: number): StepOutputs => ({
  next: outputs.slice(0, variables),
  safe: outputs[variables]!,
  sound: outputs[variables + 1]!,
  guard: outputs[variables + 2],
})

/** Those worth a place in memory: a register full of zeros takes no longer to make than to load. */
const constantsOf = ({ nodes }: VectorGraph) =>
  nodes.flatMap((node, id) => (node.kind === 'constant' && node.bits !== 0n ? [{ id, bits: node.bits }] : []))

const valuesOf = (bits: readonly bigint[]) => new Float64Array(BigUint64Array.from(bits).buffer)
