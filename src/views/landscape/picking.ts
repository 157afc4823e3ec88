import { type Camera, Vector3 } from 'three'
import { BASE, type Block, domainX, domainY, HEIGHT, smoothUnit } from './block'

/** Steps of the march through the block; features thinner than a sample are not looked for. */
const STEPS = 192
const BISECTIONS = 24
/** The relief's upper bound with the margin into which outliers are pressed. */
const CEILING = HEIGHT * 1.07

export interface Ground {
  readonly x: number
  readonly y: number
}

/**
 * The point of the domain under a point of the screen (in normalised device coordinates), by marching the ray over the
 * height function: the mesh is not asked, so the answer does not depend on its fineness. Where `height`, the exact
 * loss, is given, the last digits are found on it. Undefined beside the ground and in its holes.
 */
export function pick(
  block: Block,
  camera: Camera,
  ndcX: number,
  ndcY: number,
  height?: (x: number, y: number) => number,
): Ground | undefined {
  const origin = new Vector3(ndcX, ndcY, -1).unproject(camera)
  const direction = new Vector3(ndcX, ndcY, 1).unproject(camera).sub(origin).normalize()
  return cast(block, origin, direction, height)
}

/** Where a ray of the world first meets the ground. */
export function cast(
  block: Block,
  origin: Vector3,
  direction: Vector3,
  height?: (x: number, y: number) => number,
): Ground | undefined {
  const span = throughBox(block, origin, direction)
  if (span === undefined) return undefined
  const sampled = (X: number, Z: number) => smoothUnit(block, X, Z) * HEIGHT
  const crossing = march((t) => above(sampled, origin, direction, t), span[0], span[1])
  if (crossing === undefined) return undefined
  let hit = bisect((t) => above(sampled, origin, direction, t), crossing[0], crossing[1])
  if (height !== undefined) hit = refine(block, height, origin, direction, hit, span)
  const place = origin.clone().addScaledVector(direction, hit)
  return {
    x: within(domainX(block, place.x), block.surface.domain.x),
    y: within(domainY(block, place.z), block.surface.domain.y),
  }
}

const within = (value: number, [low, high]: readonly [number, number]) => Math.min(Math.max(value, low), high)

type HeightAt = (X: number, Z: number) => number

const above = (heightAt: HeightAt, origin: Vector3, direction: Vector3, t: number) =>
  origin.y + t * direction.y - heightAt(origin.x + t * direction.x, origin.z + t * direction.z)

/** The same crossing on the exact loss, sought within one step of the march; the sampled one where there is none. */
function refine(
  block: Block,
  height: (x: number, y: number) => number,
  origin: Vector3,
  direction: Vector3,
  hit: number,
  [near, far]: readonly [number, number],
): number {
  const exact = (X: number, Z: number) => block.mapping.toUnit(height(domainX(block, X), domainY(block, Z))) * HEIGHT
  const reach = (far - near) / STEPS
  const [low, high] = [Math.max(hit - reach, near), Math.min(hit + reach, far)]
  const over = (t: number) => above(exact, origin, direction, t)
  return over(low) > 0 && over(high) <= 0 ? bisect(over, low, high) : hit
}

/** Where a ray enters and leaves the block's bounding box. */
function throughBox(block: Block, origin: Vector3, direction: Vector3): [number, number] | undefined {
  let near = 0
  let far = Number.POSITIVE_INFINITY
  const sides = [
    [origin.x, direction.x, -block.halfX, block.halfX],
    [origin.y, direction.y, -BASE, CEILING],
    [origin.z, direction.z, -block.halfZ, block.halfZ],
  ] as const
  for (const [from, along, low, high] of sides) {
    const [a, b] = [(low - from) / along, (high - from) / along]
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  return near < far ? [near, far] : undefined
}

/** The first step of the march that goes from above the ground to below it. */
function march(over: (t: number) => number, near: number, far: number): [number, number] | undefined {
  let before = Number.NaN
  let last = near
  for (let k = 0; k <= STEPS; k++) {
    const t = near + ((far - near) * (k + 1e-6)) / (STEPS + 2e-6)
    const now = over(t)
    // The ray enters below the border: it has met a wall.
    if (k === 0 && now < 0) return undefined
    if (before > 0 && now <= 0) return [last, t]
    before = now
    last = t
  }
  return undefined
}

function bisect(over: (t: number) => number, low: number, high: number): number {
  for (let k = 0; k < BISECTIONS; k++) {
    const middle = (low + high) / 2
    if (over(middle) <= 0) high = middle
    else low = middle
  }
  return (low + high) / 2
}

const SIGHT_STEPS = 40

/** Whether the relief hides a place on the ground from `eye`. */
export function isHidden(block: Block, eye: Vector3, x: number, y: number, z: number): boolean {
  const [dx, dy, dz] = [eye.x - x, eye.y - y, eye.z - z]
  // The way to where the line of sight leaves the relief, but for the last bit: the place itself lies on the ground.
  const top = dy > 1e-6 ? Math.min((CEILING - y) / dy, 1) : 1
  for (let k = 1; k <= SIGHT_STEPS; k++) {
    const t = top * (k / SIGHT_STEPS) ** 1.5
    if (y + dy * t + 0.006 < smoothUnit(block, x + dx * t, z + dz * t) * HEIGHT) return true
  }
  return false
}
