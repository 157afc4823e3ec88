import { sampleField } from '../../../src/analysis/field'
import type { Trajectory } from '../../../src/simulation/trajectory'
import { createSurface } from '../../../src/surfaces/create'
import type { Domain } from '../../../src/surfaces/surface'
import { type Block, createBlock } from '../../../src/views/landscape/block'
import { type Frame, frameOf, type MapPose, WHOLE } from '../../../src/views/map/frame'

const square: Domain = { x: [-2, 2], y: [-2, 2] }

export function blockOf(formula: string, domain: Domain = square, size = 65): Block {
  const spec = { title: formula, formula, domain, parameters: {}, heightScale: 'linear' } as const
  return createBlock(spec, sampleField(createSurface(spec), size))
}

export const size = { width: 1000, height: 800 }
export const insets = { left: 200, right: 100, top: 50, bottom: 150 }

const bowls = new Map<Domain, Block>()

export function frame(pose: MapPose = WHOLE, domain: Domain = square): Frame {
  const bowl = bowls.get(domain) ?? blockOf('x^2 + y^2', domain, 17)
  bowls.set(domain, bowl)
  return frameOf(bowl, size, insets, pose)
}

/** A walk over the given places, `[x, y]` each. */
export function walk(
  places: readonly (readonly [number, number])[],
  outcome: Trajectory['outcome'] = 'exhausted',
): Trajectory {
  const length = places.length
  return {
    dimension: 2,
    length,
    theta: Float64Array.from(places.flat()),
    gradient: new Float64Array(2 * length),
    loss: Float64Array.from(places, ([x, y]) => x * x + y * y),
    stateNames: [],
    state: new Float64Array(0),
    outcome,
    outcomeStep: length - 1,
    evaluations: { value: 0, gradient: 0, hessian: 0 },
  }
}
