import { readGround } from '../simulation/ground'
import type { Surface } from '../surfaces/surface'
import type { CriticalPoint } from './types'

/** Share of the domain's width within which a walk has reached a point: half a pixel of a map of 512. */
export const REACH = 1e-3

/** Where walks may end: a listed minimum (a maximum, for those who climb), or one point of a level set of such. */
export interface Attractor extends CriticalPoint {
  /** A walk that ends within this distance has reached it. */
  readonly reach: number
}

/**
 * Of the critical points of `surface`, those where a climber comes to rest, in their order. A degenerate point is one
 * when no way leads down from it. No two reach so far that they meet, nor that they take in another critical point.
 */
export function attractorsOf(surface: Surface, points: readonly CriticalPoint[], maximize: boolean): Attractor[] {
  const { x, y } = surface.spec.domain
  const width = Math.max(x[1] - x[0], y[1] - y[0])
  const isGoal = ({ kind, x, y }: CriticalPoint) =>
    kind === (maximize ? 'maximum' : 'minimum') ||
    (kind === 'degenerate' && readGround(surface, Float64Array.of(x, y), maximize, width).kind === 'bottom')
  const near = nearestDistances(points, 4 * REACH * width)
  return points.flatMap((point, i) =>
    isGoal(point) ? [{ ...point, reach: Math.min(REACH * width, near[i]! / 4) }] : [],
  )
}

/** How far each point's nearest neighbour is, or infinity when that is more than `limit`. */
function nearestDistances(points: readonly CriticalPoint[], limit: number): number[] {
  const order = points.map((_, i) => i).sort((a, b) => points[a]!.x - points[b]!.x)
  const distances = points.map(() => Number.POSITIVE_INFINITY)
  for (const [k, i] of order.entries()) {
    for (let l = k + 1; l < order.length; l++) {
      const j = order[l]!
      if (points[j]!.x - points[i]!.x > limit) break
      const distance = Math.hypot(points[j]!.x - points[i]!.x, points[j]!.y - points[i]!.y)
      if (distance > limit) continue
      distances[i] = Math.min(distances[i]!, distance)
      distances[j] = Math.min(distances[j]!, distance)
    }
  }
  return distances
}

/** Finds the attractor that a place belongs to. */
export interface AttractorIndex {
  /** Its index, or -1. */
  at(x: number, y: number): number
}

/** A table of squares, each with the attractors that reach into it: one look-up, however many there are. */
export function indexAttractors(attractors: readonly Attractor[]): AttractorIndex {
  const side = 2 * attractors.reduce((most, { reach }) => Math.max(most, reach), Number.MIN_VALUE)
  const squares = new Map<number, number[]>()
  const column = (value: number) => Math.floor(value / side)
  // Columns of one row of squares lie closer together than two rows.
  const key = (i: number, j: number) => i + j * 2 ** 26
  for (const [index, { x, y, reach }] of attractors.entries()) {
    for (let j = column(y - reach); j <= column(y + reach); j++) {
      for (let i = column(x - reach); i <= column(x + reach); i++) {
        const square = squares.get(key(i, j))
        if (square === undefined) squares.set(key(i, j), [index])
        else square.push(index)
      }
    }
  }
  return {
    at(x, y) {
      const square = squares.get(key(column(x), column(y)))
      if (square === undefined) return -1
      for (const index of square) {
        const { x: atX, y: atY, reach } = attractors[index]!
        if (Math.hypot(x - atX, y - atY) <= reach) return index
      }
      return -1
    },
  }
}
