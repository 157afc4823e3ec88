import type { Objective } from '../math/objective'
import type { CompiledRule } from '../optimizers/compile'
import { judge } from './outcome'
import type { Simulation, SimulationOptions } from './simulation'
import type { RunSpec, Trajectory } from './trajectory'

/** A run of an update rule: one call of its kernel is one step. */
export class RuleSimulation implements Simulation {
  readonly total: number
  readonly #objective: Objective
  readonly #compiled: CompiledRule
  readonly #spec: RunSpec
  readonly #options: SimulationOptions
  readonly #theta: Float64Array
  readonly #gradient: Float64Array
  readonly #loss: Float64Array
  readonly #state: Float64Array
  /** Points written so far; point k is the climber after k steps. */
  #length = 0
  #ended = false
  readonly #inputs: (Float64Array | number)[]
  readonly #outputs: Float64Array[]
  readonly #felt: Float64Array

  constructor(objective: Objective, compiled: CompiledRule, spec: RunSpec, options: SimulationOptions) {
    const d = objective.dimension
    this.total = spec.steps
    this.#objective = objective
    this.#compiled = compiled
    this.#spec = spec
    this.#options = options
    const points = spec.steps + 1
    const states = compiled.stateNames.length
    this.#theta = new Float64Array(points * d)
    this.#gradient = new Float64Array(points * d)
    this.#loss = new Float64Array(points)
    this.#state = new Float64Array(points * states * d)
    this.#felt = new Float64Array(d)
    this.#inputs = [
      new Float64Array(d),
      this.#felt,
      0,
      0,
      0,
      ...compiled.stateNames.map(() => new Float64Array(d)),
      ...compiled.parameters,
    ]
    this.#outputs = [new Float64Array(d), ...compiled.stateNames.map(() => new Float64Array(d))]
    this.#outputs[0]!.set(spec.start)
    for (const [j, value] of compiled.initialState.entries()) this.#outputs[j + 1]!.fill(value)
    this.#record()
  }

  get taken(): number {
    return this.#length - 1
  }

  advance(steps: number): boolean {
    const target = Math.min(this.taken + steps, this.total)
    while (!this.#ended && this.taken < target) this.#step()
    return this.#ended || this.taken >= this.total
  }

  #step(): void {
    const d = this.#objective.dimension
    const k = this.#length - 1
    const [theta, , , , , ...rest] = this.#inputs
    ;(theta as Float64Array).set(this.#outputs[0]!)
    const gradient = this.#gradient.subarray(k * d, (k + 1) * d)
    for (let i = 0; i < d; i++) this.#felt[i] = this.#spec.maximize ? -gradient[i]! : gradient[i]!
    this.#inputs[2] = k + 1
    this.#inputs[3] = this.#loss[k]!
    this.#inputs[4] = norm(gradient)
    for (let j = 1; j < this.#outputs.length; j++) (rest[j - 1] as Float64Array).set(this.#outputs[j]!)
    this.#compiled.kernel.run(this.#inputs, this.#outputs, d)
    this.#record()
  }

  /** Writes the point that `#outputs` holds, and what the climber meets there. */
  #record(): void {
    const d = this.#objective.dimension
    const k = this.#length++
    const [theta, ...state] = this.#outputs
    this.#theta.set(theta!, k * d)
    for (const [j, values] of state.entries()) this.#state.set(values, (k * state.length + j) * d)
    this.#loss[k] = this.#objective.gradient(theta!, this.#gradient.subarray(k * d, (k + 1) * d))
    // Divergence freezes the climber: nothing is ever computed from a NaN.
    if (!Number.isFinite(this.#loss[k]!) || !theta!.every(Number.isFinite)) this.#ended = true
  }

  finish(): Trajectory {
    const d = this.#objective.dimension
    const n = this.#length
    const states = this.#compiled.stateNames.length
    const walk = {
      dimension: d,
      length: n,
      theta: this.#theta.slice(0, n * d),
      gradient: this.#gradient.slice(0, n * d),
      loss: this.#loss.slice(0, n),
    }
    const verdict = judge(walk, this.#objective, this.#spec.maximize, this.#options.domain)
    return {
      ...walk,
      stateNames: this.#compiled.stateNames,
      state: this.#state.slice(0, n * states * d),
      outcome: verdict.outcome,
      outcomeStep: verdict.step,
      // What the walk has cost; judging it is not the climber's expense.
      evaluations: { value: n, gradient: n, hessian: 0 },
    }
  }
}

function norm(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value * value
  return Math.sqrt(sum)
}
