/** The classical test: from (-1.2, 1) to the bottom of Rosenbrock's valley at (1, 1). */
import { expect, test } from 'vitest'
import type { Hyperparameters } from '../../../src/optimizers/rule'
import { distance, lastPoint, lastSlope, rosenbrock, walk } from './fixtures'

test.each<[string, Hyperparameters, number]>([
  ['Newton', {}, 6],
  ['Newton', { variant: 'damped' }, 21],
  ['Newton', { variant: 'saddle-free' }, 6],
  ['BFGS', {}, 45],
  ['BFGS', { line_search: 'exact' }, 25],
  ['ConjugateGradient', { beta: 'fletcher-reeves' }, 60],
  ['ConjugateGradient', { beta: 'fletcher-reeves', restart: false }, 90],
  ['ConjugateGradient', { beta: 'fletcher-reeves', line_search: 'exact' }, 90],
  ['ConjugateGradient', { beta: 'polak-ribiere+' }, 60],
  ['ConjugateGradient', { beta: 'polak-ribiere+', restart: false }, 60],
  ['LevenbergMarquardt', {}, 30],
  ['TrustRegion', {}, 40],
  ['NelderMead', {}, 110],
])('%s %o in %i steps', (name, hyperparameters, steps) => {
  const result = walk(name, rosenbrock, { start: [-1.2, 1], hyperparameters, steps })
  expect(result.outcome).toBe('converged')
  expect(distance(lastPoint(result), [1, 1])).toBeLessThan(1e-5)
  expect(lastSlope(result)).toBeLessThan(1e-6)
})

/** Newton's first two iterates from (-1.2, 1), from the gradient and Hessian by hand: (−1.17528, 1.38067), (0.763115, −3.17503). */
test('Newton takes the published steps', () => {
  const { theta } = walk('Newton', rosenbrock, { start: [-1.2, 1], steps: 2 })
  expect(theta[2]).toBeCloseTo(-1.1752808989, 9)
  expect(theta[3]).toBeCloseTo(1.3806741573, 9)
  expect(theta[4]).toBeCloseTo(0.7631148712, 9)
  expect(theta[5]).toBeCloseTo(-3.1750338547, 9)
})

test('slow but lower at every step: steepest descent, coordinate descent, feeling around', () => {
  for (const name of ['GradientDescent', 'CoordinateDescent', 'Feel']) {
    const { loss, length } = walk(name, rosenbrock, { start: [-1.2, 1], steps: 500 })
    for (let k = 1; k < length; k++) expect(loss[k]).toBeLessThanOrEqual(loss[k - 1]!)
    expect(loss[length - 1]).toBeLessThan(0.1)
  }
})
