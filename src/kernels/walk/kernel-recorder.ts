import type { Kernel } from '../kernel'
import type { TraceArrays } from '../trace'
import { STEP_INPUT } from './step-graph'
import type { Recorder, TraceVariant } from './tracing'

/** Names of the inputs of the kernel that `KernelRecorder` runs, and its outputs. */
export const traceInputs = ({ variables, hyperparameters }: TraceVariant): string[] => [
  ...variables.map(({ name }) => name),
  STEP_INPUT,
  ...hyperparameters.map(({ name }) => name),
]
export const traceOutputs = ({ variables, loss, slope }: TraceVariant) => [
  ...variables.map(({ next }) => next),
  loss,
  ...slope,
]

/** Records by any kernel of `traceInputs` and `traceOutputs`, a call a step. */
export class KernelRecorder implements Recorder {
  readonly #kernel: Kernel
  readonly #present: readonly Float64Array[]
  readonly #results: readonly Float64Array[]

  constructor(variant: TraceVariant, kernel: Kernel) {
    this.#kernel = kernel
    this.#present = variant.variables.map(() => new Float64Array(1))
    this.#results = traceOutputs(variant).map(() => new Float64Array(1))
  }

  record(
    carried: Float64Array,
    hyperparameters: readonly number[],
    first: number,
    points: number,
    { theta, gradient, loss, state }: TraceArrays,
  ): void {
    const count = this.#present.length
    const [f, fx, fy] = this.#results.slice(count) as [Float64Array, Float64Array, Float64Array]
    for (let k = first; k < first + points; k++) {
      for (let j = 0; j < count; j++) this.#present[j]![0] = carried[j]!
      // An input that is an array makes the step one of lanes, so that only what depends on t alone is shared.
      this.#kernel.run([...this.#present, k + 1, ...hyperparameters], this.#results, 1)
      theta.set(carried.subarray(0, 2), 2 * k)
      state.set(carried.subarray(2), (count - 2) * k)
      loss[k] = f[0]!
      gradient[2 * k] = fx[0]!
      gradient[2 * k + 1] = fy[0]!
      for (let j = 0; j < count; j++) carried[j] = this.#results[j]![0]!
    }
  }
}
