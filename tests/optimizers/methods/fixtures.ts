import type { Objective } from '../../../src/math/objective'
import { createRandom } from '../../../src/math/random'
import type { Method } from '../../../src/optimizers/method'
import { isMethod } from '../../../src/optimizers/optimizer'
import type { Hyperparameters } from '../../../src/optimizers/rule'
import { optimizers } from '../../../src/registry'
import { simulate } from '../../../src/simulation/simulate'
import type { RunSpec, Trajectory } from '../../../src/simulation/trajectory'
import { createSurface } from '../../../src/surfaces/create'

export const methods: readonly Method[] = [...optimizers.values()].filter(isMethod)

export const methodCalled = (name: string): Method => methods.find((method) => method.name === name)!

const domain = { x: [-5, 5], y: [-5, 5] } as const

export const surfaceOf = (formula: string) =>
  createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' })

export interface WalkOptions {
  readonly start: readonly number[]
  readonly hyperparameters?: Hyperparameters
  readonly steps?: number
  readonly maximize?: boolean
  readonly seed?: number
}

export function specOf(
  name: string,
  { start, hyperparameters = {}, steps = 100, maximize = false, seed = 0 }: WalkOptions,
): RunSpec {
  return { optimizer: name, hyperparameters, start, maximize, steps, seed }
}

/** Walks on a formula of x and y, or on any objective. */
export function walk(name: string, ground: string | Objective, options: WalkOptions): Trajectory {
  const objective = typeof ground === 'string' ? surfaceOf(ground) : ground
  return simulate(objective, methodCalled(name), specOf(name, options))
}

export const pointAt = ({ theta, dimension }: Trajectory, k: number) => [
  ...theta.subarray(k * dimension, (k + 1) * dimension),
]
export const lastPoint = (result: Trajectory) => pointAt(result, result.length - 1)

/** The gradient's norm at point k. */
export const slopeAt = ({ gradient, dimension }: Trajectory, k: number) =>
  Math.hypot(...gradient.subarray(k * dimension, (k + 1) * dimension))
export const lastSlope = (result: Trajectory) => slopeAt(result, result.length - 1)

export function stateAt(result: Trajectory, name: string, k: number): number[] {
  const j = result.stateNames.indexOf(name)
  if (j < 0) throw new Error(`no state ${name}`)
  const from = (k * result.stateNames.length + j) * result.dimension
  return [...result.state.subarray(from, from + result.dimension)]
}

export interface Quadratic {
  readonly objective: Objective
  /** Where it is level. */
  readonly centre: readonly number[]
}

/**
 * `½ (theta - centre)·A (theta - centre)`, A = Q diag(eigenvalues) Qᵀ with Q a product of random plane rotations: its
 * curvatures are known without being computed.
 */
export function quadratic(eigenvalues: readonly number[], seed: number): Quadratic {
  const random = createRandom(seed)
  const n = eigenvalues.length
  const a = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? eigenvalues[i]! : 0)))
  for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) turn(a, p, q, 2 * Math.PI * random.uniform())
  const centre = Array.from({ length: n }, () => random.gaussian())
  const offset = (theta: Float64Array) => centre.map((value, i) => theta[i]! - value)
  const slope = (theta: Float64Array) => {
    const away = offset(theta)
    return a.map((row) => row.reduce((sum, entry, j) => sum + entry * away[j]!, 0))
  }
  const value = (theta: Float64Array) => slope(theta).reduce((sum, g, i) => sum + (g * offset(theta)[i]!) / 2, 0)
  return {
    centre,
    objective: {
      dimension: n,
      value,
      gradient: (theta, out) => {
        out.set(slope(theta))
        return value(theta)
      },
      hessian: (_, out) => out.set(a.flat()),
    },
  }
}

/** A becomes R A Rᵀ, R the rotation by `angle` in the plane of p and q. */
function turn(a: number[][], p: number, q: number, angle: number): void {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
  const [rp, rq] = [[...a[p]!], [...a[q]!]]
  a[p] = rp.map((value, j) => c * value - s * rq[j]!)
  a[q] = rp.map((value, j) => s * value + c * rq[j]!)
}

export const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, i) => value - b[i]!))

export const rosenbrock = '(1-x)^2+100*(y-x^2)^2'
export const himmelblau = '(x^2+y-11)^2+(x+y^2-7)^2'

/** Every method in every combination of its choices. */
export const variants: readonly (readonly [name: string, choices: Hyperparameters])[] = methods.flatMap((method) => {
  const choices = Object.entries(method.choices ?? {})
  const combinations = choices.reduce<Hyperparameters[]>(
    (all, [key, values]) => all.flatMap((rest) => values.map((value) => ({ ...rest, [key]: value }))),
    [{}],
  )
  return combinations.map((combination) => [method.name, combination] as const)
})
