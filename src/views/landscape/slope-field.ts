import type { Arrows } from './arrows'
import { type Block, domainX, domainY } from './block'
import { heightAt } from './ground-line'
import { createSlope, slopeOf } from './slopes'
import type { Rgb } from './sprites'

/** Arrows along the longer side of the ground. */
const ALONG = 19

const WHITE: Rgb = [1, 1, 1]

/** Covers the ground with arrows of steepest descent, longer where it is steeper; level ground and holes have none. */
export function fillSlopeField(arrows: Arrows, block: Block): void {
  const { halfX, halfZ, field } = block
  const spacing = 2 / ALONG
  const countX = Math.round((2 * halfX) / spacing)
  const countZ = Math.round((2 * halfZ) / spacing)
  const slope = createSlope()
  arrows.begin()
  for (let j = 0; j < countZ; j++) {
    for (let i = 0; i < countX; i++) {
      const X = ((i + 0.5) / countX - 0.5) * 2 * halfX
      const Z = ((j + 0.5) / countZ - 0.5) * 2 * halfZ
      const k = sampleAt(block, X, Z)
      slopeOf(block, field.f[k]!, field.fx[k]!, field.fy[k]!, false, slope)
      // Steepness 1 is 45 degrees on the block.
      const half = 0.5 * spacing * 0.86 * (slope.steepness / (slope.steepness + 0.35))
      if (!(half > 0.1 * spacing)) continue
      const [dX, dZ] = [half * slope.x, half * slope.z]
      const from = heightAt(block, X - dX, Z - dZ, Number.NaN)
      const to = heightAt(block, X + dX, Z + dZ, Number.NaN)
      if (!Number.isFinite(from + to)) continue
      arrows.add(X - dX, from, Z - dZ, X + dX, to, Z + dZ, WHITE, 0.7, 1.2, 5)
    }
  }
  arrows.end()
}

/** Index of the sample nearest to a place of the block. */
function sampleAt(block: Block, X: number, Z: number): number {
  const { surface, field } = block
  const nearest = (value: number, [low, high]: readonly [number, number]) =>
    Math.round(((value - low) / (high - low)) * (field.size - 1))
  return nearest(domainY(block, Z), surface.domain.y) * field.size + nearest(domainX(block, X), surface.domain.x)
}
