import fc from 'fast-check'
import { expect, test } from 'vitest'
import { symmetricEigen } from '../../../src/math/symmetric-eigen'
import { attemptsAt } from '../../../src/optimizers/methods/attempts'
import { dogleg } from '../../../src/optimizers/methods/dogleg'
import { predictedChange } from '../../../src/optimizers/methods/quadratic-model'
import { norm } from '../../../src/optimizers/methods/vectors'
import { distance, himmelblau, pointAt, rosenbrock, stateAt, walk } from './fixtures'

const coefficient = fc.double({ min: -10, max: 10, noNaN: true })
const radius = fc.double({ min: 1e-3, max: 10, noNaN: true })
const model = fc.tuple(coefficient, coefficient, coefficient, coefficient, coefficient).map(([gx, gy, a, b, c]) => {
  const hessian = Float64Array.of(a, b, b, c)
  return { gradient: Float64Array.of(gx, gy), hessian, eigen: symmetricEigen(hessian, 2) }
})

test('the dogleg stays in its circle and does at least as well as the way straight down', () => {
  fc.assert(
    fc.property(model, radius, (model, radius) => {
      fc.pre(norm(model.gradient) > 1e-6)
      const { step, cauchy, newton } = dogleg(model, radius)
      expect(norm(step)).toBeLessThanOrEqual(radius * (1 + 1e-15))
      const [promised, straight] = [predictedChange(model, step), predictedChange(model, cauchy)]
      expect(promised).toBeLessThan(0)
      expect(promised).toBeLessThanOrEqual(straight + 1e-9 * Math.abs(straight))
      // The bound that makes trust regions converge (Nocedal & Wright 2006, equation 4.20).
      const g = norm(model.gradient)
      const bend = Math.max(...model.eigen.values.map(Math.abs))
      expect(promised).toBeLessThanOrEqual(-0.5 * g * Math.min(radius, g / bend) * (1 - 1e-9))
      if (newton !== undefined && norm(newton) <= radius) expect(step).toEqual(newton)
    }),
  )
})

test.each([
  ['rosenbrock', rosenbrock, [-1.2, 1]],
  ['himmelblau', himmelblau, [0, 0]],
  ['a saddle', 'x^2-y^2+y^4/4', [1, 0.01]],
  ['waves', 'sin(3*x)*cos(2*y)+0.1*(x^2+y^2)', [2, 2]],
] as const)('no step on %s is longer than its circle, no circle wider than max_radius', (_, formula, start) => {
  const hyperparameters = { radius: 0.5, max_radius: 0.8 }
  const result = walk('TrustRegion', formula, { start, hyperparameters, steps: 80 })
  expect(result.outcome).toBe('converged')
  let trusted = 0.5
  for (let k = 1; k < result.length; k++) {
    const circle = attemptsAt(result.attempts!, k, 2).find(({ kind }) => kind === 'trust-region')
    // At the very bottom nothing is tried any more.
    if (circle === undefined) continue
    expect([...(circle.theta as Float64Array)]).toEqual(pointAt(result, k - 1))
    expect(circle.radius).toBe(trusted)
    trusted = stateAt(result, 'radius', k)[0]!
    expect(trusted).toBeLessThanOrEqual(0.8)
    expect(distance(pointAt(result, k), pointAt(result, k - 1))).toBeLessThanOrEqual(circle.radius! * (1 + 1e-12))
    expect(result.loss[k]).toBeLessThanOrEqual(result.loss[k - 1]! + 1e-14 * Math.abs(result.loss[k]!))
  }
})

test('a promise not kept is not taken, and the circle shrinks to a quarter', () => {
  // The model at 0 sees x - x²/2 only, a way down to the left; the wall at -0.1 it cannot see.
  const result = walk('TrustRegion', 'x-x^2/2+1e6*max(0,-0.1-x)^2+y^2', { start: [0, 0], steps: 1 })
  expect(pointAt(result, 1)).toEqual([0, 0])
  expect(stateAt(result, 'radius', 1)).toEqual([0.25, 0.25])
  expect(stateAt(result, 'rho', 1)[0]).toBeLessThan(0)
})
