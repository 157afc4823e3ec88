import { describe, expect, test } from 'vitest'
import { lower } from '../../src/expression/lowering'
import { byUrgency, dependencies } from '../../src/kernels/wasm/schedule'
import { selectInstructions } from '../../src/kernels/wasm/vector-graph'
import { formulaSurface } from './fixtures'

const graphOf = (formula: string) => {
  const { graph, nodes } = formulaSurface(formula).landscape!
  const lowered = lower(graph, [nodes.fx, nodes.fy], ['x', 'y'])
  return selectInstructions(lowered.graph, lowered.outputs)
}

describe('the order of urgency', () => {
  test.each(['x^2 y', 'exp(x) sin(y)', 'sqrt(x^2 + y^2) / (1 + cos(x y))'])('%s: arguments come first', (formula) => {
    const graph = graphOf(formula)
    const ids = dependencies(graph, graph.outputs)
    const order = byUrgency(graph, ids)
    expect([...order].sort((a, b) => a - b)).toEqual(ids)
    const place = new Map(order.map((id, k) => [id, k]))
    for (const id of ids) for (const arg of graph.nodes[id]!.args) expect(place.get(arg)!).toBeLessThan(place.get(id)!)
  })

  test('what does not depend on one another stands side by side', () => {
    const graph = graphOf('cos(x) + cos(y)')
    const reads = (name: string) => {
      const own = new Set<number>()
      graph.nodes.forEach((node, id) => {
        if ((node.kind === 'input' && node.name === name) || node.args.some((arg) => own.has(arg))) own.add(id)
      })
      return own
    }
    const [ofX, ofY] = [reads('x'), reads('y')]
    const sides = byUrgency(graph, dependencies(graph, graph.outputs)).filter((id) => ofX.has(id) !== ofY.has(id))
    const halfway = sides.slice(0, sides.length / 2)
    const share = halfway.filter((id) => ofX.has(id)).length / halfway.length
    expect(share).toBeCloseTo(0.5, 1)
  })
})

test('dependencies are all that is needed, once, in ascending order', () => {
  const graph = graphOf('exp(x) + x y')
  const [fx, fy] = graph.outputs as [number, number]
  const both = dependencies(graph, [fx, fy, fx])
  expect(both).toEqual([...new Set([...dependencies(graph, [fx]), ...dependencies(graph, [fy])])].sort((a, b) => a - b))
  expect(both).toContain(fx)
  expect(dependencies(graph, [])).toEqual([])
})
