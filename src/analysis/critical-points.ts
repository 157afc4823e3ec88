import { finish, type Sliced, share } from '../math/sliced'
import type { Surface } from '../surfaces/surface'
import { findCandidates } from './candidates'
import { classify, curvature, exactCurvature, type Place } from './classify'
import { thinFamilies } from './families'
import { newton, type Root } from './newton'
import type { CriticalPoint, CriticalPointReport } from './types'

/** Distances, in widths of the domain: same point; converged; reach of one Newton step, in cells. */
const SAME = 1e-7
const CONVERGED = 1e-9
const REACH_CELLS = 3
/** Gaps, in cells, that the grid leaves between the points it finds of one curve. */
const GAP_CELLS = 4
/** A slope below this share of those next to it is rounding. */
const RESIDUAL = 1e-6

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
  const gap = (GAP_CELLS * width) / size
  const candidates = yield* share(0, 0.2, findCandidates(surface, size))
  const roots = yield* share(0.2, 0.6, newton(surface, candidates, (REACH_CELLS * width) / size))
  const inside = (root: Root) => within(root.x, x) && within(root.y, y)
  const settled = roots.filter((root) => root.step <= CONVERGED * width && inside(root))
  // Curves of degenerate points are thinned first: what follows looks at each point closely.
  const classified = yield* share(
    0.6,
    0.7,
    mapped(distinct(settled, SAME * width), (root) => classify(surface, root, exactCurvature(surface, root), width)),
  )
  const points: CriticalPoint[] = []
  yield* share(
    0.7,
    1,
    mapped(thinFamilies(classified, gap), (point) => {
      if (isSmooth(surface, point, width))
        points.push(classify(surface, point, curvature(surface, point, width), width))
    }),
  )
  const sorted = thinFamilies(points, gap).sort((a, b) => a.value - b.value)
  return { points: sorted, complete: false, undecided: [] }
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
 * At a smooth critical point the gradient vanishes and grows with the distance; at a kink it does not, and where Newton
 * came to rest for want of curvature it never vanished. On a plateau where loss and slope are the same all around,
 * there is nothing to report.
 */
function isSmooth(surface: Surface, root: Place, width: number): boolean {
  const here = slopeAt(surface, root.x, root.y)
  const near = steepestAround(surface, root, 1e-7 * width)
  const far = steepestAround(surface, root, 1e-6 * width)
  if (near === 0 && far === 0) return here === 0 && steepestAround(surface, root, 1e-2 * width) > 0
  // At a removable singularity the gradient is undefined at the very point.
  return near <= 0.5 * far && !(here > RESIDUAL * far)
}

function steepestAround(surface: Surface, { x, y }: Place, distance: number): number {
  return Math.max(...around.map(([dx, dy]) => slopeAt(surface, x + distance * dx, y + distance * dy)))
}

function slopeAt(surface: Surface, x: number, y: number): number {
  const gradient = new Float64Array(2)
  surface.gradient(Float64Array.of(x, y), gradient)
  return Math.hypot(gradient[0]!, gradient[1]!)
}
