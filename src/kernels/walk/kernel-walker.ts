import type { Kernel } from '../kernel'
import { STEP_INPUT } from './step-graph'
import type { WalkVariant } from './variant'
import type { FleetArrays, Walker } from './walker'

/** Climbers taken through all steps together: what they carry stays in cache. */
const CHUNK = 512

/** Names of the inputs of the kernel that `KernelWalker` runs, and its outputs. */
export const walkInputs = ({ variables, hyperparameters }: WalkVariant): string[] => [
  ...variables.map(({ name }) => name),
  STEP_INPUT,
  ...hyperparameters.map(({ name }) => name),
]
export const walkOutputs = ({ variables, loss, checksLoss }: WalkVariant) => [
  ...variables.map(({ next }) => next),
  ...(checksLoss ? [loss] : []),
]

/** Walks by any kernel of `walkInputs` and `walkOutputs`, a call a step: plain, and the meaning that others must agree with. */
export class KernelWalker implements Walker {
  readonly #variant: WalkVariant
  readonly #kernel: Kernel
  readonly #next: readonly Float64Array[]

  constructor(variant: WalkVariant, kernel: Kernel) {
    this.#variant = variant
    this.#kernel = kernel
    this.#next = walkOutputs(variant).map(() => new Float64Array(CHUNK))
  }

  walk(fleet: FleetArrays, taken: number, steps: number): boolean {
    let moving = false
    for (let start = 0; start < fleet.count; start += CHUNK) {
      const end = Math.min(start + CHUNK, fleet.count)
      const part = {
        count: end - start,
        variables: fleet.variables.map((values) => values.subarray(start, end)),
        divergedAt: fleet.divergedAt.subarray(start, end),
        hyperparameters: fleet.hyperparameters.map((value) =>
          typeof value === 'number' ? value : value.subarray(start, end),
        ),
      }
      if (this.#walkPart(part, taken, steps)) moving = true
    }
    return moving
  }

  #walkPart(part: FleetArrays, taken: number, steps: number): boolean {
    for (let t = taken + 1; t <= taken + steps; t++) {
      this.#kernel.run([...part.variables, t, ...part.hyperparameters], this.#next, part.count)
      if (!this.#take(part, t)) return false
    }
    return true
  }

  /** Moves everybody who is well to where the kernel says. Returns whether anybody may move again. */
  #take({ count, variables, divergedAt }: FleetArrays, t: number): boolean {
    const { reachSquared, checksLoss, timed } = this.#variant
    const losses = this.#next[variables.length]
    const [x, y] = variables as [Float64Array, Float64Array]
    let moving = false
    for (let lane = 0; lane < count; lane++) {
      if (divergedAt[lane]! >= 0) continue
      const near = x[lane]! * x[lane]! + y[lane]! * y[lane]! <= reachSquared
      if (!near || (checksLoss && !Number.isFinite(losses![lane]!))) {
        divergedAt[lane] = t - 1
        continue
      }
      let moved = timed
      for (let j = 0; j < variables.length; j++) {
        const values = variables[j]!
        const next = this.#next[j]![lane]!
        if (!moved && !Object.is(values[lane]!, next)) moved = true
        values[lane] = next
      }
      if (moved) moving = true
    }
    return moving
  }
}
