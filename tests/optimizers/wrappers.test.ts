import { describe, expect, test } from 'vitest'
import adam from '../../src/optimizers/adam'
import { findOptimizer, type OptimizerChoice, WrapperError } from '../../src/optimizers/find'
import rmsprop from '../../src/optimizers/rmsprop'
import type { UpdateRule } from '../../src/optimizers/rule'
import { ruleText } from '../../src/optimizers/rule-text'
import sgd from '../../src/optimizers/sgd'
import { parseRule } from '../../src/optimizers/text'
import { wrap } from '../../src/optimizers/wrapper'
import { wrappers } from '../../src/optimizers/wrappers'
import lookahead from '../../src/optimizers/wrappers/lookahead'
import sam from '../../src/optimizers/wrappers/sam'
import { bowl, walk } from './fixtures'

const ground = bowl(1, 4, 0.5)

describe('Lookahead', () => {
  test('comes part of the way at every k-th step', () => {
    const hyperparameters = { lr: 0.1, lookahead_k: 2, lookahead_alpha: 0.25 }
    const { points, state, stateNames } = walk(bowl(1, 1), wrap(sgd, lookahead), { hyperparameters, steps: 4 })
    // Two steps of SGD are a factor of 0.81; a quarter of the way there is a factor of 0.9525.
    const expected = [1, 0.9, 0.9525, 0.9525 * 0.9, 0.9525 ** 2]
    points.forEach(([x, y], k) => {
      expect(x, `step ${k}`).toBeCloseTo(expected[k]!, 14)
      expect(y, `step ${k}`).toBeCloseTo(2 * expected[k]!, 14)
    })
    expect(stateNames).toContain('lookahead_slow')
    const slow = points.map((_, k) => state[(k * stateNames.length + stateNames.indexOf('lookahead_slow')) * 2])
    expect(slow.map((value) => Number(value!.toFixed(12)))).toEqual([
      1,
      1,
      0.9525,
      0.9525,
      Number((0.9525 ** 2).toFixed(12)),
    ])
  })

  test('with alpha 1 is the optimizer itself', () => {
    const hyperparameters = { lr: 0.1, lookahead_alpha: 1 }
    const wrapped = walk(ground, wrap(adam, lookahead), { hyperparameters, steps: 23 })
    const plain = walk(ground, adam, { hyperparameters: { lr: 0.1 }, steps: 23 })
    for (const [i, value] of plain.points.flat().entries()) expect(wrapped.points.flat()[i]).toBeCloseTo(value, 13)
  })

  test('names that the optimizer has too are kept apart', () => {
    const rule = wrap(rmsprop, lookahead)
    expect(rule.hyperparameters).toMatchObject({ alpha: 0.99, lookahead_alpha: 0.5, lookahead_k: 5 })
    expect(rule.equations).toContain('lookahead_alpha (theta - lookahead_slow)')
  })
})

describe('SAM', () => {
  test('steps by the slope at arm’s length', () => {
    const hyperparameters = { lr: 0.1, sam_rho: 0.5 }
    const { points, evaluations } = walk(bowl(3, 2), wrap(sgd, sam), { hyperparameters, steps: 1 })
    // The slope at (1, 2) is (3, 4): she reaches to (1.3, 2.4), where it is (3.9, 4.8).
    expect(points[1]![0]).toBeCloseTo(0.61, 14)
    expect(points[1]![1]).toBeCloseTo(1.52, 14)
    expect(evaluations).toEqual({ value: 3, gradient: 3, hessian: 0 })
  })

  test('with rho 0 is the optimizer itself, bit for bit', () => {
    const wrapped = walk(ground, wrap(adam, sam), { hyperparameters: { lr: 0.1, sam_rho: 0 }, steps: 30 })
    expect(wrapped.points).toEqual(walk(ground, adam, { hyperparameters: { lr: 0.1 }, steps: 30 }).points)
  })

  test('stays where there is no slope', () => {
    const { points } = walk(ground, wrap(sgd, sam), { start: [0, 0], steps: 3 })
    expect(points.flat()).toEqual(new Array(8).fill(0))
  })
})

test('a wrapped optimizer can be opened as one text', () => {
  const wrapped = wrap(wrap(adam, sam), lookahead)
  const typed = parseRule('Mine', ruleText(wrapped))
  const spec = { hyperparameters: { lr: 0.1, sam_rho: 0.2 }, steps: 30 }
  expect(walk(ground, typed, spec).theta).toEqual(walk(ground, wrapped, spec).theta)
})

describe('around any optimizer', () => {
  const known = new Map<string, UpdateRule>([sgd, adam].map((rule) => [rule.name, rule]))
  const find = (choice: OptimizerChoice) => findOptimizer(choice, known) as UpdateRule

  test('a typed one too, and several at once, the first innermost', () => {
    const rule = find({
      optimizer: 'Mine',
      equations: 'param k = 0.1\ntheta = theta - k g',
      wrappers: ['SAM', 'Lookahead'],
    })
    expect(rule).toMatchObject({
      name: 'Lookahead(SAM(Mine))',
      hyperparameters: { k: 0.1, sam_rho: 0.05, lookahead_k: 5, lookahead_alpha: 0.5 },
    })
    expect(walk(ground, rule, { steps: 50 })).toMatchObject({ length: 51, evaluations: { gradient: 101 } })
  })

  test('without any it is the one that was registered', () => {
    expect(find({ optimizer: 'SGD' })).toBe(sgd)
    expect(find({ optimizer: 'SGD', wrappers: [] })).toBe(sgd)
    expect(find({ optimizer: 'Nobody', wrappers: ['SAM'] })).toBeUndefined()
  })

  test.each<[readonly string[], string]>([
    [['SAM', 'SAM'], 'the same wrapper twice'],
    [['Sam'], 'unknown wrapper `Sam`: there are Lookahead, SAM'],
    [['constructor'], 'unknown wrapper `constructor`'],
  ])('%j is refused', (around, message) => {
    expect(() => find({ optimizer: 'SGD', wrappers: around })).toThrow(WrapperError)
    expect(() => find({ optimizer: 'SGD', wrappers: around })).toThrow(message)
  })
})

test.each([...wrappers])('%s is documented', (name, { summary, reference, hyperparameters, kinds, ...wrapper }) => {
  expect(wrapper.name).toBe(name)
  expect(summary).not.toBe('')
  expect(reference).toMatch(/arXiv:\d{4}\.\d{5}/)
  for (const key of Object.keys(hyperparameters)) expect(kinds[key]!.help).not.toBe('')
})
