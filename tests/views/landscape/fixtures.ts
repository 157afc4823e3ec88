import { sampleField } from '../../../src/analysis/field'
import type { Outcome, Trajectory } from '../../../src/simulation/trajectory'
import { createSurface } from '../../../src/surfaces/create'
import type { Domain, HeightScale } from '../../../src/surfaces/surface'
import { type Block, createBlock } from '../../../src/views/landscape/block'

const square: Domain = { x: [-2, 2], y: [-2, 2] }

/** A formula, its exact loss and its block. */
export function ground(formula: string, domain: Domain = square, size = 65, heightScale: HeightScale = 'linear') {
  const spec = { title: formula, formula, domain, parameters: {}, heightScale }
  const surface = createSurface(spec)
  const block: Block = createBlock(spec, sampleField(surface, size))
  const height = (x: number, y: number) => surface.value(Float64Array.of(x, y))
  return { surface, block, height }
}

/** A walk through the given places; its loss and gradient are 0 unless given. */
export function walkThrough(
  places: readonly (readonly [number, number])[],
  gradient: readonly number[] = [],
  outcome: Outcome = 'exhausted',
  outcomeStep = places.length - 1,
): Trajectory {
  const length = places.length
  return {
    dimension: 2,
    length,
    theta: Float64Array.from(places.flat()),
    gradient: Float64Array.from({ length: 2 * length }, (_, k) => gradient[k] ?? 0),
    loss: Float64Array.from(places, ([x, y]) => (Number.isFinite(x + y) ? 0 : Number.NaN)),
    stateNames: [],
    state: new Float64Array(0),
    outcome,
    outcomeStep,
    evaluations: { value: 0, gradient: 0, hessian: 0 },
  }
}
