import { REDUCTION_LIMIT } from '../../expression/lowering'
import { interpretPrimitives } from '../interpret'
import type { TraceArrays } from '../trace'
import { KernelRecorder, traceInputs, traceOutputs } from '../walk/kernel-recorder'
import { TermTable } from '../walk/terms'
import type { Recorder, TraceVariant } from '../walk/tracing'
import { wasmPrimitives } from './kernel'
import type { Scratch } from './scratch'
import { encodeTrace, POINTS, type TraceModule } from './trace-module'

/** Points whose terms are asked for at once: many calls' worth, as asking takes its time too. */
const ROWS = 2 ** 13

/** Records by one generated function that holds the ground, its slope and the update equations. */
export class WasmRecorder implements Recorder {
  readonly #variant: TraceVariant
  readonly #scratch: Scratch
  readonly #module: TraceModule
  readonly #trace: (points: number) => number
  readonly #fixed: TermTable
  readonly #timed: TermTable
  #exact: Recorder | undefined

  constructor(variant: TraceVariant, scratch: Scratch) {
    this.#variant = variant
    this.#scratch = scratch
    this.#module = encodeTrace(variant)
    this.#trace = scratch.instantiate(this.#module.bytes).trace as (points: number) => number
    const compile: typeof interpretPrimitives = (...kernel) => wasmPrimitives(...kernel, scratch)
    this.#fixed = new TermTable(variant, this.#module.terms.fixed, 1, compile)
    this.#timed = new TermTable(variant, this.#module.terms.timed, POINTS, compile)
  }

  record(
    carried: Float64Array,
    hyperparameters: readonly number[],
    first: number,
    points: number,
    arrays: TraceArrays,
  ): void {
    for (let done = 0; done < points; done += ROWS) {
      this.#recordRows(carried, hyperparameters, first + done, Math.min(ROWS, points - done), arrays)
    }
  }

  /** At most ROWS points. */
  #recordRows(
    carried: Float64Array,
    hyperparameters: readonly number[],
    first: number,
    points: number,
    arrays: TraceArrays,
  ): void {
    const { layout, terms, constants } = this.#module
    const timed = this.#timed.rows(hyperparameters, first + 1, points).values
    const fixed = this.#fixed.rows(hyperparameters, 1, 1).values
    const memory = this.#scratch.floats(layout.size)
    memory.set(constants, layout.constants / 8)
    memory.set(fixed, layout.fixed / 8)
    const width = terms.timed.length
    for (let done = 0; done < points; done += POINTS) {
      const now = Math.min(POINTS, points - done)
      const from = first + done
      if (width > 0) memory.set(timed.subarray(done * width, (done + now) * width), layout.timed / 8)
      memory.set(carried, layout.carried / 8)
      if (this.#trace(now) > REDUCTION_LIMIT) {
        this.#exact ??= this.#slow()
        this.#exact.record(carried, hyperparameters, from, now, arrays)
        continue
      }
      const copy = (target: Float64Array, offset: number, perPoint: number) =>
        target.set(memory.subarray(offset / 8, offset / 8 + now * perPoint), from * perPoint)
      copy(arrays.theta, layout.theta, 2)
      copy(arrays.gradient, layout.gradient, 2)
      copy(arrays.loss, layout.loss, 1)
      if (carried.length > 2) copy(arrays.state, layout.state, carried.length - 2)
      for (let j = 0; j < carried.length; j++) carried[j] = memory[layout.carried / 8 + j]!
    }
  }

  /** Periodic functions of any argument. */
  #slow(): Recorder {
    const { graph } = this.#variant
    const kernel = interpretPrimitives(graph, traceOutputs(this.#variant), traceInputs(this.#variant))
    return new KernelRecorder(this.#variant, kernel)
  }
}
