import type { Trajectory } from '../../simulation/trajectory'

/** Share of the slope at her start that noise has at first: it shows at once, and is no mere chance yet. */
const SHARE = 0.2

/**
 * A scale that suits the ground under a walk, of one digit: slopes of landscapes differ by many orders of magnitude, and
 * noise of 1 would be nothing on one and everything on another.
 */
export function usualScale(trajectory: Pick<Trajectory, 'gradient'> | null): number {
  const [x = 0, y = 0] = trajectory?.gradient ?? []
  const scale = SHARE * Math.hypot(x, y)
  return scale > 0 && Number.isFinite(scale) ? Number(scale.toPrecision(1)) : 1
}
