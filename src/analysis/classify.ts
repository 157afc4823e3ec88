import { eigen2 } from '../math/eigen'
import type { Surface } from '../surfaces/surface'
import type { CriticalKind, CriticalPoint } from './types'

/** Eigenvalues below this share of the curvature around are rounding. */
const ROUNDING = 1e-13
/** Above this share an eigenvalue is one, however roughly the point is known. */
const PLAIN = 1e-7
/** Distances, in widths of the domain: where a small eigenvalue is looked at again, and how far `around` reaches. */
const NEARBY = 1e-6
const AROUND = 1e-3

export type Place = Pick<CriticalPoint, 'x' | 'y'>
export type Curvature = readonly [xx: number, xy: number, yy: number]

/** The critical point at `place`, its kind read off its curvature. `width` is the domain's. */
export function classify(surface: Surface, place: Place, [xx, xy, yy]: Curvature, width: number): CriticalPoint {
  const { values, vectors } = eigen2(xx, xy, yy)
  const scale = Math.max(...values.map(Math.abs), curvatureAround(surface, place, AROUND * width))
  const flat = values.some((value, i) => isFlat(surface, place, value, vectors[i]!, scale, NEARBY * width))
  return {
    x: place.x,
    y: place.y,
    value: surface.value(Float64Array.of(place.x, place.y)),
    kind: flat ? 'degenerate' : kindOf(values),
    eigenvalues: values,
    directions: vectors,
    certified: false,
  }
}

function kindOf([low, high]: readonly [number, number]): CriticalKind {
  if (low > 0) return 'minimum'
  return high < 0 ? 'maximum' : 'saddle'
}

/**
 * Whether an eigenvalue is zero. A small one may be honest (a ravine: condition numbers of 1e9 are harmless in float64)
 * or the trace of a zero that was found only to within 1e-8, as a multiple zero of the gradient always is. An honest
 * one is the same a little further on; a trace grows with the distance.
 */
function isFlat(
  surface: Surface,
  { x, y }: Place,
  value: number,
  [vx, vy]: readonly [number, number],
  scale: number,
  distance: number,
): boolean {
  if (Math.abs(value) > PLAIN * scale) return false
  if (!(Math.abs(value) > ROUNDING * scale)) return true
  return [distance, -distance].some((d) => {
    const [xx, xy, yy] = exactCurvature(surface, { x: x + d * vx, y: y + d * vy })
    const there = xx * vx * vx + 2 * xy * vx * vy + yy * vy * vy
    return !(Math.abs(there - value) <= 0.5 * Math.abs(value))
  })
}

/** The largest second derivative a little way off: at a point where all of them vanish, what rounding is relative to. */
function curvatureAround(surface: Surface, { x, y }: Place, distance: number): number {
  const places = [
    { x: x + distance, y },
    { x, y: y + distance },
  ]
  const entries = places.flatMap((place) => exactCurvature(surface, place)).map(Math.abs)
  return Math.max(0, ...entries.filter(Number.isFinite))
}

/**
 * The exact Hessian, unless it contradicts the gradients around: at a removable singularity of the formula
 * (cos(sqrt(x² + y²)) at 0) only these know the curvature, and they agree on it at any small distance. Where they do
 * not agree either, the ground has no curvature to speak of: it counts as flat.
 */
export function curvature(surface: Surface, place: Place, width: number): Curvature {
  const distance = 1e-5 * width
  const exact = exactCurvature(surface, place)
  const seen = curvatureSeen(surface, place, distance)
  const closer = curvatureSeen(surface, place, distance / 10)
  if (agree(exact, closer)) return exact
  if (!agree(seen, closer)) return [0, 0, 0]
  // Richardson's extrapolation: the error of a central difference goes with the square of the distance.
  const [xx, xy, yy] = curvatureSeen(surface, place, 10 * distance)
  return [(100 * seen[0] - xx) / 99, (100 * seen[1] - xy) / 99, (100 * seen[2] - yy) / 99]
}

export function exactCurvature(surface: Surface, { x, y }: Place): Curvature {
  const h = new Float64Array(4)
  surface.hessian(Float64Array.of(x, y), h)
  return [h[0]!, h[1]!, h[3]!]
}

/** Central differences of the exact gradient. */
function curvatureSeen(surface: Surface, { x, y }: Place, distance: number): Curvature {
  const ahead = new Float64Array(2)
  const behind = new Float64Array(2)
  const difference = (dx: number, dy: number) => {
    surface.gradient(Float64Array.of(x + dx, y + dy), ahead)
    surface.gradient(Float64Array.of(x - dx, y - dy), behind)
    return [(ahead[0]! - behind[0]!) / (2 * distance), (ahead[1]! - behind[1]!) / (2 * distance)] as const
  }
  const [xx, xy] = difference(distance, 0)
  const [yx, yy] = difference(0, distance)
  return [xx, (xy + yx) / 2, yy]
}

function agree(a: Curvature, b: Curvature): boolean {
  const scale = Math.max(...b.map(Math.abs))
  return a.every((value, i) => Math.abs(value - b[i]!) <= 0.1 * scale)
}
