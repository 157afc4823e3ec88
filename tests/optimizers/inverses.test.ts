/** Quotients by what all climbers share are products with an inverse that is computed once a step. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Graph, type NodeId, reachable } from '../../src/expression'
import { interpret } from '../../src/kernels/interpret'
import { compileRule } from '../../src/optimizers/compile'
import { sharedInverses } from '../../src/optimizers/inverses'
import type { UpdateRule } from '../../src/optimizers/rule'
import { optimizers } from '../../src/registry'
import { ruleOf } from './fixtures'

const shared = new Set(['t', 'c'])

/** `x / c` as it is written, and as it is computed. */
const divided = (x: number, c: number): number => {
  const graph = new Graph()
  const quotient = graph.apply('div', graph.input('x'), graph.input('c'))
  const product = sharedInverses(graph, [quotient], shared).get(quotient)!
  const out = new Float64Array(1)
  interpret(graph, [product], ['x', 'c']).run([Float64Array.of(x), c], [out], 1)
  return out[0]!
}

test('what is computed is within 1.5 units in the last place of the quotient', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.double({ min: 1e-150, max: 1e150, noNaN: true }),
      (x, c) => {
        // The rounded quotient is itself half a unit off, and a unit may be twice as large on one side of a power of two.
        expect(Math.abs(divided(x, c) - x / c)).toBeLessThanOrEqual(2 * 2 ** -52 * (x / c))
      },
    ),
  )
})

test.each([1, -2, 0.25, 2 ** 1000, 2 ** -1000, 0, -0, Infinity, -Infinity, Number.NaN])(
  'dividing by %f is what division is, in every bit',
  (c) => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        expect(divided(x, c)).toBe(x / c)
      }),
    )
    for (const x of [0, -0, Infinity, -Infinity, Number.NaN]) expect(divided(x, c)).toBe(x / c)
  },
)

test('a divisor whose inverse overflows divides like 0', () => {
  expect(divided(3, 1e-310)).toBe(Infinity)
  expect(divided(-3, 1e-310)).toBe(-Infinity)
  expect(divided(0, 1e-310)).toBeNaN()
})

const divisors = (graph: Graph, outputs: readonly NodeId[]) =>
  reachable(graph, outputs)
    .filter((id) => graph.op(id) === 'div')
    .map((id) => graph.args(id)[1]!)

test('quotients by what is a climber’s own stay, and so do those that are computed once a step anyway', () => {
  const graph = new Graph()
  const [x, t, c] = ['x', 't', 'c'].map((name) => graph.input(name)) as [NodeId, NodeId, NodeId]
  const own = graph.apply('div', c, x)
  const once = graph.apply('div', t, c)
  const replaced = sharedInverses(graph, [own, once], shared)
  expect([replaced.get(own), replaced.get(once)]).toEqual([own, once])
})

test('Adam divides by the root alone: its corrections of the averages are products', () => {
  const adam = optimizers.get('Adam') as UpdateRule
  const { graph, outputs } = compileRule(adam, adam.hyperparameters)
  const once = new Set(divisors(graph, outputs).filter((id) => isShared(graph, id)))
  const own = divisors(graph, outputs).filter((id) => !once.has(id))
  expect(once.size).toBe(2)
  expect(own).toHaveLength(1)
  const varying = reachable(graph, outputs).filter((id) => graph.op(id) === 'div' && once.has(graph.args(id)[1]!))
  for (const id of varying) expect(graph.isConstant(graph.args(id)[0]!, 1)).toBe(true)
})

const isShared = (graph: Graph, id: NodeId): boolean =>
  reachable(graph, [id]).every(
    (node) => graph.op(node) !== 'input' || ['t', 'beta1', 'beta2'].includes(graph.name(node)),
  )

test('lines that reductions are asked of are the ones that are shown', () => {
  const { lines, reductions } = compileRule(ruleOf('probe = theta - g / t\ntheta = theta - g'), {})
  expect(reductions[0]!.args[0]).toBe(lines[0]!.node)
})
