import { REDUCTION_LIMIT } from '../../expression/lowering'
import { interpretPrimitives } from '../interpret'
import { KernelWalker, walkInputs, walkOutputs } from '../walk/kernel-walker'
import { TermTable } from '../walk/terms'
import type { WalkVariant } from '../walk/variant'
import type { FleetArrays, Walker } from '../walk/walker'
import { wasmPrimitives } from './kernel'
import type { Scratch } from './scratch'
import { encodeJudge, type Judge } from './walk-judge'
import { CLIMBERS, STEPS } from './walk-layout'
import { encodeWalk, type WalkModule } from './walk-module'
import { planWalk, type WalkPlan } from './walk-plan'

type Walk = (end: number, steps: number, taken: number, settled: number) => number

/** How a walker's code is made and called. */
interface Gait {
  /** Vectors an iteration. */
  readonly width: number
  /** Steps a call takes at most. */
  readonly steps: number
}
/**
 * Two vectors an iteration are a little faster, but twice the code, which an engine takes twice as long to optimise; short
 * work would be over before. Short calls change over to optimised code soon.
 */
const SHORT: Gait = { width: 1, steps: 32 }
const LONG: Gait = { width: 2, steps: STEPS }
/** Steps of all climbers together from which on work is long. */
const LONG_WORK = 2 ** 20

/** Walks by one generated function that holds the ground, its slope and the update equations. */
export class WasmWalker implements Walker {
  readonly #variant: WalkVariant
  readonly #scratch: Scratch
  readonly #fixed: TermTable
  readonly #timed: TermTable
  readonly #plan: WalkPlan
  #gait = SHORT
  #module: WalkModule
  #walk: Walk
  #work = 0
  #exact: Walker | undefined

  constructor(variant: WalkVariant, scratch: Scratch) {
    this.#variant = variant
    this.#scratch = scratch
    this.#plan = planWalk(variant)
    this.#module = encodeWalk(this.#plan, this.#gait.width)
    this.#walk = this.#bind(this.#module)
    const compile: typeof interpretPrimitives = (...kernel) => wasmPrimitives(...kernel, scratch)
    this.#fixed = new TermTable(variant, this.#module.terms.fixed, 1, compile)
    this.#timed = new TermTable(variant, this.#module.terms.timed, STEPS, compile)
  }

  walk(fleet: FleetArrays, taken: number, steps: number): boolean {
    this.#work += fleet.count * steps
    if (this.#work >= LONG_WORK && this.#gait === SHORT) this.#changeTo(LONG)
    const atRest = new Set<number>()
    const chunks = Math.ceil(fleet.count / CLIMBERS)
    for (let before = 0; before < steps && atRest.size < chunks; before += this.#gait.steps) {
      const now = Math.min(this.#gait.steps, steps - before)
      const first = taken + before
      const settled = this.#placeTerms(fleet.hyperparameters, first + 1, now)
      for (let chunk = 0; chunk < chunks; chunk++) {
        if (atRest.has(chunk)) continue
        const moving = this.#walkChunk(fleet, chunk * CLIMBERS, first, now, settled)
        // Who rests may be moved by time; who has diverged never.
        if (!moving && (!this.#variant.timed || allDiverged(fleet, chunk * CLIMBERS))) atRest.add(chunk)
      }
    }
    return atRest.size < chunks
  }

  #changeTo(gait: Gait): void {
    this.#gait = gait
    this.#module = encodeWalk(this.#plan, gait.width)
    this.#walk = this.#bind(this.#module)
  }

  #bind({ bytes, memory }: WalkModule): Walk {
    let known: Judge | undefined
    const judge: Judge = (vector, row, when) => {
      known ??= this.#scratch.instantiate(encodeJudge(this.#plan, memory)).judge as Judge
      known(vector, row, when)
    }
    return this.#scratch.instantiate(bytes, { judge }).walk as Walk
  }

  /** Puts the terms of the next `steps` steps into the memory; returns from which on they stay the same. */
  #placeTerms(hyperparameters: FleetArrays['hyperparameters'], first: number, steps: number): number {
    const { layout } = this.#module.memory
    const timed = this.#timed.rows(hyperparameters, first, steps)
    const fixed = this.#fixed.rows(hyperparameters, 1, 1)
    const memory = this.#scratch.floats(layout.size)
    memory.set(timed.values, layout.timed / 8)
    memory.set(fixed.values, layout.fixed / 8)
    memory.set(this.#module.constants, layout.constants / 8)
    return timed.settled
  }

  #walkChunk(fleet: FleetArrays, start: number, taken: number, steps: number, settled: number): boolean {
    const { layout } = this.#module.memory
    const memory = this.#scratch.floats(layout.size)
    const count = Math.min(CLIMBERS, fleet.count - start)
    const end = start + count
    for (const [j, values] of fleet.variables.entries()) {
      memory.set(values.subarray(start, end), layout.variable(j) / 8)
    }
    for (const [i, { name, perLane }] of this.#variant.hyperparameters.entries()) {
      const values = fleet.hyperparameters[i]!
      if (perLane && typeof values !== 'number') {
        memory.set(values.subarray(start, end), layout.hyperparameter(name) / 8)
      }
    }
    const bad = layout.divergedAt / 8
    memory.set(fleet.divergedAt.subarray(start, end), bad)
    // Lanes of a last, unfilled vector count as diverged: nobody waits for them.
    memory.fill(0, bad + count, bad + CLIMBERS)
    if (layout.guard !== undefined) memory.fill(0, layout.guard / 8, layout.guard / 8 + CLIMBERS)
    const moving = this.#walk(count * 8, steps, taken, settled) !== 0
    const redone = this.#beyondLimit(memory, count)
    const saved = redone.map((lane) => fleet.variables.map((values) => values[start + lane]!))
    const wasDiverged = redone.map((lane) => fleet.divergedAt[start + lane]!)
    for (const [j, values] of fleet.variables.entries()) {
      const first = layout.variable(j) / 8
      values.set(memory.subarray(first, first + count), start)
    }
    fleet.divergedAt.set(memory.subarray(bad, bad + count), start)
    let exactMoving = false
    for (const [k, lane] of redone.entries()) {
      for (const [j, value] of saved[k]!.entries()) fleet.variables[j]![start + lane] = value
      fleet.divergedAt[start + lane] = wasDiverged[k]!
      if (this.#redo(fleet, start + lane, taken, steps)) exactMoving = true
    }
    return moving || exactMoving
  }

  #beyondLimit(memory: Float64Array, count: number): number[] {
    const { guard } = this.#module.memory.layout
    const lanes: number[] = []
    if (guard === undefined) return lanes
    for (let lane = 0; lane < count; lane++) if (memory[guard / 8 + lane]! > REDUCTION_LIMIT) lanes.push(lane)
    return lanes
  }

  /** Takes one climber through the same steps with periodic functions of any argument. */
  #redo(fleet: FleetArrays, lane: number, taken: number, steps: number): boolean {
    const variant = this.#variant
    this.#exact ??= new KernelWalker(
      variant,
      interpretPrimitives(variant.graph, walkOutputs(variant), walkInputs(variant)),
    )
    const one = <A extends Float64Array | Int32Array>(values: A) => values.subarray(lane, lane + 1) as A
    const climber = {
      count: 1,
      variables: fleet.variables.map(one),
      divergedAt: one(fleet.divergedAt),
      hyperparameters: fleet.hyperparameters.map((value) => (typeof value === 'number' ? value : one(value))),
    }
    return this.#exact.walk(climber, taken, steps)
  }
}

const allDiverged = ({ divergedAt }: FleetArrays, start: number): boolean =>
  divergedAt.subarray(start, start + CLIMBERS).every((step) => step >= 0)
