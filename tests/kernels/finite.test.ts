/** Where walks need not be looked at: radii told by hand. */
import { describe, expect, test } from 'vitest'
import { safeRadius, staysFinite } from '../../src/kernels/walk/finite'
import { formulaSurface } from './fixtures'

const LIMIT = 2 ** 20
const radius = (formula: string, reach: number) => safeRadius(formulaSurface(formula).landscape!, reach, LIMIT)

describe('safeRadius', () => {
  test.each([
    ['x^2 + y^2', 1e6, 1e6],
    ['x^2 + y^2', 2 ** 500, 2 ** 499],
    ['x^4 + y^2', 2 ** 500, 2 ** 250],
    ['sin(x) + y', 1e6, 1e6],
    ['sin(x) + y', 2 ** 500, LIMIT],
    ['sin(3 x) + y', 2 ** 500, LIMIT / 4],
    ['cos(x y) + y', 2 ** 500, 2 ** 10],
    ['tan(x) + y', 10, 0],
    ['log(x) + y', 10, 0],
    ['1/x + y', 10, 0],
    ['sin(exp(x)) + y', 2 ** 500, 2 ** 3],
    ['sin(1e9 x) + y', 10, 0],
  ])('of %s within %d', (formula, reach, expected) => {
    expect(radius(formula, reach)).toBe(expected)
  })

  test('the loss is finite within it', () => {
    for (const formula of ['x^4 + y^2', 'exp(x) + y', 'x^2 sqrt(abs(y))']) {
      const { landscape } = formulaSurface(formula)
      const safe = safeRadius(landscape!, 2 ** 500, LIMIT)
      expect(safe).toBeGreaterThan(1)
      expect(staysFinite(landscape!, safe)).toBe(true)
      expect(staysFinite(landscape!, 2 ** 500)).toBe(false)
    }
  })
})
