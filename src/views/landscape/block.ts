import type { HeightField } from '../../analysis/types'
import type { SurfaceSpec } from '../../surfaces/surface'
import { type HeightMapping, heightMapping } from '../height'
import { type Isolines, isolines } from '../isolines'
import { fieldTexels } from './texels'

/**
 * How the domain becomes a block of the 3-D world: x runs along X, y along -Z (away from the viewer), height along Y.
 * The longer side of the ground is two units, the relief `HEIGHT` units high, the base `BASE` below its lowest point.
 */
export interface Block {
  readonly surface: SurfaceSpec
  readonly field: HeightField
  readonly mapping: HeightMapping
  readonly isolines: Isolines
  /** Half of the block's extent along X and Z. */
  readonly halfX: number
  readonly halfZ: number
  /** Four floats a sample: see `fieldTexels`. */
  readonly texels: Float32Array<ArrayBuffer>
}

export const HEIGHT = 0.72
export const BASE = 0.2

/** Longest side of the ground against the shortest; beyond it proportions are softened. */
const MAX_RATIO = 2

export function createBlock(surface: SurfaceSpec, field: HeightField): Block {
  const { x, y } = surface.domain
  const ratio = Math.min(Math.max((x[1] - x[0]) / (y[1] - y[0]), 1 / MAX_RATIO), MAX_RATIO)
  const mapping = heightMapping(field, surface.heightScale)
  return {
    surface,
    field,
    mapping,
    isolines: isolines(mapping),
    halfX: Math.min(ratio, 1),
    halfZ: Math.min(1 / ratio, 1),
    texels: fieldTexels(field, mapping, surface.domain),
  }
}

export const worldX = ({ surface, halfX }: Block, x: number) => {
  const [low, high] = surface.domain.x
  return ((x - low) / (high - low) - 0.5) * 2 * halfX
}

export const worldZ = ({ surface, halfZ }: Block, y: number) => {
  const [low, high] = surface.domain.y
  return -((y - low) / (high - low) - 0.5) * 2 * halfZ
}

export const domainX = ({ surface, halfX }: Block, worldX: number) => {
  const [low, high] = surface.domain.x
  return low + (worldX / (2 * halfX) + 0.5) * (high - low)
}

export const domainY = ({ surface, halfZ }: Block, worldZ: number) => {
  const [low, high] = surface.domain.y
  return low + (0.5 - worldZ / (2 * halfZ)) * (high - low)
}

/** World units a unit of x, and of y. */
export const scaleX = ({ surface, halfX }: Block) => (2 * halfX) / (surface.domain.x[1] - surface.domain.x[0])
export const scaleZ = ({ surface, halfZ }: Block) => (2 * halfZ) / (surface.domain.y[1] - surface.domain.y[0])

/**
 * The height 0…1 of the ground at a place of the world, as the shader sees it: four expansions around the samples, blended
 * bilinearly. NaN off the block and in holes.
 */
export function smoothUnit(block: Block, X: number, Z: number): number {
  const { size } = block.field
  const { texels } = block
  const px = (X / (2 * block.halfX) + 0.5) * (size - 1)
  const py = (0.5 - Z / (2 * block.halfZ)) * (size - 1)
  if (!(px >= 0 && py >= 0 && px <= size - 1 && py <= size - 1)) return Number.NaN
  const i = Math.min(px | 0, size - 2)
  const j = Math.min(py | 0, size - 2)
  let height = 0
  let valid = 0
  for (let corner = 0; corner < 4; corner++) {
    const a = corner & 1
    const b = corner >> 1
    const tx = px - i - a
    const ty = py - j - b
    const k = 4 * ((j + b) * size + i + a)
    const weight = (1 - Math.abs(tx)) * (1 - Math.abs(ty))
    // Half of each slope: exact for every quadratic.
    height += weight * (texels[k]! + 0.5 * (texels[k + 1]! * tx + texels[k + 2]! * ty))
    valid += weight * texels[k + 3]!
  }
  return valid < 0.5 ? Number.NaN : height
}

/** The height 0…1 of the drawn triangles, on which trails lie; NaN off the block. Holes are bridged. */
export function meshUnit(block: Block, X: number, Z: number): number {
  const { size } = block.field
  const { texels } = block
  const px = (X / (2 * block.halfX) + 0.5) * (size - 1)
  const py = (0.5 - Z / (2 * block.halfZ)) * (size - 1)
  if (!(px >= 0 && py >= 0 && px <= size - 1 && py <= size - 1)) return Number.NaN
  const i = Math.min(px | 0, size - 2)
  const j = Math.min(py | 0, size - 2)
  const [tx, ty] = [px - i, py - j]
  const k = 4 * (j * size + i)
  const east = texels[k + 4]!
  const north = texels[k + 4 * size]!
  // The diagonal runs from the east corner to the north corner: see `blockGeometry`.
  if (tx + ty <= 1) return texels[k]! + tx * (east - texels[k]!) + ty * (north - texels[k]!)
  const far = texels[k + 4 * size + 4]!
  return far + (1 - tx) * (north - far) + (1 - ty) * (east - far)
}
