import type { HeightField } from '../../analysis/types'
import { createSlope, slopeOf } from '../landscape/slopes'
import { drawArrow } from './arrows'
import type { Frame } from './frame'

/** Pixels between two arrows. */
const SPACING = 44
const style = { color: '#ffffff', width: 1.3, head: 6, rim: 0.7 }

/** Arrows of steepest descent all over the seen ground, longer where it is steeper; level ground and holes have none. */
export function drawGradientLayer(context: CanvasRenderingContext2D, frame: Frame): void {
  const { sheet, size, block } = frame
  const slope = createSlope()
  context.globalAlpha = 0.75
  for (const y of gridFrom(sheet.top, sheet.bottom, size.height)) {
    for (const x of gridFrom(sheet.left, sheet.right, size.width)) {
      const k = nearestSample(
        block.field,
        (x - sheet.left) / (sheet.right - sheet.left),
        (sheet.bottom - y) / (sheet.bottom - sheet.top),
      )
      slopeOf(block, block.field.f[k]!, block.field.fx[k]!, block.field.fy[k]!, false, slope)
      const half = 0.43 * SPACING * (slope.steepness / (slope.steepness + 0.35))
      if (!(half > 0.1 * SPACING)) continue
      drawArrow(context, x - slope.x * half, y - slope.z * half, x + slope.x * half, y + slope.z * half, style)
    }
  }
  context.globalAlpha = 1
}

/** Places between two edges that are seen, at fixed distances from the middle: they move with the ground. */
function gridFrom(low: number, high: number, end: number): number[] {
  const middle = (low + high) / 2
  const first = Math.ceil((Math.max(low, 0) - middle) / SPACING + 0.1)
  const last = Math.floor((Math.min(high, end) - middle) / SPACING - 0.1)
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, k) => middle + (first + k) * SPACING)
}

/** Index of the sample at a share of the domain along x and y. */
const nearestSample = ({ size }: HeightField, u: number, v: number) =>
  Math.round(v * (size - 1)) * size + Math.round(u * (size - 1))
