import type { Objective } from '../math/objective'
import { createRandom } from '../math/random'
import { type Climb, type Method, type MethodState, recordedValue } from '../optimizers/method'
import type { Hyperparameters } from '../optimizers/rule'
import { AttemptLog } from './attempt-log'
import { CountingOracle } from './counting-oracle'
import { NoiseTrack } from './noise-track'
import { judge } from './outcome'
import { scheduled } from './scheduled'
import type { Simulation, SimulationOptions } from './simulation'
import type { RunSpec, Trajectory } from './trajectory'

/** A run of a method. What the record needs is asked of the objective, not of the oracle: it is not the method's expense. */
export class MethodSimulation implements Simulation {
  readonly total: number
  readonly #objective: Objective
  readonly #method: Method
  readonly #spec: RunSpec
  readonly #options: SimulationOptions
  readonly #noise: NoiseTrack | undefined
  readonly #oracle: CountingOracle
  readonly #climb: Climb & { hyperparameters: Hyperparameters }
  readonly #hyperparametersOf: (step: number) => Hyperparameters
  readonly #progress: MethodState
  readonly #attempts: AttemptLog
  readonly #theta: Float64Array
  readonly #gradient: Float64Array
  readonly #loss: Float64Array
  readonly #state: Float64Array
  readonly #asked: Float64Array
  /** Points written so far; point k is the climber after k steps. */
  #length = 0
  #ended = false

  constructor(objective: Objective, method: Method, spec: RunSpec, options: SimulationOptions) {
    if (method.hessian === true && objective.hessian === undefined) {
      throw new RangeError(`${method.name} needs second derivatives, which this objective does not offer`)
    }
    const d = objective.dimension
    const points = spec.steps + 1
    const sign = spec.maximize ? -1 : 1
    this.total = spec.steps
    this.#objective = objective
    this.#method = method
    this.#spec = spec
    this.#options = options
    this.#theta = new Float64Array(points * d)
    this.#gradient = new Float64Array(points * d)
    this.#loss = new Float64Array(points)
    this.#state = new Float64Array(points * method.recorded.length * d)
    this.#asked = new Float64Array(points * 3)
    this.#attempts = new AttemptLog(d, points)
    this.#noise = spec.noise && new NoiseTrack(spec.noise, spec.seed, d, points)
    this.#oracle = new CountingOracle(objective, spec.maximize, this.#noise)
    // A run of no steps still sets out.
    this.#hyperparametersOf = scheduled(spec.hyperparameters, method.hyperparameters, Math.max(1, spec.steps))
    this.#climb = {
      oracle: this.#oracle,
      hyperparameters: this.#hyperparametersOf(1),
      random: createRandom(spec.seed),
      attempt: (attempt) =>
        this.#attempts.add({ ...attempt, loss: attempt.verdict === 'undefined' ? Number.NaN : sign * attempt.loss }),
    }
    this.#progress = method.begin(this.#climb, Float64Array.from(spec.start))
    this.#record()
  }

  get taken(): number {
    return this.#length - 1
  }

  advance(steps: number): boolean {
    const target = Math.min(this.taken + steps, this.total)
    while (!this.#ended && this.taken < target) {
      this.#oracle.point = this.taken
      this.#climb.hyperparameters = this.#hyperparametersOf(this.taken + 1)
      this.#method.step(this.#climb, this.#progress)
      this.#record()
    }
    return this.#ended || this.taken >= this.total
  }

  #record(): void {
    const d = this.#objective.dimension
    const k = this.#length++
    const { theta } = this.#progress
    const names = this.#method.recorded
    this.#theta.set(theta, k * d)
    this.#loss[k] = this.#objective.gradient(theta, this.#gradient.subarray(k * d, (k + 1) * d))
    for (const [j, name] of names.entries()) {
      const value = recordedValue(this.#progress, name)
      const from = (k * names.length + j) * d
      if (typeof value === 'number') this.#state.fill(value, from, from + d)
      else this.#state.set(value, from)
    }
    const { value, gradient, hessian } = this.#oracle.asked
    this.#asked.set([value, gradient, hessian], 3 * k)
    this.#attempts.closePoint(k)
    // Divergence freezes the climber: nothing is ever computed from a NaN.
    if (!Number.isFinite(this.#loss[k]!) || !theta.every(Number.isFinite)) this.#ended = true
  }

  finish(): Trajectory {
    const d = this.#objective.dimension
    const n = this.#length
    const walk = {
      dimension: d,
      length: n,
      theta: this.#theta.slice(0, n * d),
      gradient: this.#gradient.slice(0, n * d),
      loss: this.#loss.slice(0, n),
    }
    const felt = this.#noise?.feel(walk.gradient)
    const verdict = judge(walk, this.#objective, this.#spec.maximize, this.#options.domain)
    return {
      ...walk,
      ...(felt && { felt }),
      stateNames: this.#method.recorded,
      state: this.#state.slice(0, n * this.#method.recorded.length * d),
      outcome: verdict.outcome,
      outcomeStep: verdict.step,
      evaluations: this.#oracle.asked,
      asked: this.#asked.slice(0, 3 * n),
      attempts: this.#attempts.finish(n),
    }
  }
}
