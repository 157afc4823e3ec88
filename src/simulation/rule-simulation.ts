import type { Objective } from '../math/objective'
import type { CompiledRule } from '../optimizers/compile'
import { createStepper, type Feel, type Stepper } from '../optimizers/step'
import { NoiseTrack } from './noise-track'
import { Recording } from './recording'
import type { Simulation, SimulationOptions } from './simulation'
import type { RunSpec, Trajectory } from './trajectory'

/** A run of an update rule: one call of its stepper is one step. */
export class RuleSimulation implements Simulation {
  readonly total: number
  readonly #objective: Objective
  readonly #compiled: CompiledRule
  readonly #spec: RunSpec
  readonly #options: SimulationOptions
  readonly #recording: Recording
  readonly #inputs: (Float64Array | number)[]
  readonly #outputs: Float64Array[]
  readonly #felt: Float64Array
  readonly #noise: NoiseTrack | undefined
  readonly #stepper: Stepper
  /** Slopes asked for beside those of the points she stood on, and Hessians. */
  #probes = 0
  #hessians = 0

  constructor(objective: Objective, compiled: CompiledRule, spec: RunSpec, options: SimulationOptions) {
    const d = objective.dimension
    if (compiled.readsHessian && objective.hessian === undefined) {
      throw new RangeError(`${compiled.rule.name} reads second derivatives, which this objective does not have`)
    }
    this.total = spec.steps
    this.#objective = objective
    this.#compiled = compiled
    this.#spec = spec
    this.#options = options
    const points = spec.steps + 1
    this.#recording = new Recording(d, points, compiled.stateNames)
    this.#felt = new Float64Array(d)
    this.#noise = spec.noise && new NoiseTrack(spec.noise, spec.seed, d, points)
    this.#outputs = [Float64Array.from(spec.start)]
    this.#outputs.push(...compiled.initialState(this.#outputs[0]!))
    const [theta, ...state] = this.#outputs.map(() => new Float64Array(d))
    this.#inputs = [theta!, this.#felt, 0, 0, 0, new Float64Array(d), ...state, ...compiled.parameters]
    this.#stepper = createStepper(compiled, d)
    this.#record()
  }

  get taken(): number {
    return this.#recording.taken
  }

  advance(steps: number): boolean {
    const target = Math.min(this.taken + steps, this.total)
    while (!this.#recording.ended && this.taken < target) this.#step()
    return this.#recording.ended || this.taken >= this.total
  }

  #step(): void {
    const d = this.#objective.dimension
    const k = this.taken
    const [theta, , , , , h, ...rest] = this.#inputs as Float64Array[]
    theta!.set(this.#outputs[0]!)
    this.#felt.set(this.#recording.gradient.subarray(k * d, (k + 1) * d))
    this.#noise?.addTo(this.#felt, k)
    this.#turn(this.#felt)
    this.#inputs[2] = k + 1
    this.#inputs[3] = this.#recording.loss[k]!
    this.#inputs[4] = norm(this.#felt)
    if (this.#compiled.readsHessian) this.#readHessian(theta!, h!)
    for (let j = 1; j < this.#outputs.length; j++) rest[j - 1]!.set(this.#outputs[j]!)
    this.#stepper(this.#inputs, this.#outputs, this.#feel)
    this.#record()
  }

  readonly #feel: Feel = (theta, out) => {
    this.#probes++
    this.#objective.gradient(theta, out)
    // Another point, but the same step: the same noise, as both slopes of a step come from one minibatch.
    this.#noise?.addTo(out, this.taken)
    this.#turn(out)
  }

  /** The Hessian's diagonal at `theta`. */
  #readHessian(theta: Float64Array, out: Float64Array): void {
    const d = theta.length
    const hessian = new Float64Array(d * d)
    this.#hessians++
    this.#objective.hessian!(theta, hessian)
    for (let i = 0; i < d; i++) out[i] = hessian[i * d + i]!
    this.#turn(out)
  }

  /** Who climbs feels everything upside down. */
  #turn(values: Float64Array): void {
    if (!this.#spec.maximize) return
    for (let i = 0; i < values.length; i++) values[i] = -values[i]!
  }

  /** Writes the point that `#outputs` holds, and what the climber meets there. */
  #record(): void {
    const [theta, ...state] = this.#outputs
    for (const [j, values] of state.entries()) this.#recording.setState(j, values)
    this.#recording.add(theta!, this.#objective)
  }

  finish(): Trajectory {
    const walk = this.#recording.finish(this.#objective, this.#spec, this.#options)
    const felt = this.#noise?.feel(walk.gradient)
    const asked = walk.length + this.#probes
    return {
      ...walk,
      ...(felt && { felt }),
      evaluations: { value: asked, gradient: asked, hessian: this.#hessians },
    }
  }
}

function norm(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value * value
  return Math.sqrt(sum)
}
