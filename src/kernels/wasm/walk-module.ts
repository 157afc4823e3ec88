import type { Terms } from '../walk/terms'
import { Emitter, Registers } from './emitter'
import { encodeModule, type FunctionDefinition, type FunctionImport } from './encoder'
import { Instructions } from './instructions'
import { selectInstructions, type VectorGraph } from './vector-graph'
import { GROUP, GroupWriter } from './walk-group'
import { layOut, type WalkMemory } from './walk-layout'
import { COUNTERS, local, PARAMETERS } from './walk-locals'
import { fixedTerm, timedTerm, type WalkPlan } from './walk-plan'
import { RestWriter } from './walk-rest'
import { StepWriter } from './walk-step'

export interface WalkModule {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly memory: WalkMemory
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
 * iteration. It imports `env.judge`, a `Judge`, which it calls for vectors of whom somebody may have diverged.
 */
export const encodeWalk = (plan: WalkPlan, width: number): WalkModule => new WalkWriter(plan, width).write()

/** Climbers stay in memory and go through a step group by group. */
class WalkWriter {
  readonly #plan: WalkPlan
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

  constructor(plan: WalkPlan, width: number) {
    this.#plan = plan
    const { variant, terms, next, judgement } = plan
    const graph = selectInstructions(variant.graph, [...next, judgement.safe], plan.given)
    const constants = constantsOf(graph)
    this.#constants = valuesOf(constants.map(({ bits }) => bits))
    this.#memory = layOut(variant, terms, constants.length, judgement.guard !== undefined)
    const take = () => this.#registers.take()
    this.#constantLocals = constants.map(take)
    this.#fixedLocals = terms.fixed.map(take)
    this.#timedLocals = terms.timed.map(take)
    const emitter = new Emitter(this.#out, graph, this.#registers)
    for (const [k, { id }] of constants.entries()) emitter.place(id, this.#constantLocals[k]!)
    const termLocals = new Map([
      ...this.#fixedLocals.map((index, k) => [fixedTerm(k), index] as const),
      ...this.#timedLocals.map((index, k) => [timedTerm(k), index] as const),
    ])
    this.#group = new GroupWriter(this.#out, this.#registers, width)
    this.#rest = new RestWriter(variant, this.#memory, this.#group)
    this.#step = new StepWriter(variant, graph, this.#memory, this.#group, emitter, termLocals)
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
    const walk: FunctionDefinition = {
      name: 'walk',
      parameters: ['i32', 'i32', 'i32', 'i32'],
      results: ['i32'],
      locals: [
        { type: 'i32', count: COUNTERS },
        { type: 'v128', count: this.#registers.count },
      ],
      body: out.body,
    }
    const judge: FunctionImport = { name: 'judge', parameters: ['i32', 'i32', 'i32'], results: [] }
    const bytes = encodeModule([walk], [judge])
    return { bytes, memory: this.#memory, terms: this.#plan.terms, constants: this.#constants }
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
    this.#group.copy(this.#plan.variant.variables.length, this.#memory.layout.variable, this.#memory.frozen)
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
      for (const j of this.#plan.variant.variables.keys()) {
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

/** Those worth a place in memory: a register full of zeros takes no longer to make than to load. */
const constantsOf = ({ nodes }: VectorGraph) =>
  nodes.flatMap((node, id) => (node.kind === 'constant' && node.bits !== 0n ? [{ id, bits: node.bits }] : []))

const valuesOf = (bits: readonly bigint[]) => new Float64Array(BigUint64Array.from(bits).buffer)
