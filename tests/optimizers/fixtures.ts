import type { Objective } from '../../src/math/objective'
import { type UpdateRule, updateRule } from '../../src/optimizers/rule'
import { simulate } from '../../src/simulation/simulate'
import type { RunSpec } from '../../src/simulation/trajectory'

/** f = a·x²/2 + b·y²/2 + c·x·y: gradients and Hessian by hand. */
export function bowl(a: number, b: number, c = 0): Objective {
  const value = ([x, y]: Float64Array) => (a * x! * x!) / 2 + (b * y! * y!) / 2 + c * x! * y!
  return {
    dimension: 2,
    value,
    gradient(theta, out) {
      const [x, y] = theta
      out[0] = a * x! + c * y!
      out[1] = b * y! + c * x!
      return value(theta)
    },
    hessian: (_, out) => out.set([a, c, c, b]),
  }
}

export const ruleOf = (equations: string, more: Partial<UpdateRule> = {}): UpdateRule =>
  updateRule({ name: 'Mine', summary: '', reference: '', hyperparameters: {}, state: {}, equations, ...more })

/** Walks `rule` on `objective`; what `spec` leaves out is two steps from (1, 2). */
export function walk(objective: Objective, rule: UpdateRule, spec: Partial<RunSpec> = {}) {
  const { name: optimizer } = rule
  const whole = { optimizer, hyperparameters: {}, start: [1, 2], maximize: false, steps: 2, seed: 0, ...spec }
  const trajectory = simulate(objective, rule, whole)
  const points = Array.from({ length: trajectory.length }, (_, k) => [...trajectory.theta.subarray(2 * k, 2 * k + 2)])
  return { ...trajectory, points }
}
