import { bend, hasBottom, newtonStep, type QuadraticModel } from './quadratic-model'
import { dot, minus, norm, plus, scaled, type Vector } from './vectors'

export interface DoglegStep {
  readonly step: Vector
  /** The model's lowest point straight down the slope, within the circle. */
  readonly cauchy: Vector
  /** The model's bottom; undefined where the model has none. */
  readonly newton: Vector | undefined
}

/**
 * A step of at most `radius`: along the path from here by the model's lowest point down the slope to its bottom, as far as
 * the circle allows (Powell 1970; Nocedal & Wright 2006, section 4.1). Where the model has no bottom, the lowest point down
 * the slope within the circle (equations 4.11 and 4.12).
 */
export function dogleg(model: QuadraticModel, radius: number): DoglegStep {
  const { gradient } = model
  const cauchy = cauchyStep(model, radius)
  if (!hasBottom(model)) return { step: cauchy, cauchy, newton: undefined }
  const newton = newtonStep(model, (value) => value)
  if (norm(newton) <= radius) return { step: newton, cauchy, newton }
  const square = dot(gradient, gradient)
  const descent = scaled(gradient, -square / bend(model, gradient))
  if (!(norm(descent) < radius)) return { step: cauchy, cauchy, newton }
  return { step: untilCircle(descent, minus(newton, descent), radius), cauchy, newton }
}

function cauchyStep(model: QuadraticModel, radius: number): Vector {
  const { gradient } = model
  const slope = norm(gradient)
  const curvature = bend(model, gradient)
  const share = curvature > 0 ? Math.min(1, slope ** 3 / (radius * curvature)) : 1
  return scaled(gradient, (-share * radius) / slope)
}

/** `from + s leg` on the circle, 0 <= s <= 1: the positive root, computed without cancellation. */
function untilCircle(from: Vector, leg: Vector, radius: number): Vector {
  const a = dot(leg, leg)
  const b = dot(from, leg)
  const c = dot(from, from) - radius * radius
  const root = Math.sqrt(b * b - a * c)
  const s = b > 0 ? -c / (b + root) : (root - b) / a
  const step = plus(from, leg, Math.min(1, Math.max(0, s)))
  // Rounding must not lead out of the circle.
  return scaled(step, Math.min(1, radius / norm(step)))
}
