import { type Camera, Vector3 } from 'three'
import { BASE, type Block, domainX, domainY, HEIGHT, sampleLoss, worldY } from './block'

const STEPS = 160
const BISECTIONS = 20

/** Height of the ground at a place of the world; NaN off the block and in holes. */
export function groundHeight(block: Block, X: number, Z: number): number {
  return worldY(block, sampleLoss(block, domainX(block, X), domainY(block, Z)))
}

/**
 * The point of the domain under a point of the screen (in normalised device coordinates), by marching the ray over the
 * samples: the mesh is not asked, so the answer does not depend on its fineness. Undefined beside the ground.
 */
export function pick(block: Block, camera: Camera, ndcX: number, ndcY: number): { x: number; y: number } | undefined {
  const origin = new Vector3(ndcX, ndcY, -1).unproject(camera)
  const direction = new Vector3(ndcX, ndcY, 1).unproject(camera).sub(origin).normalize()
  const span = throughBox(block, origin, direction)
  if (span === undefined) return undefined
  const hit = march(block, origin, direction, span[0], span[1])
  if (hit === undefined) return undefined
  const at = origin.addScaledVector(direction, hit)
  return {
    x: clampTo(domainX(block, at.x), block.surface.domain.x),
    y: clampTo(domainY(block, at.z), block.surface.domain.y),
  }
}

const clampTo = (value: number, [low, high]: readonly [number, number]) => Math.min(Math.max(value, low), high)

/** Where a ray enters and leaves the block's bounding box. */
function throughBox(block: Block, origin: Vector3, direction: Vector3): [number, number] | undefined {
  let near = 0
  let far = Number.POSITIVE_INFINITY
  const sides = [
    [origin.x, direction.x, -block.halfX, block.halfX],
    [origin.y, direction.y, -BASE, HEIGHT],
    [origin.z, direction.z, -block.halfZ, block.halfZ],
  ] as const
  for (const [from, along, low, high] of sides) {
    const [a, b] = [(low - from) / along, (high - from) / along]
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  return near < far ? [near, far] : undefined
}

/** Distance along the ray at which it first goes under the ground. */
function march(block: Block, origin: Vector3, direction: Vector3, near: number, far: number): number | undefined {
  const above = (t: number) =>
    origin.y + t * direction.y - groundHeight(block, origin.x + t * direction.x, origin.z + t * direction.z)
  let before = near
  for (let k = 0; k <= STEPS; k++) {
    const t = near + ((far - near) * (k + 1e-6)) / (STEPS + 2e-6)
    if (above(t) <= 0) return k === 0 ? undefined : bisect(above, before, t)
    before = t
  }
  return undefined
}

function bisect(above: (t: number) => number, low: number, high: number): number {
  for (let k = 0; k < BISECTIONS; k++) {
    const middle = (low + high) / 2
    if (above(middle) <= 0) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/** Whether the ground hides a place of the world from `eye`. */
export function isHidden(block: Block, eye: Vector3, x: number, y: number, z: number): boolean {
  const steps = 48
  // The last bit of the way is left out: the place itself lies on the ground.
  for (let k = 0; k < steps; k++) {
    const t = 0.03 + (k / steps) * 0.6
    const [px, py, pz] = [x + (eye.x - x) * t, y + (eye.y - y) * t, z + (eye.z - z) * t]
    if (py > HEIGHT) return false
    if (py + 0.004 < groundHeight(block, px, pz)) return true
  }
  return false
}
