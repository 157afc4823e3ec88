import { eigen2 } from '../math/eigen'
import { finish, type Sliced } from '../math/sliced'
import type { Surface } from '../surfaces/surface'
import { findCandidates } from './candidates'
import { newton, type Root } from './newton'
import type { CriticalKind, CriticalPoint, CriticalPointReport } from './types'

/** Curvature below this share of the larger one is taken for zero. */
const DEGENERATE = 1e-7
/** Distances, in widths of the domain: same point; converged; reach of one Newton step, in cells. */
const SAME = 1e-7
const CONVERGED = 1e-9
const REACH_CELLS = 3
/** More points than this on one level set of degenerate points are one curve of them. */
const FAMILY = 2

export interface CriticalPointOptions {
  /** Points of the grid along each axis. */
  readonly size?: number
}

/**
 * Zeros of the gradient inside the closed domain: Newton's method with exact Hessians from every promising cell of a
 * grid, deduplicated, classified by the Hessian's eigenvalues, sorted by value. Kinks, where the gradient does not
 * vanish but jumps, are not critical points. Of a whole curve of them (a ring, a trough) one is kept, as degenerate.
 * Nothing is proved: `complete` is false.
 */
export const findCriticalPoints = (surface: Surface, options: CriticalPointOptions = {}): CriticalPointReport =>
  finish(searchCriticalPoints(surface, options))

/** The same, in slices. */
export function* searchCriticalPoints(
  surface: Surface,
  options: CriticalPointOptions = {},
): Sliced<CriticalPointReport> {
  const size = options.size ?? 201
  const { x, y } = surface.spec.domain
  const width = Math.hypot(x[1] - x[0], y[1] - y[0])
  const candidates = yield* share(0, 0.2, findCandidates(surface, size))
  const roots = yield* share(0.2, 0.6, newton(surface, candidates, (REACH_CELLS * width) / size))
  const inside = (root: Root) => within(root.x, x) && within(root.y, y)
  const settled = roots.filter((root) => root.step <= CONVERGED * width && inside(root))
  // Curves of degenerate points are thinned first: what follows looks at each point closely.
  const classified = yield* share(
    0.6,
    0.7,
    mapped(distinct(settled, SAME * width), (root) => classify(surface, root, exactCurvature)),
  )
  const points: CriticalPoint[] = []
  yield* share(
    0.7,
    1,
    mapped(thinFamilies(classified), (point) => {
      if (!isSmooth(surface, point, width)) return
      points.push(classify(surface, point, (at, theta) => curvature(at, theta, 1e-5 * width)))
    }),
  )
  return { points: points.sort((a, b) => a.value - b.value), complete: false, undecided: [] }
}

/** `work` as the part `from`..`to` of a larger whole. */
function* share<T>(from: number, to: number, work: Sliced<T>): Sliced<T> {
  for (;;) {
    const slice = work.next()
    if (slice.done) return slice.value
    yield from + (to - from) * slice.value
  }
}

/** `items.map(f)`, a few items a slice. */
function* mapped<T, U>(items: readonly T[], f: (item: T) => U): Sliced<U[]> {
  const results: U[] = []
  for (const [i, item] of items.entries()) {
    results.push(f(item))
    if (i % 16 === 15) yield i / items.length
  }
  return results
}

function within(value: number, [low, high]: readonly [number, number]): boolean {
  const slack = 1e-12 * Math.max(Math.abs(low), Math.abs(high))
  return value >= low - slack && value <= high + slack
}

/** One of each group of roots closer than `tolerance`, the best converged. */
function distinct(roots: readonly Root[], tolerance: number): Root[] {
  const kept: Root[] = []
  const cells = new Map<string, Root[]>()
  const cell = (value: number) => Math.floor(value / (2 * tolerance))
  for (const root of [...roots].sort((a, b) => a.step - b.step)) {
    const [i, j] = [cell(root.x), cell(root.y)]
    const near = neighbours.some(([di, dj]) =>
      cells.get(`${i + di} ${j + dj}`)?.some((other) => Math.hypot(other.x - root.x, other.y - root.y) <= tolerance),
    )
    if (near) continue
    kept.push(root)
    const key = `${i} ${j}`
    cells.set(key, [...(cells.get(key) ?? []), root])
  }
  return kept
}

const neighbours = [-1, 0, 1].flatMap((di) => [-1, 0, 1].map((dj) => [di, dj] as const))

/** Unit steps around a point. */
const around: readonly (readonly [number, number])[] = Array.from({ length: 8 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 8 + 0.1
  return [Math.cos(angle), Math.sin(angle)]
})

/**
 * At a smooth critical point the gradient shrinks with the distance to it; at a kink it does not. On a plateau where
 * loss and slope are the same all around, there is nothing to report.
 */
function isSmooth(surface: Surface, root: Place, width: number): boolean {
  const near = steepestAround(surface, root, 1e-7 * width)
  const far = steepestAround(surface, root, 1e-6 * width)
  if (near === 0 && far === 0) return steepestAround(surface, root, 1e-2 * width) > 0
  return near <= 0.5 * far
}

function steepestAround(surface: Surface, root: Place, distance: number): number {
  const gradient = new Float64Array(2)
  const norms = around.map(([dx, dy]) => {
    surface.gradient(Float64Array.of(root.x + distance * dx, root.y + distance * dy), gradient)
    return Math.hypot(gradient[0]!, gradient[1]!)
  })
  return Math.max(...norms)
}

type Place = Pick<CriticalPoint, 'x' | 'y'>

function classify(
  surface: Surface,
  root: Place,
  curvatureAt: (surface: Surface, theta: Float64Array) => Curvature,
): CriticalPoint {
  const theta = Float64Array.of(root.x, root.y)
  const { values, vectors } = eigen2(...curvatureAt(surface, theta))
  return {
    x: root.x,
    y: root.y,
    value: surface.value(theta),
    kind: kindOf(values),
    eigenvalues: values,
    directions: vectors,
    certified: false,
  }
}

type Curvature = readonly [xx: number, xy: number, yy: number]

/**
 * The exact Hessian, unless it contradicts the gradients around: at a removable singularity of the formula
 * (cos(sqrt(x² + y²)) at 0) only these know the curvature, and they agree on it at any small distance. Where they do
 * not agree either, the ground has no curvature to speak of: it counts as flat.
 */
function curvature(surface: Surface, theta: Float64Array, distance: number): Curvature {
  const exact = exactCurvature(surface, theta)
  const seen = curvatureSeen(surface, theta, distance)
  const closer = curvatureSeen(surface, theta, distance / 10)
  if (agree(exact, closer)) return exact
  return agree(seen, closer) ? closer : [0, 0, 0]
}

function exactCurvature(surface: Surface, theta: Float64Array): Curvature {
  const h = new Float64Array(4)
  surface.hessian(theta, h)
  return [h[0]!, h[1]!, h[3]!]
}

/** Central differences of the exact gradient. */
function curvatureSeen(surface: Surface, theta: Float64Array, distance: number): Curvature {
  const ahead = new Float64Array(2)
  const behind = new Float64Array(2)
  const difference = (dx: number, dy: number) => {
    surface.gradient(Float64Array.of(theta[0]! + dx, theta[1]! + dy), ahead)
    surface.gradient(Float64Array.of(theta[0]! - dx, theta[1]! - dy), behind)
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

function kindOf([low, high]: readonly [number, number]): CriticalKind {
  const flat = DEGENERATE * Math.max(Math.abs(low), Math.abs(high))
  if (Math.abs(low) <= flat || Math.abs(high) <= flat) return 'degenerate'
  if (low > 0) return 'minimum'
  return high < 0 ? 'maximum' : 'saddle'
}

/** Keeps one point of each curve of degenerate points: many of them that share their value. */
function thinFamilies(points: readonly CriticalPoint[]): CriticalPoint[] {
  const degenerate = points.filter((point) => point.kind === 'degenerate').sort((a, b) => a.value - b.value)
  const families: CriticalPoint[][] = []
  for (const point of degenerate) {
    const family = families.at(-1)
    const same =
      family !== undefined && Math.abs(point.value - family[0]!.value) <= 1e-9 * Math.max(1e-3, Math.abs(point.value))
    if (same) family.push(point)
    else families.push([point])
  }
  const thinned = families.flatMap((family) => (family.length > FAMILY ? family.slice(0, 1) : family))
  return [...points.filter((point) => point.kind !== 'degenerate'), ...thinned]
}
