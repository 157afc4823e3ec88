import { type Block, HEIGHT } from './block'

/** Samples of the baked light along each side. */
export const SHADE_SIZE = 112

/** Towards the sun, in world coordinates: from the left, before the block. */
export const SUN: readonly [number, number, number] = normalized(-0.55, 0.75, 0.36)

const DIRECTIONS = 12
/** Distances, in samples, at which the horizon is looked for. */
const reaches = [1.5, 3, 5, 8, 13, 20]

/**
 * Light that the relief takes from itself: two bytes a sample, how much of the sky it sees and how much of the sun
 * (softly). A million samples, some twenty milliseconds: it yields after every row, so that the caller may slice the work.
 */
export function* bakeShade(block: Block): Generator<void, Uint8Array<ArrayBuffer>> {
  const heights = worldHeights(block)
  const out = new Uint8Array(SHADE_SIZE * SHADE_SIZE * 2)
  const cellX = (2 * block.halfX) / (SHADE_SIZE - 1)
  const cellZ = (2 * block.halfZ) / (SHADE_SIZE - 1)
  const rays = skyRays(cellX, cellZ)
  for (let j = 0; j < SHADE_SIZE; j++) {
    for (let i = 0; i < SHADE_SIZE; i++) {
      const k = 2 * (j * SHADE_SIZE + i)
      out[k] = Math.round(255 * sky(heights, i, j, rays))
      out[k + 1] = Math.round(255 * sun(heights, i, j, cellX, cellZ))
    }
    yield
  }
  return out
}

/** World heights on the coarser grid, read bilinearly. */
function worldHeights({ field, texels }: Block): Float32Array {
  const heights = new Float32Array(SHADE_SIZE * SHADE_SIZE)
  const { size } = field
  const ratio = (size - 1) / (SHADE_SIZE - 1)
  for (let j = 0; j < SHADE_SIZE; j++) {
    for (let i = 0; i < SHADE_SIZE; i++) {
      const [a, b] = [Math.min(Math.floor(i * ratio), size - 2), Math.min(Math.floor(j * ratio), size - 2)]
      const [s, t] = [i * ratio - a, j * ratio - b]
      const k = 4 * (b * size + a)
      const south = texels[k]! + s * (texels[k + 4]! - texels[k]!)
      const north = texels[k + 4 * size]! + s * (texels[k + 4 * size + 4]! - texels[k + 4 * size]!)
      heights[j * SHADE_SIZE + i] = (south + t * (north - south)) * HEIGHT
    }
  }
  return heights
}

/** One look at the horizon: a step on the grid and how far it leads in the world. */
interface Look {
  readonly di: number
  readonly dj: number
  readonly distance: number
}

function skyRays(cellX: number, cellZ: number): Look[][] {
  return Array.from({ length: DIRECTIONS }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.5)) / DIRECTIONS
    const [di, dj] = [Math.cos(angle), Math.sin(angle)]
    return reaches.map((reach) => ({
      di: di * reach,
      dj: dj * reach,
      distance: reach * Math.hypot(di * cellX, dj * cellZ),
    }))
  })
}

/** Share of the sky above the horizon, weighted by the cosine: the mean of 1 - sin² of the horizon's height. */
function sky(heights: Float32Array, i: number, j: number, rays: readonly (readonly Look[])[]): number {
  const here = heights[j * SHADE_SIZE + i]!
  let open = 0
  for (const ray of rays) {
    let steepest = 0
    for (const { di, dj, distance } of ray) {
      const x = i + di
      const y = j + dj
      if (x < 0 || y < 0 || x > SHADE_SIZE - 1 || y > SHADE_SIZE - 1) break
      steepest = Math.max(steepest, (heightAt(heights, x, y) - here) / distance)
    }
    open += 1 / (1 + steepest * steepest)
  }
  return open / rays.length
}

/** Half the width of the sun's disc, as the tangent of an angle: how soft its shadows are. */
const PENUMBRA = 0.14

/** 1 in full sun, 0 in full shadow, by how near the ray to the sun comes to the relief. */
function sun(heights: Float32Array, i: number, j: number, cellX: number, cellZ: number): number {
  const here = heights[j * SHADE_SIZE + i]! + 0.004
  // One sample of travel towards the sun: y grows towards -Z.
  const along = Math.hypot(SUN[0] / cellX, SUN[2] / cellZ)
  const [di, dj] = [SUN[0] / cellX / along, -SUN[2] / cellZ / along]
  const rise = SUN[1] / along
  const stride = Math.hypot(di * cellX, dj * cellZ)
  let clearance = PENUMBRA
  for (let reach = 1; ; reach += 1 + reach * 0.08) {
    const ray = here + rise * reach
    const x = i + di * reach
    const y = j + dj * reach
    if (ray > HEIGHT * 1.06 || x < 0 || y < 0 || x > SHADE_SIZE - 1 || y > SHADE_SIZE - 1) break
    clearance = Math.min(clearance, (ray - heightAt(heights, x, y)) / (reach * stride))
    if (clearance <= -PENUMBRA) return 0
  }
  const light = (clearance + PENUMBRA) / (2 * PENUMBRA)
  return light * light * (3 - 2 * light)
}

function heightAt(heights: Float32Array, x: number, y: number): number {
  const i = Math.min(x | 0, SHADE_SIZE - 2)
  const j = Math.min(y | 0, SHADE_SIZE - 2)
  const [s, t] = [x - i, y - j]
  const k = j * SHADE_SIZE + i
  const south = heights[k]! + s * (heights[k + 1]! - heights[k]!)
  const north = heights[k + SHADE_SIZE]! + s * (heights[k + SHADE_SIZE + 1]! - heights[k + SHADE_SIZE]!)
  return south + t * (north - south)
}

function normalized(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}
