import { describe, expect, test } from 'vitest'
import asgd from '../../src/optimizers/asgd'
import { compileRule } from '../../src/optimizers/compile'
import { HyperparameterError, resolveHyperparameters } from '../../src/optimizers/resolve'
import rprop from '../../src/optimizers/rprop'
import { sampleSchedule, spacedSteps } from '../../src/optimizers/schedule'
import { scheduleFormula, schedules } from '../../src/optimizers/schedules'
import sgd from '../../src/optimizers/sgd'
import { bowl, ruleOf, walk } from './fixtures'

const named = (name: string) => schedules.find((schedule) => schedule.name === name)!

/** Steps 1, 2, 6, 12, 21, 26, 31 and 40 of 40 with base 0.1, from torch.optim.lr_scheduler 1.13. */
const at = Float64Array.of(1, 2, 6, 12, 21, 26, 31, 40)
test.each([
  [
    'Exponential decay',
    [
      0.1, 0.099, 0.09509900499, 0.08953382542587164, 0.08179069375972306, 0.07778213593991465, 0.073970037338828,
      0.0675729049060283,
    ],
  ],
  ['Step decay', [0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.001, 0.001]],
  ['Linear decay', [0.1, 0.0975, 0.0875, 0.0725, 0.05, 0.0375, 0.025, 0.0025]],
  [
    'Cosine annealing',
    [
      0.1, 0.0998458666866564, 0.09619397662556432, 0.08247240241650919, 0.05, 0.030865828381745508,
      0.014644660940672625, 0.0001541333133436018,
    ],
  ],
  ['Warm restarts', [0.1, 0.09755282581475769, 0.05, 0.09755282581475769, 0.1, 0.05, 0.1, 0.0024471741852423235]],
  [
    'One cycle',
    [0.004, 0.005944337266504118, 0.04516888776288231, 0.1, 0.07660169741935154, 0.0500002, 0.023398702580648485, 4e-7],
  ],
])('%s is the scheduler of that name in PyTorch', (name, expected) => {
  const values = sampleSchedule(scheduleFormula(named(name), 0.1), 40, {}, at)
  for (const [i, value] of expected.entries()) expect(values[i]).toBeCloseTo(value, 14)
})

test.each([
  ['Constant', [0.1, 0.1, 0.1, 0.1]],
  ['Inverse time', [0.1, 0.1 / 1.06, 0.1 / 1.08, 0.1 / 1.78]],
  ['Inverse square root', [0.1, 0.05, 0.1 / Math.sqrt(5), 0.1 / Math.sqrt(40)]],
  ['Linear warm-up', [0.025, 0.1, 0.1, 0.1]],
  ['Warm-up and cosine', [0.025, 0.1, 0.05 * (1 + Math.cos(Math.PI / 36)), 0]],
  ['Warm-up and inverse square root', [0.025, 0.1, 0.1 * Math.sqrt(4 / 5), 0.1 * Math.sqrt(0.1)]],
])('%s', (name, expected) => {
  const values = sampleSchedule(scheduleFormula(named(name), 0.1), 40, {}, Float64Array.of(1, 4, 5, 40))
  for (const [i, value] of expected.entries()) expect(values[i]).toBeCloseTo(value, 14)
})

test.each(schedules.map((schedule) => [schedule.name, schedule] as const))(
  '%s suits any learning rate',
  (_, schedule) => {
    expect(schedule.summary).not.toBe('')
    expect(schedule.reference).not.toBe('')
    expect(scheduleFormula(schedule, 0.1)).not.toContain('\n')
    for (const steps of [1, 2, 3, 10, 1000]) {
      const lr = scheduleFormula(schedule, 0.25)
      expect(resolveHyperparameters(sgd, { lr }, steps).lr).toBe(lr)
      expect(Math.max(...sampleSchedule(lr, steps))).toBeLessThanOrEqual(0.25 * (1 + 1e-15))
    }
  },
)

describe('a run', () => {
  const descent = ruleOf('theta = theta - lr g', { hyperparameters: { lr: 0.1, eps: 0.5 } })

  test('takes the value of its step', () => {
    const { points } = walk(bowl(1, 1), descent, { hyperparameters: { lr: '0.5^t + 0 T' }, start: [1, 1], steps: 3 })
    expect(points.map(([x]) => x)).toEqual([1, 0.5, 0.5 * 0.75, 0.5 * 0.75 * 0.875])
  })

  test('may depend on its length and on the other numbers', () => {
    const hyperparameters = { lr: 'eps (1 - t / T)' }
    const { points } = walk(bowl(1, 1), descent, { hyperparameters, start: [1, 1], steps: 2 })
    expect(points.map(([x]) => x)).toEqual([1, 0.75, 0.75])
  })

  test('with a constant schedule is the same run, bit for bit', () => {
    const of = (momentum: number | string) =>
      walk(bowl(1, 3), sgd, { hyperparameters: { lr: 0.1, momentum }, steps: 50 }).points
    expect(of('0.9')).toEqual(of(0.9))
  })

  test('state that starts from a scheduled value starts from its first', () => {
    const initial = (lr: string, rule = asgd) => {
      const compiled = compileRule(rule, { ...rule.hyperparameters, lr }, 10)
      return compiled.initialState(new Float64Array(1)).map((values) => values[0])
    }
    expect(initial('0.5 * 0.5^t')[0]).toBe(0.25)
    expect(initial('1 / T', rprop)[1]).toBe(0.1)
  })

  test('what depends on the step alone is not part of a coordinate', () => {
    const { schedules: compiled, parameterNames, graph } = compileRule(descent, { lr: '0.1 * 0.9^t', eps: 1 }, 5)
    expect(compiled.map(({ name, text }) => [name, text])).toEqual([['lr', '0.1 * 0.9^t']])
    expect(graph.op(compiled[0]!.node)).toBe('mul')
    expect(parameterNames).toEqual(['eps'])
    expect(compileRule(descent, { lr: '0.1 T', eps: 1 }, 5)).toMatchObject({
      parameterNames: ['eps', 'T'],
      parameters: [1, 5],
    })
  })
})

describe('refusals', () => {
  const refusal = (hyperparameters: Record<string, number | string | boolean>, steps = 10): HyperparameterError => {
    try {
      resolveHyperparameters(sgd, hyperparameters, steps)
    } catch (error) {
      return error as HyperparameterError
    }
    throw new Error('accepted')
  }

  test('say where the formula cannot be read', () => {
    const error = refusal({ lr: '0.1 * sine(t)' })
    expect(error).toBeInstanceOf(HyperparameterError)
    expect(error.message).toMatch(
      /^SGD: lr must be a number or a formula of t, and `0.1 \* sine\(t\)` cannot be read: unknown function `sine`/,
    )
    expect(error.schedule).toEqual({ hyperparameter: 'lr', position: 6, length: 4 })
  })

  test('say at which step it leaves the range', () => {
    expect(refusal({ lr: '0.05 - 0.01 t' }).message).toBe(
      'SGD: lr must be at least 0, but `0.05 - 0.01 t` is -0.009999999999999995 at step 6',
    )
    expect(refusal({ lr: '1 / (t - 3)' }).message).toMatch(/must be at least 0, but .* is -0.5 at step 1/)
    expect(refusal({ lr: '1 / (3 - t)^2' }).message).toMatch(/must be finite, but .* is Infinity at step 3/)
    expect(refusal({ lr: 'log(2 - t)' }).message).toMatch(/must be finite, but .* is -Infinity at step 2/)
    expect(refusal({ lr: '1 - t / 6000' }, 100_000).message).toMatch(/at step 60\d\d/)
  })

  test('combinations are judged by the first value', () => {
    expect(refusal({ nesterov: true, momentum: '0 t' }).message).toMatch(/nesterov needs a momentum above 0/)
    expect(resolveHyperparameters(sgd, { nesterov: true, momentum: '1 - 1 / (t + 1)' }, 10)).toMatchObject({
      nesterov: true,
    })
  })

  test('a schedule does not see itself, nor other schedules', () => {
    expect(refusal({ lr: 'lr / t' }).message).toMatch(/unknown name `lr`/)
    expect(refusal({ lr: '0.1 / t', momentum: '1 - lr' }).message).toMatch(/unknown name `lr`/)
  })
})

test('steps to look at are spread over the run, both ends among them', () => {
  expect([...spacedSteps(5, 10)]).toEqual([1, 2, 3, 4, 5])
  expect([...spacedSteps(100, 4)]).toEqual([1, 34, 67, 100])
  expect([...spacedSteps(0, 4)]).toEqual([1])
})
