import type { Objective } from '../math/objective'
import type { Evaluations, Oracle } from '../optimizers/method'
import type { NoiseTrack } from './noise-track'

/**
 * `objective` as someone who descends may ask it: upside down for those who climb, every question counted, slopes with
 * the noise of the step. Values and Hessians are true.
 */
export class CountingOracle implements Oracle {
  readonly dimension: number
  /** The point from which the step sets out: all slopes of a step have the same noise. */
  point = 0
  readonly #noise: NoiseTrack | undefined
  readonly #objective: Objective
  readonly #sign: 1 | -1
  readonly #asked = { value: 0, gradient: 0, hessian: 0 }

  constructor(objective: Objective, maximize: boolean, noise?: NoiseTrack) {
    this.#noise = noise
    this.dimension = objective.dimension
    this.#objective = objective
    this.#sign = maximize ? -1 : 1
  }

  get asked(): Evaluations {
    return { ...this.#asked }
  }

  value(theta: Float64Array): number {
    this.#asked.value++
    return this.#sign * this.#objective.value(theta)
  }

  gradient(theta: Float64Array, out: Float64Array): number {
    this.#asked.value++
    this.#asked.gradient++
    const value = this.#objective.gradient(theta, out)
    this.#noise?.addTo(out, this.point)
    this.#turn(out)
    return this.#sign * value
  }

  hessian(theta: Float64Array, out: Float64Array): void {
    this.#asked.hessian++
    if (this.#objective.hessian === undefined) out.fill(Number.NaN)
    else this.#objective.hessian(theta, out)
    this.#turn(out)
  }

  #turn(values: Float64Array): void {
    if (this.#sign === 1) return
    for (let i = 0; i < values.length; i++) values[i] = -values[i]!
  }
}
