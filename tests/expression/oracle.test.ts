import { describe, expect, it } from 'vitest'
import { createExecutor } from '../../src/kernels/create-executor'
import { type Executor, interpreter } from '../../src/kernels/executor'
import { createSurface } from '../../src/surfaces/create'
import { load, number, type Stored } from '../reference/reference'

interface Point {
  readonly x: Stored
  readonly y: Stored
  readonly f: Stored
  readonly grad: readonly Stored[]
  readonly hess: readonly Stored[]
  readonly naiveErr: number
}

interface Derivatives {
  readonly expressions: readonly { readonly expr: string; readonly points: readonly Point[] }[]
  readonly edge: readonly {
    readonly expr: string
    readonly x: Stored
    readonly y: Stored
    readonly torch: readonly Stored[] | null
  }[]
  readonly cancellation: readonly { readonly expr: string; readonly x: Stored; readonly y: Stored }[]
}

const reference = load<Derivatives>('derivatives.json')
const domain = { x: [-1, 1], y: [-1, 1] } as const

/** Value, gradient and Hessian (xx, xy, yy) in one list. */
function evaluate(formula: string, x: number, y: number, executor: Executor): number[] {
  const surface = createSurface({ title: '', formula, parameters: {}, domain, heightScale: 'linear' }, executor)
  const theta = Float64Array.of(x, y)
  const gradient = new Float64Array(2)
  const hessian = new Float64Array(4)
  const value = surface.gradient(theta, gradient)
  surface.hessian(theta, hessian)
  return [value, ...gradient, hessian[0]!, hessian[1]!, hessian[3]!]
}

/** The largest error among value, gradient and Hessian, each relative to its truth or a thousandth of the largest truth. */
function relativeError(got: readonly number[], truth: readonly number[]): number {
  const largest = Math.max(...truth.map(Math.abs))
  return Math.max(
    ...got.map((value, i) => Math.abs(value - truth[i]!) / (Math.max(Math.abs(truth[i]!), 1e-3 * largest) || 1)),
  )
}

const executors = [interpreter, createExecutor()]

describe.each(executors)('$kind', (executor) => {
  it.each(reference.expressions)('$expr', ({ expr, points }) => {
    for (const { x, y, f, grad, hess, naiveErr } of points) {
      const got = evaluate(expr, number(x), number(y), executor)
      const error = relativeError(got, [f, ...grad, ...hess].map(number))
      expect(error, `${expr} at (${x}, ${y})`).toBeLessThanOrEqual(Math.max(1e-12, 50 * naiveErr))
    }
  })
})

/**
 * Where torch's double backward is a convention or an accident (0 · ∞, mostly), and this program answers something
 * better: value, gradient and Hessian.
 */
const better: ReadonlyMap<string, readonly number[]> = new Map([
  // The subgradient 0 at a cone's tip, so that a climber who stands there stays.
  ['sqrt(x^2+y^2) at 0, 0', [0, 0, 0, 0, 0, 0]],
  ['hypot(x,y) at 0, 0', [0, 0, 0, 0, 0, 0]],
  ['100*sqrt(abs(y-0.01*x^2))+0.01*abs(x+10) at -10, 1', [0, 0, 0, 0, 0, 0]],
  // The Hessian that there is: r³ has one everywhere.
  ['(x^2+y^2)^1.5 at 0, 0', [0, 0, 0, 0, 0, 0]],
  // The limits along y = 2: y (y-1) x^(y-2) is 2, x^(y-1) (1 + y log x) and x^y log² x are 0.
  ['pow(x,y) at 0, 2', [0, 0, 0, 2, 0, 0]],
  // 0^0 is 1, along y = 0 flat; a curvature has no meaning here, and 0 is a number.
  ['pow(x,y) at 0, 0', [1, 0, 0, 0, 0, 0]],
])

describe('edges', () => {
  it.each(reference.edge.filter(({ torch }) => torch !== null))('$expr at ($x, $y)', ({ expr, x, y, torch }) => {
    const at = `${expr} at ${number(x)}, ${number(y)}`
    const known = better.get(at)
    const expected = known ?? torch!.map(number)
    for (const executor of executors) {
      evaluate(expr, number(x), number(y), executor).forEach((got, i) => {
        const wanted = expected[i]!
        const same = Object.is(got + 0, wanted + 0) || Math.abs(got - wanted) <= 1e-12 * Math.abs(wanted)
        expect(same, `component ${i}: ${got}, wanted ${wanted}`).toBe(true)
      })
    }
  })

  it('is better than torch where it says so', () => {
    const silent = [...better].filter(([at, ours]) => {
      const edge = reference.edge.find(({ expr, x, y }) => at === `${expr} at ${number(x)}, ${number(y)}`)
      return !edge?.torch?.some((stored, i) => Number.isNaN(number(stored)) && !Number.isNaN(ours[i]!))
    })
    expect(silent).toEqual([])
  })

  it.each(reference.cancellation)('$expr at ($x, $y) is computed, whatever it loses', ({ expr, x, y }) => {
    const [plain, fused] = executors.map((executor) => evaluate(expr, number(x), number(y), executor))
    expect(plain).toEqual(fused)
  })
})
