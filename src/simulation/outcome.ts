import { eigen2 } from '../math/eigen'
import type { Objective } from '../math/objective'
import type { Domain } from '../surfaces/surface'
import type { Outcome, Trajectory } from './trajectory'

/** The slope below which the ground is called level, in units of loss for each unit of length. */
export const LEVEL_SLOPE = 1e-6
/** A curvature below this share of the larger one counts as none. */
const FLAT_CURVATURE = 1e-7
/** Widths of the landscape beyond which a climber has left it. */
const GONE_WIDTHS = 1000

type Walk = Pick<Trajectory, 'dimension' | 'length' | 'theta' | 'gradient' | 'loss'>

export interface Verdict {
  readonly outcome: Outcome
  readonly step: number
  /** Hessians that were evaluated to find out. */
  readonly hessians: number
}

/** Says how a walk ended; see `Outcome`. */
export function judge(walk: Walk, objective: Objective, maximize: boolean, domain?: Domain): Verdict {
  const last = walk.length - 1
  if (!isFinitePoint(walk, last)) return { outcome: 'diverged', step: last, hessians: 0 }
  const left = domain === undefined ? undefined : leftFor(walk, domain)
  if (left !== undefined) return { outcome: 'diverged', step: left, hessians: 0 }
  const level = levelFrom(walk)
  if (level === undefined) return { outcome: 'exhausted', step: last, hessians: 0 }
  const end = walk.theta.subarray(last * walk.dimension, (last + 1) * walk.dimension)
  const settled = isExtremum(objective, end, maximize)
  return { outcome: settled ? 'converged' : 'stuck', step: level, hessians: 1 }
}

function isFinitePoint(walk: Walk, k: number): boolean {
  if (!Number.isFinite(walk.loss[k]!)) return false
  return walk.theta.subarray(k * walk.dimension, (k + 1) * walk.dimension).every(Number.isFinite)
}

/** The first step of the stretch at the end during which `holds` is true, or undefined when it is not true at the end. */
function tailStart(length: number, holds: (k: number) => boolean): number | undefined {
  let k = length
  while (k > 0 && holds(k - 1)) k--
  return k === length ? undefined : k
}

function leftFor(walk: Walk, { x, y }: Domain): number | undefined {
  const centre = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2]
  const reach = [GONE_WIDTHS * (x[1] - x[0]), GONE_WIDTHS * (y[1] - y[0])]
  return tailStart(walk.length, (k) => centre.some((c, i) => Math.abs(walk.theta[2 * k + i]! - c) > reach[i]!))
}

function levelFrom(walk: Walk): number | undefined {
  const { dimension: d, gradient } = walk
  return tailStart(walk.length, (k) => {
    let squares = 0
    for (let i = k * d; i < (k + 1) * d; i++) squares += gradient[i]! * gradient[i]!
    return squares <= LEVEL_SLOPE * LEVEL_SLOPE
  })
}

/**
 * Whether level ground at `theta` is a minimum (a maximum, when climbing). The Hessian decides; where it has a flat
 * direction, what the surroundings look like.
 */
function isExtremum(objective: Objective, theta: Float64Array, maximize: boolean): boolean {
  if (objective.dimension !== 2 || objective.hessian === undefined)
    return !hasLowerNeighbour(objective, theta, maximize)
  const h = new Float64Array(4)
  objective.hessian(theta, h)
  const sign = maximize ? -1 : 1
  const { values } = eigen2(sign * h[0]!, sign * h[1]!, sign * h[3]!)
  const flat = FLAT_CURVATURE * Math.max(Math.abs(values[0]), Math.abs(values[1]))
  if (values[0] > flat) return true
  if (values[0] < -flat) return false
  return !hasLowerNeighbour(objective, theta, maximize)
}

/** Looks around at a few distances: is it anywhere clearly lower (higher, when climbing)? */
function hasLowerNeighbour(objective: Objective, theta: Float64Array, maximize: boolean): boolean {
  const sign = maximize ? -1 : 1
  const here = sign * objective.value(theta)
  const rounding = 64 * Number.EPSILON * Math.max(Math.abs(here), Number.MIN_VALUE)
  const probe = new Float64Array(theta.length)
  for (const distance of [1e-3, 1e-2, 1e-1]) {
    for (const [dx, dy] of ring) {
      probe.set(theta)
      probe[0]! += distance * dx
      if (probe.length > 1) probe[1]! += distance * dy
      // What a residual slope explains is not a way down.
      if (sign * objective.value(probe) < here - rounding - 2 * LEVEL_SLOPE * distance) return true
    }
  }
  return false
}

const ring: readonly (readonly [number, number])[] = Array.from({ length: 24 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 24
  return [Math.cos(angle), Math.sin(angle)]
})
