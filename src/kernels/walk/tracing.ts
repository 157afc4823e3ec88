import type { PrimitiveGraph, PrimitiveId } from '../../expression/lowering'
import type { WalkSpec } from '../fleet'
import type { Trace, TraceArrays, TraceProgram } from '../trace'
import { hyperparameterInput, stepGraph, type Variable } from './step-graph'

/** One step with everything about it that is recorded: what executors make a recorder from. */
export interface TraceVariant {
  readonly graph: PrimitiveGraph
  /** x and y, then all state variables, each for both coordinates. */
  readonly variables: readonly Variable[]
  readonly loss: PrimitiveId
  readonly slope: readonly [PrimitiveId, PrimitiveId]
  /** Hyperparameters that the step reads as inputs; all are shared. */
  readonly hyperparameters: readonly { readonly name: string; readonly perLane: boolean }[]
}

/** Takes a climber from point to point: what an executor makes of a variant. */
export interface Recorder {
  /**
   * Writes points `first` to `first + points − 1`, of which `carried` holds the variables of the first; leaves those of
   * the point after the last in it.
   */
  record(
    carried: Float64Array,
    hyperparameters: readonly number[],
    first: number,
    points: number,
    arrays: TraceArrays,
  ): void
}

/** The program of a walk; `recorderOf` makes its code. */
export const createTraceProgram = (recorderOf: (variant: TraceVariant) => Recorder, spec: WalkSpec): TraceProgram => {
  const { rule } = spec
  const values = new Map(rule.parameterNames.map((name, i) => [name, rule.parameters[i]!]))
  const step = stepGraph(spec, new Map([...values].filter(([, value]) => Object.is(value, 0))))
  const recorder = recorderOf({
    ...step,
    hyperparameters: step.hyperparameters.map((name) => ({ name: hyperparameterInput(name), perLane: false })),
  })
  const hyperparameters = step.hyperparameters.map((name) => values.get(name)!)
  return {
    begin(start, arrays) {
      const initial = rule.initialState(Float64Array.from(start))
      const carried = Float64Array.from([...start, ...initial.flatMap((pair) => [...pair])])
      return new Walk(recorder, hyperparameters, carried, arrays)
    },
  }
}

class Walk implements Trace {
  readonly #recorder: Recorder
  readonly #hyperparameters: readonly number[]
  readonly #carried: Float64Array
  readonly #arrays: TraceArrays
  #length = 0

  constructor(recorder: Recorder, hyperparameters: readonly number[], carried: Float64Array, arrays: TraceArrays) {
    this.#recorder = recorder
    this.#hyperparameters = hyperparameters
    this.#carried = carried
    this.#arrays = arrays
  }

  get length(): number {
    return this.#length
  }

  record(points: number): void {
    this.#recorder.record(this.#carried, this.#hyperparameters, this.#length, points, this.#arrays)
    this.#length += points
  }
}
