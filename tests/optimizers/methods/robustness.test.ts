/** On any ground, however broken, a step ends, nothing is thrown, and what is recorded makes sense. */
import { describe, expect, test } from 'vitest'
import type { Objective } from '../../../src/math/objective'
import { attemptKinds, verdicts } from '../../../src/optimizers/methods/attempts'
import { surfaceOf, variants, walk } from './fixtures'

const nowhere: Objective = {
  dimension: 2,
  value: () => Number.NaN,
  gradient: (_, out) => {
    out.fill(Number.NaN)
    return Number.NaN
  },
  hessian: (_, out) => out.fill(Number.NaN),
}
/** A loss everywhere, a slope nowhere. */
const numb: Objective = {
  ...nowhere,
  value: ([x, y]) => x! * x! + y! * y!,
  gradient: (theta, out) => {
    out.fill(Number.NaN)
    return numb.value(theta)
  },
}
/** Whatever is asked, the answer is the same infinity. */
const flatInfinity = (value: number): Objective => ({
  dimension: 2,
  value: () => value,
  gradient: (_, out) => {
    out.fill(1)
    return value
  },
  hessian: (_, out) => out.fill(value),
})
/** The loss has no value but where she starts. */
const island: Objective = {
  ...nowhere,
  value: ([x, y]) => (x === 1 && y === 1 ? 1 : Number.NaN),
  gradient: ([x, y], out) => {
    out.fill(1)
    return x === 1 && y === 1 ? 1 : Number.NaN
  },
  hessian: (_, out) => out.set([1, 0, 0, 1]),
}

const grounds: Readonly<Record<string, string | Objective>> = {
  'no loss anywhere': nowhere,
  'no slope anywhere': numb,
  'no loss but here': island,
  'a loss of infinity': flatInfinity(Number.POSITIVE_INFINITY),
  'a loss of minus infinity': flatInfinity(Number.NEGATIVE_INFINITY),
  'level ground': '3+0*x',
  'a plane': 'x+2*y',
  'a pole': '1/(x-0.9)+y^2',
  'a pole downwards': '-1/((x-1.1)^2+(y-1)^2)',
  'the end of a formula': 'log(x)+y^2',
  'its edge, infinitely steep': 'sqrt(x-1)+y^2',
  'falling without end': 'x^3-3*x*y^2',
  'falling ever faster': '-exp(x^2+y^2)',
  'an overflow': 'exp(exp(5*x))+y^2',
  'a kink': 'abs(x)+abs(y)',
  stairs: 'floor(3*x)+y^2',
  minute: '1e-300*(x^2+y^2)',
  huge: '1e300*(x^2+y^2)',
  'a saddle, stood on': '(x-1)^2-(y-1)^2',
  'a monkey saddle, stood on': '(x-1)^3-3*(x-1)*(y-1)^2',
  'a summit, stood on': '-(x-1)^2-(y-1)^2',
}

/** Far above what any single step needs: 26 trials of a Wolfe search, 20 times in a step of LBFGS; 140 of an exact one. */
const MOST_ASKED = 600

describe.each(Object.entries(grounds))('%s', (_, ground) => {
  const objective = typeof ground === 'string' ? surfaceOf(ground) : ground
  test.each(variants)('%s %o', (name, hyperparameters) => {
    for (const maximize of [false, true]) {
      const result = walk(name, objective, { start: [1, 1], hyperparameters, steps: 15, maximize })
      const { length, theta, loss, attempts, asked } = result
      expect(length).toBeGreaterThanOrEqual(1)
      expect(length).toBeLessThanOrEqual(16)
      expect([theta[0], theta[1]]).toEqual([1, 1])
      // A walk is cut at the first place that is not finite, and nowhere before.
      for (let k = 0; k < length - 1; k++) {
        expect([theta[2 * k], theta[2 * k + 1], loss[k]].every(Number.isFinite)).toBe(true)
      }
      if (length < 16) expect(result.outcome).toBe('diverged')
      for (let k = 1; k < length; k++) expect(asked![3 * k]! - asked![3 * k - 3]!).toBeLessThan(MOST_ASKED)
      expect(attempts!.offsets).toHaveLength(length + 1)
      expect([...attempts!.offsets]).toEqual([...attempts!.offsets].sort((a, b) => a - b))
      expect(attempts!.offsets.at(-1)).toBe(attempts!.loss.length)
      expect(Math.max(0, ...attempts!.kind)).toBeLessThan(attemptKinds.length)
      expect(Math.max(0, ...attempts!.verdict)).toBeLessThan(verdicts.length)
    }
  })
})

test.each(variants.filter(([name]) => name !== 'LBFGS'))(
  '%s %o does not step beyond the end of a formula where it looks before it leaps',
  (name, hyperparameters) => {
    // Plain and saddle-free Newton, and a stride by slope, leap.
    const leaps =
      ['plain', 'saddle-free'].includes(String(hyperparameters.variant)) || hyperparameters.stride === 'slope'
    const result = walk(name, 'log(x)+(y-1)^2', { start: [1, 0], hyperparameters, steps: 40 })
    const inside = result.loss.filter((value) => !Number.isNaN(value)).length
    if (!leaps) expect(inside).toBe(result.length)
  },
)
