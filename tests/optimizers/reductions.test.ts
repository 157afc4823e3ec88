/** What update equations ask of all coordinates together: norms, products, slopes elsewhere, second derivatives. */
import { describe, expect, test } from 'vitest'
import { ExpressionError, parse, parseEquations } from '../../src/expression'
import { compileRule } from '../../src/optimizers/compile'
import { bowl, ruleOf, walk } from './fixtures'

/** Slope (3, 4) at (1, 2). */
const ground = bowl(3, 2)

test.each([
  ['theta = theta - g / norm(g)', [1 - 3 / 5, 2 - 4 / 5]],
  ['theta = norm1(-g)', [7, 7]],
  ['theta = dot(g, theta)', [11, 11]],
  // Of numbers that are the same everywhere, one for each coordinate.
  ['theta = dot(t, 1)', [2, 2]],
  // A reduction of a reduction: |g / |g|| is 1.
  ['u = g / norm(g)\ntheta = norm(u) + dot(u, g)', [6, 6]],
  ['theta = theta - g / h', [0, 0]],
])('%s', (equations, expected) => {
  const [, point] = walk(ground, ruleOf(equations), { steps: 1 }).points
  expect(point![0]).toBeCloseTo(expected[0]!, 14)
  expect(point![1]).toBeCloseTo(expected[1]!, 14)
})

test('the sums run from the first coordinate on', () => {
  const [, point] = walk(bowl(0.1, 0.35), ruleOf('theta = dot(g, g)'), { start: [1, 2], steps: 1 }).points
  expect(point![0]).toBe(0.1 * 0.1 + 0.7 * 0.7)
})

describe('probe', () => {
  const sam = ruleOf('probe = theta + 0.5 g / norm(g)\ntheta = theta - 0.1 g')

  test('below it, g is the slope felt there', () => {
    const { points } = walk(ground, sam, { steps: 1 })
    // The probed point is (1.3, 2.4), where the slope is (3.9, 4.8).
    expect(points[1]![0]).toBeCloseTo(1 - 0.39, 14)
    expect(points[1]![1]).toBeCloseTo(2 - 0.48, 14)
  })

  test('each costs one more evaluation of the gradient', () => {
    expect(walk(ground, sam, { steps: 10 }).evaluations).toEqual({ value: 21, gradient: 21, hessian: 0 })
  })

  test('who climbs feels it upside down too', () => {
    const { points } = walk(ground, sam, { steps: 1, maximize: true })
    // Up is down of -f: the probed point is (1 - 0.3, 2 - 0.4).
    expect(points[1]![0]).toBeCloseTo(1 + 0.21, 14)
    expect(points[1]![1]).toBeCloseTo(2 + 0.32, 14)
  })
})

describe('h', () => {
  const newton = ruleOf('theta = theta - g / h')

  test('is asked for once a step, and only where it is read', () => {
    expect(walk(ground, newton, { steps: 5 }).evaluations.hessian).toBe(5)
    expect(walk(ground, ruleOf('unused = h\ntheta = theta - g'), { steps: 5 }).evaluations.hessian).toBe(0)
  })

  test('is upside down for who climbs', () => {
    expect(walk(ground, ruleOf('theta = h'), { steps: 1, maximize: true }).points[1]).toEqual([-3, -2])
  })

  test('an objective without second derivatives is refused', () => {
    const { hessian: _, ...slopeOnly } = ground
    expect(() => walk(slopeOnly, newton)).toThrow('Mine reads second derivatives, which this objective does not have')
  })
})

test('state that only a reduction reads is remembered, and may start from where she does', () => {
  const rule = ruleOf('theta = theta - norm(theta - home)\nhome = home', { state: { home: 'theta' } })
  const { points, stateNames, state } = walk(ground, rule, { steps: 2 })
  expect(stateNames).toEqual(['home'])
  expect([...state]).toEqual([1, 2, 1, 2, 1, 2])
  expect(points).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ])
})

test('what nobody reads is not asked for, and the same is asked once', () => {
  const compiled = (equations: string) => compileRule(ruleOf(equations), {})
  expect(compiled('unused = norm(g)\ntheta = theta - g').reductions).toEqual([])
  const { reductions, inputs, graph } = compiled('a = norm(g)\nb = dot(g, theta)\ntheta = a - norm(g) + b')
  expect(reductions.map(({ kind }) => kind)).toEqual(['norm', 'dot'])
  expect(inputs.slice(-2)).toEqual(reductions.map(({ input }) => input))
  expect(reductions[0]!.args.map((node) => graph.name(node))).toEqual(['g'])
})

test('formulas of surfaces have no such functions', () => {
  expect(() => parse('norm(x)', { inputs: ['x', 'y'] })).toThrow(ExpressionError)
  expect(() => parseEquations('a = norm(x, y)', { inputs: ['x', 'y'] })).toThrow('`norm` takes 1 argument, 2 are given')
})
