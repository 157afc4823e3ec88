import type { Fleets } from '../analysis/fleets'
import { Swarm } from '../analysis/swarm'
import type { Sliced } from '../math/sliced'
import type { Optimizer } from '../optimizers/optimizer'
import type { Surface } from '../surfaces/surface'
import type { SwarmJob, SwarmStep } from './protocol'

/** Swarms kept at most: one that nobody let go of (its page is gone) gives way. */
const KEPT = 4

interface Member {
  readonly swarm: Swarm
  readonly released: string
  run: string
}

/** The swarms that live in this worker. */
export class Herd {
  readonly #fleets: Fleets
  readonly #members = new Map<string, Member>()

  constructor(fleets: Fleets) {
    this.#fleets = fleets
  }

  *step(request: SwarmJob, surface: Surface, optimizer: Optimizer): Sliced<SwarmStep> {
    const { steps, spec, attractors } = request
    const positions =
      // Empty when it went down with another worker.
      request.positions.length === 2 * spec.count ? request.positions : new Float32Array(2 * spec.count)
    if (steps === null) {
      this.#members.delete(request.swarm)
      return { positions, taken: 0, moving: false, census: null }
    }
    const { swarm } = this.#member(request, surface, optimizer)
    yield* swarm.advance(steps)
    swarm.write(positions)
    const census = attractors === undefined ? null : swarm.census(attractors)
    return { positions, taken: swarm.taken, moving: swarm.moving, census }
  }

  #member({ swarm: name, generation, spec }: SwarmJob, surface: Surface, optimizer: Optimizer): Member {
    const { formula, parameters, domain } = surface.spec
    const released = JSON.stringify([generation, formula, parameters, domain, spec.count, spec.placement])
    const run = JSON.stringify(spec.run)
    const known = this.#members.get(name)
    const member =
      known?.released === released ? known : { swarm: new Swarm(surface, optimizer, spec, this.#fleets), released, run }
    if (member.run !== run) {
      member.swarm.follow(optimizer, spec.run)
      member.run = run
    }
    // A Map keeps the order of insertion: the first one is the one not asked for the longest.
    this.#members.delete(name)
    this.#members.set(name, member)
    if (this.#members.size > KEPT) this.#members.delete(this.#members.keys().next().value!)
    return member
  }
}
