import type { TraceArrays } from '../kernels/trace'
import type { Objective } from '../math/objective'
import { isFinitePoint, judge } from './outcome'
import type { SimulationOptions } from './simulation'
import type { RunSpec, Trajectory } from './trajectory'

/** A walk while it is being written: room for all its points, of which the first `length` are there. */
export class Recording implements TraceArrays {
  readonly dimension: number
  readonly theta: Float64Array
  readonly gradient: Float64Array
  readonly loss: Float64Array
  readonly state: Float64Array
  readonly #stateNames: readonly string[]
  #length = 0
  #ended = false

  constructor(dimension: number, points: number, stateNames: readonly string[]) {
    this.theta = new Float64Array(points * dimension)
    this.gradient = new Float64Array(points * dimension)
    this.loss = new Float64Array(points)
    this.state = new Float64Array(points * stateNames.length * dimension)
    this.dimension = dimension
    this.#stateNames = stateNames
  }

  /** Points that count. Point k is the climber after k steps. */
  get length(): number {
    return this.#length
  }

  /** Steps that have been taken. */
  get taken(): number {
    return this.#length - 1
  }

  /** Whether the last point is not finite. Divergence freezes the climber: nothing is ever computed from a NaN. */
  get ended(): boolean {
    return this.#ended
  }

  /** Writes the next point: where the climber stands, and what she meets there. */
  add(theta: Float64Array, objective: Objective): void {
    const [k, d] = [this.#length, this.dimension]
    this.theta.set(theta, k * d)
    this.loss[k] = objective.gradient(theta, this.gradient.subarray(k * d, (k + 1) * d))
    this.accept()
  }

  /** State variable `j` of the point that is written next; a number stands for all coordinates. */
  setState(j: number, value: Float64Array | number): void {
    const d = this.dimension
    const from = (this.#length * this.#stateNames.length + j) * d
    if (typeof value === 'number') this.state.fill(value, from, from + d)
    else this.state.set(value, from)
  }

  /** Takes the next point as written. */
  accept(): void {
    this.#ended = !isFinitePoint(this, this.#length++)
  }

  /** The walk so far and how it ended. Judging it asks more of the objective, which is not the climber's expense. */
  finish(
    objective: Objective,
    { maximize }: RunSpec,
    { domain }: SimulationOptions,
  ): Omit<Trajectory, 'evaluations' | 'felt' | 'asked' | 'attempts'> {
    const [n, d] = [this.#length, this.dimension]
    const walk = {
      dimension: d,
      length: n,
      theta: this.theta.slice(0, n * d),
      gradient: this.gradient.slice(0, n * d),
      loss: this.loss.slice(0, n),
    }
    const { outcome, step } = judge(walk, objective, maximize, domain)
    const state = this.state.slice(0, n * this.#stateNames.length * d)
    return { ...walk, stateNames: this.#stateNames, state, outcome, outcomeStep: step }
  }
}
