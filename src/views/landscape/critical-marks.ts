import { Color, type Vector3 } from 'three'
import type { CriticalPoint } from '../../analysis/types'
import { kindColors } from '../theme'
import { type Block, HEIGHT, smoothUnit, worldX, worldZ } from './block'
import { isHidden } from './picking'
import { PLAIN, type Rgb, RINGED, type Sprites } from './sprites'

/** A critical point as it stands on the block. */
export interface CriticalMark {
  readonly point: CriticalPoint
  /** World coordinates. */
  readonly x: number
  readonly y: number
  readonly z: number
  /** The relief stands between it and the viewer. */
  hidden: boolean
}

/** A mark that the relief hides is not gone, only faint. */
export const HIDDEN_ALPHA = 0.22

/** From so many marks on they are drawn smaller, so that they do not cover the ground. */
const MANY = 24

export function criticalMarks(block: Block, points: readonly CriticalPoint[]): CriticalMark[] {
  return points.map((point) => {
    const [x, z] = [worldX(block, point.x), worldZ(block, point.y)]
    const unit = smoothUnit(block, x, z)
    return { point, x, y: (Number.isNaN(unit) ? block.mapping.toUnit(point.value) : unit) * HEIGHT, z, hidden: false }
  })
}

/** Half the size of a mark in CSS pixels, in a free rectangle of so many pixels along its shorter side. */
export const markSize = (count: number, shorter: number) =>
  Math.min(Math.max(shorter / 64, 6.5), 10) * Math.min(Math.max(Math.sqrt(MANY / count), 0.5), 1)

export function hideMarks(marks: readonly CriticalMark[], block: Block, eye: Vector3): void {
  for (const mark of marks) mark.hidden = isHidden(block, eye, mark.x, mark.y, mark.z)
}

/** Two points of this block that cannot be told apart. */
export function samePlace(block: Block, a: Place2, b: Place2): boolean {
  const near = 1e-4
  return (
    Math.abs(worldX(block, a.x) - worldX(block, b.x)) < near && Math.abs(worldZ(block, a.y) - worldZ(block, b.y)) < near
  )
}

interface Place2 {
  readonly x: number
  readonly y: number
}

/** Adds all marks; `standsOut` says which are ringed and never faint. */
export function addMarks(
  sprites: Sprites,
  marks: readonly CriticalMark[],
  half: number,
  standsOut: (mark: CriticalMark) => boolean,
): void {
  for (const mark of marks) {
    const { kind } = mark.point
    const ringed = standsOut(mark)
    const alpha = mark.hidden && !ringed ? HIDDEN_ALPHA : 1
    sprites.add(kind, mark.x, mark.y, mark.z, half, rgb[kind], alpha, ringed ? RINGED : PLAIN)
  }
}

/** A CSS colour as the shaders want it: linear light. */
export function linear(color: string): Rgb {
  const { r, g, b } = new Color(color)
  return [r, g, b]
}

const rgb = {
  minimum: linear(kindColors.minimum),
  saddle: linear(kindColors.saddle),
  maximum: linear(kindColors.maximum),
  degenerate: linear(kindColors.degenerate),
}
