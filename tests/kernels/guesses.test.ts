/** What generated code bets on: nodes that are known earlier than others and have the same bits. */
import { describe, expect, test } from 'vitest'
import { PrimitiveGraph, type PrimitiveId } from '../../src/expression/lowering'
import { sin } from '../../src/expression/lowering/trigonometric'
import { interpretPrimitives } from '../../src/kernels/interpret'
import { Arrivals, isStaircase } from '../../src/kernels/walk/arrival'
import { findGuesses } from '../../src/kernels/walk/guesses'

const none: ReadonlySet<PrimitiveId> = new Set()

/** x·2·100·(2y), negated, as reverse mode writes slopes. */
function slope(): { graph: PrimitiveGraph; root: PrimitiveId } {
  const graph = new PrimitiveGraph()
  const { constant, input, mul, neg, sub } = graph
  const late = sub(mul(input('x'), input('x')), input('y'))
  const product = mul(mul(constant(100), mul(constant(2), late)), mul(constant(2), input('y')))
  return { graph, root: sub(neg(product), input('x')) }
}

describe('guesses', () => {
  test('factors of two and signs are multiplied into what is known first', () => {
    const { graph, root } = slope()
    const before = new Arrivals(graph, none).of(root)
    const guesses = findGuesses(graph, [root], none)
    const after = new Arrivals(graph, none, guesses).of(root)
    // A multiplication by two and a change of sign are gone.
    expect(before - after).toBe(5)
  })

  test('nearly always have the bits of what they stand for', () => {
    const { graph, root } = slope()
    const angle = sin(graph, graph.mul(graph.input('x'), graph.constant(2 * Math.PI)))
    const pairs = [...findGuesses(graph, [root, angle], none)]
    expect(pairs.length).toBeGreaterThan(0)
    const count = 400
    const x = Float64Array.from({ length: count }, (_, i) => 3 * Math.sin(i))
    const y = Float64Array.from({ length: count }, (_, i) => 3 * Math.cos(i * i))
    const results = pairs.flat().map(() => new Float64Array(count))
    interpretPrimitives(graph, pairs.flat(), ['x', 'y']).run([x, y], results, count)
    for (const [i] of pairs.entries()) {
      const wrong = results[2 * i]!.filter((value, lane) => !Object.is(value, results[2 * i + 1]![lane])).length
      expect(wrong).toBeLessThan(0.05 * count)
    }
  })

  test('that shorten nothing are not made', () => {
    const graph = new PrimitiveGraph()
    const { constant, input, mul, sqrt } = graph
    const off = mul(mul(constant(3), mul(constant(2), input('x'))), input('x'))
    expect(findGuesses(graph, [off, sqrt(sqrt(input('x')))], none).size).toBe(0)
  })
})

test('a staircase, and what is made from it, is known from the step before', () => {
  const graph = new PrimitiveGraph()
  const { quadrant, high } = graph.reduce(graph.input('x'))
  const arrivals = new Arrivals(graph, none)
  expect(isStaircase(graph, quadrant)).toBe(true)
  expect(isStaircase(graph, high)).toBe(false)
  expect(arrivals.of(quadrant)).toBe(0)
  expect(arrivals.of(high)).toBeGreaterThan(0)
})
