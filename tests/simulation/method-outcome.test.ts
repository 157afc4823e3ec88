/** How walks of methods end, and the sentence that says so. */
import { describe, expect, test } from 'vitest'
import { resolveHyperparameters } from '../../src/optimizers/resolve'
import type { Hyperparameters } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'
import { describeOutcome } from '../../src/simulation/describe'
import { simulate } from '../../src/simulation/simulate'
import { createSurface } from '../../src/surfaces/create'

const domain = { x: [-5, 5], y: [-5, 5] } as const

function run(optimizer: string, formula: string, start: readonly number[], given: Hyperparameters = {}, steps = 100) {
  const surface = createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' })
  const method = optimizers.get(optimizer)!
  const hyperparameters = resolveHyperparameters(method, given)
  const spec = { optimizer, hyperparameters, start, maximize: false, steps, seed: 0 }
  const trajectory = simulate(surface, method, spec, { domain })
  return { ...trajectory, sentence: describeOutcome(trajectory, surface, spec) }
}

const himmelblau = '(x^2+y-11)^2+(x+y^2-7)^2'
const pass = 'x^4/4-x^2/2+y^2/2'

describe.each<[string, string, readonly number[], Hyperparameters, string, RegExp]>([
  [
    'Newton',
    pass,
    [0.2, 1],
    {},
    'stuck',
    /^stuck on a saddle at \(0, 0\), step \d: .*; plain Newton is drawn to saddles/,
  ],
  [
    'Newton',
    himmelblau,
    [-0.3, -0.9],
    {},
    'stuck',
    /^stuck on a summit.*; plain Newton is drawn to saddles and summits/,
  ],
  [
    'Newton',
    pass,
    [0, 0],
    {},
    'stuck',
    /^stuck on a saddle at \(0, 0\), from the start: downhill lies along ±\(1, 0\)$/,
  ],
  ['Newton', pass, [0, 1], { variant: 'damped' }, 'stuck', /saddle.*; damped Newton avoids summits, not saddles$/],
  ['Newton', pass, [0.2, 1], { variant: 'saddle-free' }, 'converged', /^reached the minimum at \(1, 0\)/],
  ['Newton', 'x+y^2', [1, 1], {}, 'exhausted', /^stands still from step 1 on, though a slope of 1 is left$/],
  ['Newton', 'log(x)+y^2', [1, 1], {}, 'diverged', /steps grew without end/],
  ['GradientDescent', pass, [0, 1], {}, 'stuck', /^stuck on a saddle.*±\(1, 0\)$/],
  ['GradientDescent', himmelblau, [-3, -3], {}, 'converged', /^reached the minimum/],
  ['GradientDescent', 'x^3-3*x*y^2', [-1, 0.3], {}, 'diverged', /falls without end/],
  ['GradientDescent', '3+0*x', [1, 1], {}, 'stuck', /plateau/],
  ['BFGS', '1/x+y^2', [0.5, 1], {}, 'diverged', /falls without end/],
  [
    'LBFGS',
    himmelblau,
    [0.5, -0.5],
    {},
    'exhausted',
    /^stands still from step \d+ on, .*below tolerance_change, 1×10⁻⁹$/,
  ],
  ['LBFGS', himmelblau, [0.5, -0.5], { tolerance_change: 1e-15 }, 'converged', /^reached the minimum/],
  ['NelderMead', himmelblau, [0.5, -0.5], {}, 'converged', /^reached the minimum/],
  ['Feel', pass, [0, 0], {}, 'converged', /^reached the minimum/],
  ['TrustRegion', 'log(x-1)', [0, 0], {}, 'diverged', /^cannot start: the loss has no value/],
  ['CoordinateDescent', pass, [0, 1], {}, 'stuck', /saddle/],
  ['SimulatedAnnealing', himmelblau, [0, 0], {}, 'exhausted', /^(still walking|stands still)/],
])('%s on %s from %j %o', (optimizer, formula, start, hyperparameters, outcome, sentence) => {
  test(`${outcome}: ${sentence.source}`, () => {
    const result = run(optimizer, formula, start, hyperparameters)
    expect(result.sentence).toMatch(sentence)
    expect(result.outcome).toBe(outcome)
  })
})
