import { type Block, HEIGHT } from './block'

/** Samples of the baked light along each side. */
export const SHADE_SIZE = 112

/** Towards the sun, in world coordinates: from the left, behind the viewer. */
export const SUN: readonly [number, number, number] = normalized(-0.55, 0.75, 0.36)

/**
 * Light that the relief takes from itself: for each sample two bytes, how much of the sky it sees and how much of the
 * sun (soft). A few million additions, about ten milliseconds.
 */
export function bakeShade(block: Block): Uint8Array<ArrayBuffer> {
  const heights = resample(block)
  const out = new Uint8Array(SHADE_SIZE * SHADE_SIZE * 2)
  const cellX = (2 * block.halfX) / (SHADE_SIZE - 1)
  const cellZ = (2 * block.halfZ) / (SHADE_SIZE - 1)
  for (let j = 0; j < SHADE_SIZE; j++) {
    for (let i = 0; i < SHADE_SIZE; i++) {
      const k = j * SHADE_SIZE + i
      out[2 * k] = Math.round(255 * sky(heights, i, j, cellX, cellZ))
      out[2 * k + 1] = Math.round(255 * sun(heights, i, j, cellX, cellZ))
    }
  }
  return out
}

/** World heights on the coarser grid; holes lie at the bottom. */
function resample({ field, mapping }: Block): Float32Array {
  const heights = new Float32Array(SHADE_SIZE * SHADE_SIZE)
  const ratio = (field.size - 1) / (SHADE_SIZE - 1)
  for (let j = 0; j < SHADE_SIZE; j++) {
    for (let i = 0; i < SHADE_SIZE; i++) {
      const f = field.f[Math.round(j * ratio) * field.size + Math.round(i * ratio)]!
      heights[j * SHADE_SIZE + i] = Number.isFinite(f) ? mapping.toUnit(f) * HEIGHT : 0
    }
  }
  return heights
}

const rays = Array.from({ length: 8 }, (_, k) => {
  const angle = (2 * Math.PI * (k + 0.5)) / 8
  return [Math.cos(angle), Math.sin(angle)] as const
})
const reaches = [1.5, 3, 6, 10, 16]

/** Share of the sky above the horizon, seen in eight directions. */
function sky(heights: Float32Array, i: number, j: number, cellX: number, cellZ: number): number {
  const here = heights[j * SHADE_SIZE + i]!
  let open = 0
  for (const [dx, dy] of rays) {
    let steepest = 0
    for (const reach of reaches) {
      const height = at(heights, i + dx * reach, j + dy * reach)
      steepest = Math.max(steepest, (height - here) / (reach * Math.hypot(dx * cellX, dy * cellZ)))
    }
    // 1 - sin(angle of the horizon)
    open += 1 - steepest / Math.hypot(1, steepest)
  }
  return open / rays.length
}

/** 1 in full sun, 0 in full shadow, softened by how far below the ray the ridge stays. */
function sun(heights: Float32Array, i: number, j: number, cellX: number, cellZ: number): number {
  const here = heights[j * SHADE_SIZE + i]!
  const step = 1.5
  // One unit of travel along the ground towards the sun: y grows towards -Z.
  const along = Math.hypot(SUN[0] / cellX, SUN[2] / cellZ)
  const [dx, dy] = [SUN[0] / cellX / along, -SUN[2] / cellZ / along]
  const rise = SUN[1] / along
  let light = 1
  for (let reach = step; reach < SHADE_SIZE; reach += step) {
    const ray = here + rise * reach
    if (ray > HEIGHT) break
    const x = i + dx * reach
    const y = j + dy * reach
    if (x < 0 || y < 0 || x > SHADE_SIZE - 1 || y > SHADE_SIZE - 1) break
    light = Math.min(light, 0.5 + (((ray - at(heights, x, y)) / reach) * 9) / Math.max(rise * 10, 0.05))
    if (light <= 0) return 0
  }
  return Math.min(Math.max(light, 0), 1)
}

function at(heights: Float32Array, x: number, y: number): number {
  const i = Math.min(Math.max(Math.round(x), 0), SHADE_SIZE - 1)
  const j = Math.min(Math.max(Math.round(y), 0), SHADE_SIZE - 1)
  return heights[j * SHADE_SIZE + i]!
}

function normalized(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}
