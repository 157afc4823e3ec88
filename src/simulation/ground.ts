import { eigen2 } from '../math/eigen'
import type { Objective } from '../math/objective'

/** The slope below which ground is called level, in loss for each unit of length: between SciPy's gtol and torch's tolerance_grad. */
export const LEVEL_SLOPE = 1e-6
/** A curvature below this share of the larger one counts as none. */
const FLAT_CURVATURE = 1e-7
/** Shares of the landscape's width: "here", and a look around. */
const HERE = 1e-6
const NEARBY = 1e-2

/**
 * What level ground is, seen by someone who wants down:
 * `bottom` no way leads down; `top` every way does; `saddle` some do and some lead up; `ridge` down on both sides, level
 * along; `shelf` level at this very place only, and down from there; `plateau` level as far as she can feel.
 */
export type GroundKind = 'bottom' | 'top' | 'saddle' | 'ridge' | 'shelf' | 'plateau'

export interface Ground {
  readonly kind: GroundKind
  /** Unit vector along which the ground falls away most, for saddles and ridges (either way) and shelves (this way). */
  readonly downhill?: readonly number[]
}

/** A function to go down on: the objective, or its negative for one who climbs. */
interface Downhill {
  readonly dimension: number
  value(theta: Float64Array): number
  /** Eigenvalues and unit eigenvectors of the Hessian; undefined where there is none. */
  curvature(theta: Float64Array): ReturnType<typeof eigen2> | undefined
  readonly gradient: Float64Array
  readonly slope: number
}

/**
 * Reads the ground at `theta`, where the slope has all but vanished. The Hessian decides; where it is flat, or the
 * nearest zero of the gradient is not here, a look around does. `width` is the landscape's, in units of theta.
 */
export function readGround(objective: Objective, theta: Float64Array, maximize: boolean, width: number): Ground {
  const down = downhillOf(objective, theta, maximize)
  const eigen = down.curvature(theta)
  if (eigen !== undefined) {
    const regular = readCurvature(down, theta, eigen, width)
    if (regular !== undefined) return regular
  }
  if (descendsFurther(down, theta, NEARBY * width)) return { kind: 'plateau' }
  if (eigen !== undefined && eigen.values[0] < -flatness(eigen.values, down.slope, width)) {
    return { kind: 'ridge', downhill: eigen.vectors[0] }
  }
  return lookAround(down, theta, width)
}

function downhillOf(objective: Objective, theta: Float64Array, maximize: boolean): Downhill {
  const sign = maximize ? -1 : 1
  const gradient = new Float64Array(objective.dimension)
  objective.gradient(theta, gradient)
  for (let i = 0; i < gradient.length; i++) gradient[i]! *= sign
  return {
    dimension: objective.dimension,
    gradient,
    slope: Math.hypot(...gradient),
    value: (at) => sign * objective.value(at),
    curvature: (at) => {
      if (objective.dimension !== 2 || objective.hessian === undefined) return undefined
      const h = new Float64Array(4)
      objective.hessian(at, h)
      return h.every(Number.isFinite) ? eigen2(sign * h[0]!, sign * h[1]!, sign * h[3]!) : undefined
    },
  }
}

/**
 * Curvature below this is none: rounding beside the larger one, or so little that the zero of the gradient lies
 * beyond her surroundings.
 */
function flatness(values: readonly number[], slope: number, width: number): number {
  return Math.max(FLAT_CURVATURE * Math.max(...values.map(Math.abs)), slope / (NEARBY * width))
}

/** What the Hessian says, or undefined where it leaves the matter open. */
function readCurvature(
  down: Downhill,
  theta: Float64Array,
  { values, vectors }: ReturnType<typeof eigen2>,
  width: number,
): Ground | undefined {
  const flat = flatness(values, down.slope, width)
  if (values.some((value) => !(Math.abs(value) > flat))) return undefined
  const slopes = vectors.map(([vx, vy]) => down.gradient[0]! * vx + down.gradient[1]! * vy)
  const step = [0, 1].map((i) => -(slopes[0]! / values[0]) * vectors[0][i]! - (slopes[1]! / values[1]) * vectors[1][i]!)
  if (Math.hypot(...step) > HERE * width && isFaint(down, theta, NEARBY * width)) return { kind: 'plateau' }
  if (values[1] < 0) return { kind: 'top' }
  if (values[0] < 0) return { kind: 'saddle', downhill: vectors[0] }
  return fallsAwayBehind(down, theta, step) ? { kind: 'shelf', downhill: unit(step) } : { kind: 'bottom' }
}

/**
 * On the way down to a shelf (x³ at 0) the ground looks like a bottom: convex, its minimum one Newton step ahead. Some
 * steps behind that it drops below every tangent, as convex ground never does.
 */
function fallsAwayBehind(down: Downhill, theta: Float64Array, step: readonly number[]): boolean {
  const reach = 16
  return drop(down, theta, step, reach) > reach * Math.hypot(...step) * down.slope + rounding(down, theta)
}

/** True when `distance` down the slope she is still going down: the slope is faint, but she has not arrived. */
function descendsFurther(down: Downhill, theta: Float64Array, distance: number): boolean {
  if (down.slope === 0) return false
  const direction = [...down.gradient].map((g) => -g / down.slope)
  return drop(down, theta, direction, distance) > 0.5 * down.slope * distance + rounding(down, theta)
}

/** True when nowhere at `distance` the ground is noticeably higher or lower. */
function isFaint(down: Downhill, theta: Float64Array, distance: number): boolean {
  return compass(down.dimension).every(
    (direction) => Math.abs(drop(down, theta, direction, distance)) <= LEVEL_SLOPE * distance,
  )
}

/** Walks a little way in each direction: what is the first thing she notices? */
function lookAround(down: Downhill, theta: Float64Array, width: number): Ground {
  let rises = false
  for (const direction of compass(down.dimension)) {
    const drops = [1e-6, 1e-5, 1e-4, 1e-3, NEARBY].map((share) => {
      const distance = share * width
      const fall = drop(down, theta, direction, distance)
      // What the residual slope explains is nothing new.
      return Math.abs(fall) <= down.slope * distance + rounding(down, theta) ? 0 : fall
    })
    const first = drops.find((fall) => fall !== 0)
    if (first !== undefined && first > 0) return { kind: 'shelf', downhill: direction }
    if (first !== undefined) rises = true
  }
  return { kind: rises ? 'bottom' : 'plateau' }
}

/** How much lower it is `distance` along `direction`. */
function drop(down: Downhill, theta: Float64Array, direction: readonly number[], distance: number): number {
  return down.value(theta) - down.value(theta.map((value, i) => value + distance * direction[i]!))
}

const rounding = (down: Downhill, theta: Float64Array) => 64 * Number.EPSILON * Math.abs(down.value(theta))

const unit = (vector: readonly number[]) => vector.map((value) => value / Math.hypot(...vector))

/** Directions to look in: all around in the plane, along the axes in more dimensions. */
function compass(dimension: number): readonly (readonly number[])[] {
  if (dimension === 2) {
    return Array.from({ length: 24 }, (_, i) => [Math.cos((Math.PI * i) / 12), Math.sin((Math.PI * i) / 12)])
  }
  return Array.from({ length: 2 * dimension }, (_, i) =>
    Array.from({ length: dimension }, (_, j) => (j === i >> 1 ? 1 - 2 * (i & 1) : 0)),
  )
}
