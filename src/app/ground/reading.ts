import type { Surface } from '../../surfaces/surface'
import { format, formatPoint } from '../../views/format'

/** What a foot feels at a place of the domain. */
export interface Reading {
  readonly x: number
  readonly y: number
  readonly f: number
  /** Norm of the gradient. */
  readonly slope: number
  /** Unit vector against the gradient; null where the ground is level or has no slope. */
  readonly downhill: readonly [number, number] | null
}

/** Exact: from the formula and its derivative, not from the samples that are drawn. */
export function readingAt(surface: Surface, x: number, y: number): Reading {
  const gradient = new Float64Array(2)
  const f = surface.gradient(Float64Array.of(x, y), gradient)
  const [fx, fy] = gradient as unknown as readonly [number, number]
  // The formula of a derivative may have a value where the loss itself has none: log x at −1.
  const slope = Number.isNaN(f) ? Number.NaN : Math.hypot(fx, fy)
  const directed = slope > 0 && Number.isFinite(slope)
  return { x, y, f, slope, downhill: directed ? [-fx / slope, -fy / slope] : null }
}

/** For those who hear the page. */
export function sayReading({ x, y, f, slope, downhill }: Reading): string {
  const way = downhill === null ? '' : `, downhill along ${formatPoint(downhill[0], downhill[1], 2)}`
  return `${formatPoint(x, y, 3)}: f ${format(f)}, slope ${format(slope, 3)}${way}`
}
