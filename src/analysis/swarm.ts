import type { Sliced } from '../math/sliced'
import type { Optimizer } from '../optimizers/optimizer'
import type { Surface } from '../surfaces/surface'
import { type Attractor, indexAttractors } from './basins-attractors'
import type { Errand } from './errand'
import { type ErrandFleet, type Fleets, isGone } from './fleets'
import { type Placement, placeSwarm } from './swarm-placement'

export interface SwarmSpec {
  readonly run: Errand
  readonly count: number
  readonly placement: Placement
}

/** Where a swarm is: how many of its climbers are at each attractor, and how many have diverged. */
export interface Census {
  readonly at: Int32Array
  readonly diverged: number
}

/** Thrown for optimizers whose climbers walk one by one. */
export class SwarmError extends Error {
  override readonly name = 'SwarmError'
}

/** Many climbers at once, stepping live. They walk on for as long as they are asked to, whatever the run's steps. */
export class Swarm {
  readonly #surface: Surface
  readonly #fleets: Fleets
  #spec: SwarmSpec
  #errand: ErrandFleet
  #moving = true
  /** Steps taken before the hyperparameters changed last. */
  #before = 0

  /** Releases everyone. Throws SwarmError, HyperparameterError and ExpressionError. */
  constructor(surface: Surface, optimizer: Optimizer, spec: SwarmSpec, fleets: Fleets) {
    this.#surface = surface
    this.#fleets = fleets
    this.#spec = spec
    this.#errand = this.#create(optimizer, spec)
    const { x, y } = placeSwarm(surface.spec.domain, spec.placement, spec.count)
    this.#errand.release(x, y)
  }

  /** Steps taken since the release. */
  get taken(): number {
    return this.#before + this.#errand.fleet.taken
  }

  /** False when nobody can ever move again. */
  get moving(): boolean {
    return this.#moving
  }

  /** Everyone goes on from where she stands by another run; the optimizer begins afresh. */
  follow(optimizer: Optimizer, run: Errand): void {
    const { x, y } = this.#errand.fleet
    const before = this.taken
    this.#spec = { ...this.#spec, run }
    this.#errand = this.#create(optimizer, this.#spec)
    this.#errand.release(x, y)
    this.#before = before
    this.#moving = true
  }

  *advance(steps: number): Sliced<void> {
    const { fleet } = this.#errand
    const slice = this.#fleets.stepsASlice(fleet.count)
    for (let left = steps; left > 0 && this.#moving; left -= slice) {
      this.#moving = fleet.advance(Math.min(slice, left))
      yield 1 - left / steps
    }
  }

  /** Writes x, y of everyone into `out`, interleaved; NaN for the diverged, who are nowhere. */
  write(out: Float32Array): void {
    const { x, y, divergedAt, count } = this.#errand.fleet
    for (let i = 0; i < count; i++) {
      out[2 * i] = divergedAt[i]! < 0 ? x[i]! : Number.NaN
      out[2 * i + 1] = y[i]!
    }
  }

  census(attractors: readonly Attractor[]): Census {
    const { x, y, divergedAt, count } = this.#errand.fleet
    const { domain } = this.#surface.spec
    const index = indexAttractors(attractors)
    const at = new Int32Array(attractors.length)
    let diverged = 0
    for (let i = 0; i < count; i++) {
      if (divergedAt[i]! >= 0 || isGone(domain, x[i]!, y[i]!)) diverged++
      else {
        const label = index.at(x[i]!, y[i]!)
        if (label >= 0) at[label]!++
      }
    }
    return { at, diverged }
  }

  #create(optimizer: Optimizer, { run, count }: SwarmSpec): ErrandFleet {
    const errand = this.#fleets.create(this.#surface, optimizer, run, count)
    if (errand !== null) return errand
    const reason = run.noise === undefined ? 'is a method, whose climbers walk one by one' : 'walks with noise here'
    throw new SwarmError(`${optimizer.name} ${reason}: a swarm needs an update rule without noise`)
  }
}
