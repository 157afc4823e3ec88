import type { HeightField } from '../../analysis/types'
import type { SurfaceSpec } from '../../surfaces/surface'
import { type HeightMapping, heightMapping } from '../height'

/**
 * How the domain becomes a block of the 3-D world: x runs along X, y along -Z (away from the viewer), height along Y.
 * The longer side of the ground is two units, the relief `HEIGHT` units high, the base `BASE` below its lowest point.
 */
export interface Block {
  readonly surface: SurfaceSpec
  readonly field: HeightField
  readonly mapping: HeightMapping
  /** Half of the block's extent along X and Z. */
  readonly halfX: number
  readonly halfZ: number
}

export const HEIGHT = 0.72
export const BASE = 0.22

export function createBlock(surface: SurfaceSpec, field: HeightField): Block {
  const { x, y } = surface.domain
  const ratio = (x[1] - x[0]) / (y[1] - y[0])
  // Extreme proportions are softened, so that a long valley still has a width.
  const shown = Math.min(Math.max(ratio, 0.5), 2)
  return {
    surface,
    field,
    mapping: heightMapping(field, surface.heightScale),
    halfX: shown >= 1 ? 1 : shown,
    halfZ: shown >= 1 ? 1 / shown : 1,
  }
}

export const worldX = (block: Block, x: number) => {
  const [low, high] = block.surface.domain.x
  return ((x - low) / (high - low) - 0.5) * 2 * block.halfX
}

export const worldZ = (block: Block, y: number) => {
  const [low, high] = block.surface.domain.y
  return -((y - low) / (high - low) - 0.5) * 2 * block.halfZ
}

export const worldY = (block: Block, f: number) => block.mapping.toUnit(f) * HEIGHT

export const domainX = (block: Block, X: number) => {
  const [low, high] = block.surface.domain.x
  return low + (X / (2 * block.halfX) + 0.5) * (high - low)
}

export const domainY = (block: Block, Z: number) => {
  const [low, high] = block.surface.domain.y
  return low + (-Z / (2 * block.halfZ) + 0.5) * (high - low)
}

/**
 * The loss at a point of the domain, from the samples: four first-order expansions blended bilinearly, as the shader
 * does it. NaN outside the domain and where the samples have a hole.
 */
export function sampleLoss({ surface, field }: Block, x: number, y: number): number {
  const { size } = field
  const [x0, x1] = surface.domain.x
  const [y0, y1] = surface.domain.y
  const px = ((x - x0) / (x1 - x0)) * (size - 1)
  const py = ((y - y0) / (y1 - y0)) * (size - 1)
  if (!(px >= 0 && py >= 0 && px <= size - 1 && py <= size - 1)) return Number.NaN
  const i = Math.min(Math.floor(px), size - 2)
  const j = Math.min(Math.floor(py), size - 2)
  const cellX = (x1 - x0) / (size - 1)
  const cellY = (y1 - y0) / (size - 1)
  let loss = 0
  for (let corner = 0; corner < 4; corner++) {
    const [a, b] = [corner & 1, corner >> 1]
    const [tx, ty] = [px - i - a, py - j - b]
    const k = (j + b) * size + i + a
    const expansion = field.f[k]! + field.fx[k]! * tx * cellX + field.fy[k]! * ty * cellY
    loss += (1 - Math.abs(tx)) * (1 - Math.abs(ty)) * expansion
  }
  return loss
}
