import { type Sliced, share } from '../math/sliced'
import type { Optimizer } from '../optimizers/optimizer'
import { createSimulation } from '../simulation/simulate'
import type { Domain, Surface } from '../surfaces/surface'
import { type Ends, REST_STEPS } from './basins-labels'
import type { Errand } from './errand'
import { type ErrandFleet, type Fleets, isGone } from './fleets'

/** Climbers who walk together: few enough that the early steps of some do not wait for the late ones of many. */
const BLOCK = 1024

/** Walks `run` from every start to its end. */
export function* walkToEnd(
  surface: Surface,
  optimizer: Optimizer,
  run: Errand,
  x: Float64Array,
  y: Float64Array,
  fleets: Fleets,
): Sliced<Ends> {
  const ends = emptyEnds(x.length)
  let errand: ErrandFleet | null = null
  for (let from = 0; from < x.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, x.length)
    if (errand?.fleet.count !== to - from) errand = fleets.create(surface, optimizer, run, to - from)
    const block = { x: x.subarray(from, to), y: y.subarray(from, to), ends: partOf(ends, from, to) }
    const work =
      errand === null
        ? walkOneByOne(surface, optimizer, run, block)
        : walkTogether(surface.spec.domain, errand, run.steps, block, fleets.stepsASlice(to - from))
    yield* share(from / x.length, to / x.length, work)
  }
  return ends
}

interface Block {
  readonly x: Float64Array
  readonly y: Float64Array
  /** To be filled. */
  readonly ends: Ends
}

const emptyEnds = (count: number): Ends => ({
  x: new Float64Array(count),
  y: new Float64Array(count),
  earlierX: new Float64Array(count),
  earlierY: new Float64Array(count),
  diverged: new Uint8Array(count),
})

const partOf = (ends: Ends, from: number, to: number): Ends => ({
  x: ends.x.subarray(from, to),
  y: ends.y.subarray(from, to),
  earlierX: ends.earlierX.subarray(from, to),
  earlierY: ends.earlierY.subarray(from, to),
  diverged: ends.diverged.subarray(from, to),
})

function* walkTogether(
  domain: Domain,
  { fleet, release }: ErrandFleet,
  steps: number,
  { x, y, ends }: Block,
  slice: number,
): Sliced<void> {
  release(x, y)
  let moving = true
  const advanceTo = function* (target: number): Sliced<void> {
    while (moving && fleet.taken < target) {
      moving = fleet.advance(Math.min(slice, target - fleet.taken))
      yield fleet.taken / steps
    }
  }
  yield* advanceTo(Math.max(0, steps - REST_STEPS))
  ends.earlierX.set(fleet.x)
  ends.earlierY.set(fleet.y)
  yield* advanceTo(steps)
  ends.x.set(fleet.x)
  ends.y.set(fleet.y)
  for (let i = 0; i < fleet.count; i++) {
    ends.diverged[i] = fleet.divergedAt[i]! >= 0 || isGone(domain, fleet.x[i]!, fleet.y[i]!) ? 1 : 0
  }
}

function* walkOneByOne(surface: Surface, optimizer: Optimizer, run: Errand, { x, y, ends }: Block): Sliced<void> {
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
}
