import type { Sliced } from '../math/sliced'
import type { Optimizer } from '../optimizers/optimizer'
import { createSimulation } from '../simulation/simulate'
import type { Domain, Surface } from '../surfaces/surface'
import { type Ends, REST_STEPS } from './basins-labels'
import { type Errand, type ErrandFleet, type Fleets, isGone } from './fleets'

/** Walks `run` from every start to its end. */
export function* walkToEnd(
  surface: Surface,
  optimizer: Optimizer,
  run: Errand,
  x: Float64Array,
  y: Float64Array,
  fleets: Fleets,
): Sliced<Ends> {
  const errand = fleets.create(surface, optimizer, run, x.length)
  if (errand === null) return yield* walkOneByOne(surface, optimizer, run, x, y)
  return yield* walkTogether(surface.spec.domain, errand, run.steps, x, y, fleets.stepsASlice(x.length))
}

function* walkTogether(
  domain: Domain,
  { fleet, release }: ErrandFleet,
  steps: number,
  x: Float64Array,
  y: Float64Array,
  slice: number,
): Sliced<Ends> {
  release(x, y)
  let moving = true
  const advanceTo = function* (target: number): Sliced<void> {
    while (moving && fleet.taken < target) {
      moving = fleet.advance(Math.min(slice, target - fleet.taken))
      yield fleet.taken / steps
    }
  }
  yield* advanceTo(Math.max(0, steps - REST_STEPS))
  const [earlierX, earlierY] = [fleet.x.slice(), fleet.y.slice()]
  yield* advanceTo(steps)
  const diverged = Uint8Array.from(fleet.divergedAt, (at, i) =>
    at >= 0 || isGone(domain, fleet.x[i]!, fleet.y[i]!) ? 1 : 0,
  )
  return { x: fleet.x, y: fleet.y, earlierX, earlierY, diverged }
}

function* walkOneByOne(
  surface: Surface,
  optimizer: Optimizer,
  run: Errand,
  x: Float64Array,
  y: Float64Array,
): Sliced<Ends> {
  const array = () => new Float64Array(x.length)
  const ends = { x: array(), y: array(), earlierX: array(), earlierY: array(), diverged: new Uint8Array(x.length) }
  for (let i = 0; i < x.length; i++) {
    const spec = { ...run, start: [x[i]!, y[i]!] }
    const simulation = createSimulation(surface, optimizer, spec, { domain: surface.spec.domain })
    while (!simulation.advance(256)) yield i / x.length
    const { theta, length, outcome } = simulation.finish()
    const [last, earlier] = [length - 1, Math.max(0, length - 1 - REST_STEPS)]
    ends.x[i] = theta[2 * last]!
    ends.y[i] = theta[2 * last + 1]!
    ends.earlierX[i] = theta[2 * earlier]!
    ends.earlierY[i] = theta[2 * earlier + 1]!
    ends.diverged[i] = outcome === 'diverged' ? 1 : 0
    yield (i + 1) / x.length
  }
  return ends
}
