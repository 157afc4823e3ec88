import type { Arrows } from './arrows'
import { type Block, HEIGHT, smoothUnit } from './block'
import type { Rgb } from './sprites'

/** How far above the ground strokes lie, in world units: less than can be seen, more than the ground's own roughness. */
export const LIFT = 0.004

/** World height of the ground at (X, Z), or `otherwise` where there is none. */
export function heightAt(block: Block, X: number, Z: number, otherwise: number): number {
  const unit = smoothUnit(block, X, Z)
  return Number.isNaN(unit) ? otherwise : unit * HEIGHT + LIFT
}

/** How a stroke along the ground is drawn. */
export interface Stroke {
  readonly color: Rgb
  readonly alpha: number
  /** CSS pixels. */
  readonly width: number
  /** Of the arrow's head at its end; 0 for none. */
  readonly head: number
}

/**
 * A stroke along the ground from (X0, Z0) to (X1, Z1), in pieces that follow the relief; only the last has a head. What
 * leaves the block goes on at the height at which it left.
 */
export function groundLine(
  arrows: Arrows,
  block: Block,
  X0: number,
  Z0: number,
  X1: number,
  Z1: number,
  piece: number,
  { color, alpha, width, head }: Stroke,
): void {
  const pieces = Math.max(Math.ceil(Math.hypot(X1 - X0, Z1 - Z0) / piece), 1)
  let [x, z] = [X0, Z0]
  let y = heightAt(block, x, z, 0)
  for (let n = 1; n <= pieces; n++) {
    const nextX = X0 + ((X1 - X0) * n) / pieces
    const nextZ = Z0 + ((Z1 - Z0) * n) / pieces
    const nextY = heightAt(block, nextX, nextZ, y)
    arrows.add(x, y, z, nextX, nextY, nextZ, color, alpha, width, n === pieces ? head : 0)
    x = nextX
    y = nextY
    z = nextZ
  }
}
