import type { Objective } from '../math/objective'
import type { Domain } from '../surfaces/surface'
import { type GroundKind, LEVEL_SLOPE, readGround } from './ground'
import type { Outcome, Trajectory } from './trajectory'

/** Widths of the landscape beyond which a climber has left it. */
export const GONE_WIDTHS = 1000

export type Walk = Pick<Trajectory, 'dimension' | 'length' | 'theta' | 'gradient' | 'loss'>

export interface Verdict {
  readonly outcome: Outcome
  readonly step: number
}

/** Says how a walk ended; see `Outcome`. Without a `domain` nobody leaves it. */
export function judge(walk: Walk, objective: Objective, maximize: boolean, domain?: Domain): Verdict {
  const last = walk.length - 1
  if (!isFinitePoint(walk, last)) return { outcome: 'diverged', step: last }
  const left = domain === undefined ? undefined : tailStart(walk.length, (k) => hasLeft(walk, k, domain))
  if (left !== undefined) return { outcome: 'diverged', step: left }
  const level = levelFrom(walk)
  if (level === undefined) return { outcome: 'exhausted', step: last }
  const kind: GroundKind = readGround(objective, pointAt(walk, last), maximize, widthOf(walk, domain)).kind
  return { outcome: kind === 'bottom' ? 'converged' : 'stuck', step: level }
}

/** The coordinates of point `k`. */
export const pointAt = ({ theta, dimension: d }: Walk, k: number) => theta.slice(k * d, (k + 1) * d)

/** The gradient's 2-norm at point `k`. */
export function slopeAt({ gradient, dimension: d }: Walk, k: number): number {
  return Math.hypot(...gradient.subarray(k * d, (k + 1) * d))
}

/** The length by which distances on this landscape are measured. */
export function widthOf(walk: Walk, domain?: Domain): number {
  if (domain !== undefined) return Math.max(domain.x[1] - domain.x[0], domain.y[1] - domain.y[0])
  return Math.max(1, ...pointAt(walk, walk.length - 1).map(Math.abs))
}

/** Whether the loss and all coordinates of point `k` are finite. */
export function isFinitePoint(
  { dimension: d, theta, loss }: Pick<Walk, 'dimension' | 'theta' | 'loss'>,
  k: number,
): boolean {
  for (let i = k * d; i < (k + 1) * d; i++) if (!Number.isFinite(theta[i]!)) return false
  return Number.isFinite(loss[k]!)
}

/** The first step of the stretch at the end during which `holds` is true, or undefined when it is not true at the end. */
function tailStart(length: number, holds: (k: number) => boolean): number | undefined {
  let k = length
  while (k > 0 && holds(k - 1)) k--
  return k === length ? undefined : k
}

/** True when point `k` lies more than a thousand widths off the landscape. */
export function hasLeft(walk: Walk, k: number, { x, y }: Domain): boolean {
  return [x, y].some(([low, high], i) => {
    const offset = walk.theta[k * walk.dimension + i]! - (low + high) / 2
    return !(Math.abs(offset) <= GONE_WIDTHS * (high - low))
  })
}

const levelFrom = (walk: Walk) => tailStart(walk.length, (k) => slopeAt(walk, k) <= LEVEL_SLOPE)
