import type { CriticalPoint } from './types'

/** Up to this many degenerate points side by side may each be isolated; more are one curve. */
const ISOLATED = 2
/** Values this close, relatively (absolutely below 1e-3), are the same. */
const SAME_VALUE = 1e-9

/**
 * Keeps one point of each curve of degenerate points (a ring, a trough): degenerate points of one value, each within
 * `gap` of the next. Curves of the same value (equal troughs, a ring cut by the border) are shown by one point too.
 */
export function thinFamilies(points: readonly CriticalPoint[], gap: number): CriticalPoint[] {
  const found = families(
    points.filter((point) => point.kind === 'degenerate'),
    gap,
  )
  const curves: CriticalPoint[] = []
  for (const [first] of found.filter((family) => family.length > ISOLATED)) {
    if (!curves.some((curve) => haveSameValue(curve, first!))) curves.push(first!)
  }
  const isolated = found.filter((family) => family.length <= ISOLATED).flat()
  return [...points.filter((point) => point.kind !== 'degenerate'), ...isolated, ...curves]
}

/** Connected components of `points` under "close and of the same value". */
function families(points: readonly CriticalPoint[], gap: number): CriticalPoint[][] {
  const cells = new Map<string, Set<CriticalPoint>>()
  const cell = (value: number) => Math.floor(value / gap)
  for (const point of points) {
    const key = `${cell(point.x)} ${cell(point.y)}`
    const members = cells.get(key)
    if (members === undefined) cells.set(key, new Set([point]))
    else members.add(point)
  }
  /** Removes and returns what is linked to `point`. */
  const takeLinked = (point: CriticalPoint): CriticalPoint[] =>
    nearby(cell(point.x), cell(point.y)).flatMap((key) => {
      const members = cells.get(key)
      const linked = [...(members ?? [])].filter((other) => areLinked(point, other, gap))
      for (const other of linked) members?.delete(other)
      return linked
    })
  const found: CriticalPoint[][] = []
  const taken = new Set<CriticalPoint>()
  for (const start of points) {
    if (taken.has(start)) continue
    const family = takeLinked(start)
    for (let i = 0; i < family.length; i++) family.push(...takeLinked(family[i]!))
    for (const point of family) taken.add(point)
    found.push(family)
  }
  return found
}

const nearby = (i: number, j: number) => [-1, 0, 1].flatMap((di) => [-1, 0, 1].map((dj) => `${i + di} ${j + dj}`))

const areLinked = (a: CriticalPoint, b: CriticalPoint, gap: number) =>
  Math.hypot(a.x - b.x, a.y - b.y) <= gap && haveSameValue(a, b)

const haveSameValue = (a: CriticalPoint, b: CriticalPoint) =>
  Math.abs(a.value - b.value) <= SAME_VALUE * Math.max(1e-3, Math.abs(a.value))
