import type { Objective } from '../math/objective'
import { createRandom } from '../math/random'
import { type Climb, type Method, type MethodState, recordedValue } from '../optimizers/method'
import type { Hyperparameters } from '../optimizers/rule'
import { AttemptLog } from './attempt-log'
import { CountingOracle } from './counting-oracle'
import { NoiseTrack } from './noise-track'
import { Recording } from './recording'
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
  readonly #recording: Recording
  readonly #asked: Float64Array

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
    this.#recording = new Recording(d, points, method.recorded)
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
    return this.#recording.taken
  }

  advance(steps: number): boolean {
    const target = Math.min(this.taken + steps, this.total)
    while (!this.#recording.ended && this.taken < target) {
      this.#oracle.point = this.taken
      this.#climb.hyperparameters = this.#hyperparametersOf(this.taken + 1)
      this.#method.step(this.#climb, this.#progress)
      this.#record()
    }
    return this.#recording.ended || this.taken >= this.total
  }

  #record(): void {
    const k = this.#recording.length
    const { value, gradient, hessian } = this.#oracle.asked
    this.#asked.set([value, gradient, hessian], 3 * k)
    for (const [j, name] of this.#method.recorded.entries()) {
      this.#recording.setState(j, recordedValue(this.#progress, name))
    }
    this.#recording.add(this.#progress.theta, this.#objective)
    this.#attempts.closePoint(k)
  }

  finish(): Trajectory {
    const walk = this.#recording.finish(this.#objective, this.#spec, this.#options)
    const felt = this.#noise?.feel(walk.gradient)
    return {
      ...walk,
      ...(felt && { felt }),
      evaluations: this.#oracle.asked,
      asked: this.#asked.slice(0, 3 * walk.length),
      attempts: this.#attempts.finish(walk.length),
    }
  }
}
