import type { Sliced } from '../math/sliced'
import type { Optimizer } from '../optimizers/optimizer'
import { createSimulation } from '../simulation/simulate'
import type { Surface } from '../surfaces/surface'
import type { BasinRun } from './basins'
import { type Ends, REST_STEPS } from './basins-labels'

/** Walks `run` from every start to its end. */
export function* walkToEnd(
  surface: Surface,
  optimizer: Optimizer,
  run: BasinRun,
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
