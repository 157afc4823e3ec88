import { type SymmetricEigen, symmetricEigen } from '../../math/symmetric-eigen'
import type { Climb } from '../method'
import type { Footing } from './footing'
import { dot, plus, type Vector } from './vectors'

/** Curvatures below this share of the largest are rounding: along them nothing is known. */
const NO_CURVATURE = 1e-13

/** The ground near a place, to second order: `loss + g·p + ½ p·H p` a step `p` away. */
export interface QuadraticModel {
  readonly gradient: Vector
  readonly hessian: Vector
  readonly eigen: SymmetricEigen
}

/** Asks for the Hessian at `here`. */
export function modelAt({ oracle }: Pick<Climb, 'oracle'>, { theta, gradient }: Footing): QuadraticModel {
  const hessian = new Float64Array(theta.length ** 2)
  oracle.hessian(theta, hessian)
  return { gradient, hessian, eigen: symmetricEigen(hessian, theta.length) }
}

/** How much the model changes over the step `p`: negative is down. */
export const predictedChange = (model: QuadraticModel, p: Vector): number => dot(model.gradient, p) + bend(model, p) / 2

/** `p·H p`. */
export function bend({ hessian }: QuadraticModel, p: Vector): number {
  const n = p.length
  let sum = 0
  for (let i = 0; i < n; i++) sum += p[i]! * dot(hessian.subarray(i * n, (i + 1) * n), p)
  return sum
}

/**
 * The step `-Σ (v·g) / curvature(λ) v` over the eigenvectors v: Newton's for `curvature(λ) = λ`. A direction without
 * curvature is left alone, because nothing says how far to go.
 */
export function newtonStep({ gradient, eigen }: QuadraticModel, curvature: (value: number) => number): Vector {
  const curvatures = Array.from(eigen.values, curvature)
  const least = NO_CURVATURE * Math.max(...curvatures.map(Math.abs))
  return eigen.vectors.reduce((step, vector, j) => {
    const value = curvatures[j]!
    return Math.abs(value) > least ? plus(step, vector, -dot(vector, gradient) / value) : step
  }, new Float64Array(gradient.length))
}

export const smallest = ({ eigen }: QuadraticModel): number => eigen.values[0]!

/** Whether the model bends up in every direction, beyond rounding. */
export const hasBottom = ({ eigen: { values } }: QuadraticModel): boolean =>
  values[0]! > NO_CURVATURE * values.at(-1)! && values[0]! > 0
