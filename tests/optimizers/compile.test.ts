import { describe, expect, test } from 'vitest'
import { reachable } from '../../src/expression'
import { compileRule } from '../../src/optimizers/compile'
import { isMethod } from '../../src/optimizers/optimizer'
import { type Hyperparameters, updateRule } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'

const compile = (name: string, given: Hyperparameters = {}) => {
  const rule = optimizers.get(name)!
  if (isMethod(rule)) throw new Error(`${name} has no equations`)
  return compileRule(rule, { ...rule.hyperparameters, ...given })
}

describe('state', () => {
  test.each<[string, Hyperparameters, string[]]>([
    ['Adam', {}, ['m', 'v']],
    ['Adam', { amsgrad: true }, ['m', 'v', 'v_max']],
    ['RMSprop', {}, ['v', 'buf']],
    ['RMSprop', { centered: true }, ['v', 'g_avg', 'buf']],
    ['ASGD', {}, ['eta', 'mu', 'ax']],
  ])('%s with %o remembers %j', (name, given, state) => {
    expect(compile(name, given).stateNames).toEqual(state)
  })

  test('starts from numbers or formulas of the hyperparameters', () => {
    const initial = (name: string, given: Hyperparameters) =>
      compile(name, given)
        .initialState(Float64Array.of(7, -8))
        .map((values) => [...values])
    expect(initial('Adagrad', { initial_accumulator_value: 0.5 })).toEqual([[0.5, 0.5]])
    expect(initial('Rprop', { lr: 0.25 })).toEqual([
      [0, 0],
      [0.25, 0.25],
    ])
  })

  test('what only another equation reads is remembered too', () => {
    const rule = updateRule({
      name: 'Delayed',
      summary: 'Steps by the slope before last.',
      reference: 'this test',
      hyperparameters: { lr: 1 },
      state: { last: 0, before: 0, shown: 0 },
      equations: `
        theta  = theta - lr before
        before = last
        last   = g
        shown  = 2 g
      `,
    })
    const { stateNames, kernel } = compileRule(rule, { lr: 1 })
    expect(stateNames).toEqual(['last', 'before'])
    const theta = new Float64Array(1)
    const state = [new Float64Array(1), new Float64Array(1)] as const
    for (const [t, g] of [3, 5, 7, 11].entries()) {
      kernel.run(
        [theta.slice(), Float64Array.of(g), t + 1, 0, 0, 0, ...state.map((s) => s.slice()), 1],
        [theta, ...state],
        1,
      )
    }
    expect(theta[0]).toBe(-(3 + 5))
  })
})

test('flags are settled when compiling: what does not apply is not computed', () => {
  const operations = (name: string, given: Hyperparameters) => {
    const { graph, lines } = compile(name, given)
    return new Set(reachable(graph, [lines.at(-1)!.node]).map((node) => graph.op(node)))
  }
  expect(operations('AdamW', { amsgrad: true })).toContain('max')
  expect(operations('AdamW', { amsgrad: false })).not.toContain('max')
  for (const amsgrad of [true, false]) expect(operations('AdamW', { amsgrad })).not.toContain('select')
  expect(compile('SGD').parameterNames).toEqual(['lr', 'momentum', 'dampening', 'weight_decay'])
})

test('numbers stay inputs: another learning rate is the same kernel', () => {
  const { kernel, parameters } = compile('SGD', { lr: 0.5 })
  const out = [new Float64Array(2), new Float64Array(2)]
  const step = (lr: number) => {
    const inputs = [Float64Array.of(1, 2), Float64Array.of(3, -4), 1, 0, 5, 0, new Float64Array(2)]
    kernel.run([...inputs, lr, ...parameters.slice(1)], out, 2)
    return [...out[0]!]
  }
  expect(step(0.5)).toEqual([-0.5, 4])
  expect(step(0.25)).toEqual([0.25, 3])
})

test('the equations are kept line by line, for whoever shows the arithmetic of a step', () => {
  expect(compile('Adam').lines.map((line) => line.name)).toEqual(['g', 'm', 'v', 'v_max', 'm_hat', 'v_hat', 'theta'])
})
