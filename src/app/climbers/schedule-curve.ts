import { spacedSteps } from '../../optimizers/schedule'

/** A schedule as a small picture, one unit wide and high, y downwards. */
export interface ScheduleCurve {
  /** Path data of an SVG. */
  readonly path: string
  /** The values at its lower and upper edge. */
  readonly low: number
  readonly high: number
}

/** Corners of the curve at most: one for every other pixel. */
const CORNERS = 128

/** The curve of a schedule's values, one a step, from 0 up unless they keep far from it. */
export function curveOf(values: Float64Array): ScheduleCurve {
  const { low, high } = rangeOf(values)
  const corners = Array.from(spacedSteps(values.length, CORNERS), (step) => {
    const x = shareOfStep(step, values.length)
    return `${x.toFixed(4)} ${heightOf(values[step - 1]!, low, high).toFixed(4)}`
  })
  // One step is a level line.
  if (corners.length === 1) corners.push(`1 ${corners[0]!.split(' ')[1]}`)
  return { path: `M${corners.join('L')}`, low, high }
}

/** How far along the curve a step lies, from 0 to 1. */
export const shareOfStep = (step: number, steps: number): number => (steps > 1 ? (step - 1) / (steps - 1) : 0)

/** How far below the upper edge a value lies, from 0 to 1. */
export const heightOf = (value: number, low: number, high: number): number =>
  high > low ? (high - value) / (high - low) : 0.5

/** What stays within a narrow band far from 0, as betas do, would be a level line beside it. */
function rangeOf(values: Float64Array): { readonly low: number; readonly high: number } {
  const least = values.reduce((a, b) => Math.min(a, b))
  const most = values.reduce((a, b) => Math.max(a, b))
  const isBand = least !== most && (least > 0.5 * most || most < 0.5 * least)
  return isBand ? { low: least, high: most } : { low: Math.min(0, least), high: Math.max(0, most) }
}
