/** Where Newton's three variants go: the first to any level place, the last away from those that are no minima. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, himmelblau, lastPoint, pointAt, stateAt, walk } from './fixtures'

/** Two valleys at (±1, 0), a pass at the origin. */
const pass = 'x^4/4-x^2/2+y^2/2'

describe('near a saddle', () => {
  test('plain Newton is drawn to it from all around', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.4, max: 0.4, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (x, y) => {
          const result = walk('Newton', pass, { start: [x, y], steps: 30 })
          expect(distance(lastPoint(result), [0, 0])).toBeLessThan(1e-9)
          expect(result.outcome).toBe('stuck')
        },
      ),
      { numRuns: 30 },
    )
  })

  test('saddle-free Newton goes to the valley on her side, however near the ridge she starts', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 0.4, noNaN: true }), fc.boolean(), (x, left) => {
        const start = [left ? -x : x, 1.5]
        const result = walk('Newton', pass, { start, hyperparameters: { variant: 'saddle-free' }, steps: 60 })
        expect(distance(lastPoint(result), [left ? -1 : 1, 0])).toBeLessThan(1e-7)
        expect(result.outcome).toBe('converged')
      }),
      { numRuns: 30 },
    )
  })

  test('exactly on the ridge there is no side, for either', () => {
    for (const variant of ['plain', 'damped', 'saddle-free']) {
      const result = walk('Newton', pass, { start: [0, 1.5], hyperparameters: { variant }, steps: 20 })
      expect(lastPoint(result)).toEqual([0, 0])
      expect(result.outcome).toBe('stuck')
    }
  })
})

test('by hand: on the pass from (½, 1) the curvatures are -¼ and 1, and the three steps (-1.5, -1), …, (1.5, -1)', () => {
  const [plain, damped, free] = ['plain', 'damped', 'saddle-free'].map((variant) =>
    walk('Newton', pass, { start: [0.5, 1], hyperparameters: { variant }, steps: 1 }),
  )
  // Slope (x³ - x, y) = (-3/8, 1); plain: (-(-3/8)/(-1/4), -1).
  expect(stateAt(plain!, 'eigenvalues', 1)).toEqual([-0.25, 1])
  expect(stateAt(plain!, 'd', 1)).toEqual([-1.5, -1])
  expect(pointAt(plain!, 1)).toEqual([-1, 0])
  expect(stateAt(free!, 'd', 1)).toEqual([1.5, -1])
  expect(pointAt(free!, 1)).toEqual([2, 0])
  // Newton's way leads down too, -1.5 · -3/8 - 1 < 0, and the whole step lowers the loss: taken.
  expect(stateAt(damped!, 't', 1)[0]).toBe(1)
  expect(pointAt(damped!, 1)).toEqual([-1, 0])
})

test('on a summit plain Newton stays near it, the others leave', () => {
  const start = [-0.3, -0.9]
  const plain = walk('Newton', himmelblau, { start })
  expect(distance(lastPoint(plain), [-0.270845, -0.923039])).toBeLessThan(1e-5)
  expect(plain.outcome).toBe('stuck')
  // Damped, she leaves it, and may still be drawn to a pass: here to the one at (-3.07, -0.08).
  const damped = walk('Newton', himmelblau, { start, hyperparameters: { variant: 'damped' } })
  expect(damped.loss[100]).toBeLessThan(plain.loss[100]! - 50)
  const free = walk('Newton', himmelblau, { start, hyperparameters: { variant: 'saddle-free' } })
  expect(free.outcome).toBe('converged')
  expect(free.loss[100]).toBeLessThan(1e-20)
})

test('damped Newton never rises', () => {
  fc.assert(
    fc.property(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }), (x, y) => {
      const { loss } = walk('Newton', himmelblau, { start: [x, y], hyperparameters: { variant: 'damped' }, steps: 30 })
      for (let k = 1; k < loss.length; k++) expect(loss[k]).toBeLessThanOrEqual(loss[k - 1]!)
    }),
    { numRuns: 30 },
  )
})

test('climbing, it is drawn to summits as it is to hollows, and its step is the same', () => {
  const up = walk('Newton', himmelblau, { start: [-0.3, -0.9], maximize: true })
  expect(up.outcome).toBe('converged')
  expect(up.theta).toEqual(walk('Newton', himmelblau, { start: [-0.3, -0.9] }).theta)
})

test('without curvature it stays: nothing says how far to go', () => {
  const result = walk('Newton', 'x+2*y', { start: [1, 1], steps: 5 })
  expect(lastPoint(result)).toEqual([1, 1])
  expect(result.outcome).toBe('exhausted')
  // Along y only.
  expect(pointAt(walk('Newton', 'x+y^2', { start: [1, 1], steps: 1 }), 1)).toEqual([1, 0])
})

test('quadratic convergence: the digits double', () => {
  const result = walk('Newton', 'exp(x)-x+y^2', { start: [1, 0], steps: 5 })
  const errors = Array.from({ length: 5 }, (_, k) => Math.abs(pointAt(result, k)[0]!))
  // x - (e^x - 1)/e^x has the error x²/2 to leading order.
  for (let k = 2; k < 5; k++) expect(errors[k]! / errors[k - 1]! ** 2).toBeCloseTo(0.5, 0)
})
