/** Nelder-Mead beside a second implementation, written from the rules in Lagarias et al. 1998, section 2. */
import { describe, expect, test } from 'vitest'
import { attemptsAt } from '../../../src/optimizers/methods/attempts'
import { distance, himmelblau, lastPoint, pointAt, rosenbrock, stateAt, surfaceOf, walk } from './fixtures'

type Vertex = { x: number[]; f: number }

/** One iteration: the vertices x1 … xn+1 in order, with rho, chi, gamma, sigma the standard coefficients. */
function iterate(vertices: Vertex[], f: (x: number[]) => number): Vertex[] {
  const n = vertices.length - 1
  const [x1, xn, xw] = [vertices[0]!, vertices[n - 1]!, vertices[n]!]
  const mean = x1.x.map((_, j) => vertices.slice(0, n).reduce((sum, v) => sum + v.x[j]!, 0) / n)
  const vertex = (x: number[]) => ({ x, f: f(x) })
  const point = (c: number) => mean.map((m, j) => (1 + c) * m - c * xw.x[j]!)
  const insert = (v: Vertex) => {
    const kept = vertices.slice(0, n)
    const place = kept.findIndex((other) => v.f < other.f)
    return place < 0 ? [...kept, v] : [...kept.slice(0, place), v, ...kept.slice(place)]
  }
  const reflected = vertex(point(1))
  if (reflected.f < x1.f) {
    const expanded = vertex(point(2))
    return insert(expanded.f < reflected.f ? expanded : reflected)
  }
  if (reflected.f < xn.f) return insert(reflected)
  if (reflected.f < xw.f) {
    const outside = vertex(point(0.5))
    if (outside.f <= reflected.f) return insert(outside)
  } else {
    const inside = vertex(point(-0.5))
    if (inside.f < xw.f) return insert(inside)
  }
  const shrunk = vertices.slice(1).map(({ x }) => vertex(x1.x.map((best, j) => best + 0.5 * (x[j]! - best))))
  return [x1, ...shrunk].sort((a, b) => a.f - b.f)
}

const corners = (result: ReturnType<typeof walk>, k: number) =>
  attemptsAt(result.attempts!, k, 2).filter(({ kind }) => kind === 'simplex')

describe.each([
  ['rosenbrock', rosenbrock, [-1.2, 1]],
  ['himmelblau', himmelblau, [0.5, -0.5]],
  ['a bowl', 'x^2+3*y^2+x*y', [2, 1]],
  ['a ravine', 'x^2+1000*y^2', [4, 0.5]],
  ['a wave', 'sin(x)*cos(y)+0.05*(x^2+y^2)', [1, 2]],
] as const)('%s', (_, formula, start) => {
  test('the same simplex at every step', () => {
    const surface = surfaceOf(formula)
    const f = (x: number[]) => surface.value(Float64Array.from(x))
    const first = [[...start], [start[0] + 0.5, start[1]], [start[0], start[1] + 0.5]]
    let vertices = first.map((x) => ({ x, f: f(x) })).sort((a, b) => a.f - b.f)
    const steps = 40
    const result = walk('NelderMead', formula, { start, steps })
    expect(pointAt(result, 0)).toEqual([...start])
    for (let k = 0; k <= steps; k++) {
      if (k > 0) vertices = iterate(vertices, f)
      const found = corners(result, k)
      expect(found).toHaveLength(3)
      found.forEach((corner, i) => {
        expect(distance([...(corner.theta as Float64Array)], vertices[i]!.x), `step ${k}, corner ${i}`).toBeLessThan(
          1e-9,
        )
      })
      if (k > 0) expect(pointAt(result, k)).toEqual([...(found[0]!.theta as Float64Array)])
    }
  })
})

test('by hand, on x² + y² from (1, 1) with sides of ½', () => {
  const result = walk('NelderMead', 'x^2+y^2', { start: [1, 1], steps: 2 })
  // Corners (1, 1), (1.5, 1), (1, 1.5): losses 2, 3.25, 3.25. The worst, (1, 1.5), is thrown over (1.25, 1) to (1.5, 0.5):
  // 2.5, better than the second but not than the best: taken.
  expect(corners(result, 1).map(({ theta, loss }) => [theta[0], theta[1], loss])).toEqual([
    [1, 1, 2],
    [1.5, 0.5, 2.5],
    [1.5, 1, 3.25],
  ])
  expect(stateAt(result, 't', 1)[0]).toBe(1)
  // (1.5, 1) over (1.25, 0.75) to (1, 0.5): 1.25, the best; farther, (0.75, 0.25): 0.625, better still.
  expect(corners(result, 2).map(({ theta, loss }) => [theta[0], theta[1], loss])).toEqual([
    [0.75, 0.25, 0.625],
    [1, 1, 2],
    [1.5, 0.5, 2.5],
  ])
  expect(stateAt(result, 't', 2)[0]).toBe(2)
  // Three corners, one reflection; then a reflection and an expansion.
  expect(result.evaluations).toEqual({ value: 6, gradient: 0, hessian: 0 })
})

test('works where there is no slope to follow: a kinked bowl, and the edge of a formula', () => {
  expect(
    distance(lastPoint(walk('NelderMead', 'abs(x-1)+2*abs(y+0.5)', { start: [3, 2], steps: 200 })), [1, -0.5]),
  ).toBeLessThan(1e-6)
  const edge = walk('NelderMead', 'sqrt(x)+(y-1)^2', { start: [0.3, 0], steps: 200 })
  expect(edge.length).toBe(201)
  for (let k = 0; k < edge.length; k++) expect(edge.theta[2 * k]).toBeGreaterThanOrEqual(0)
  expect(edge.loss[200]).toBeLessThan(0.2 * edge.loss[0]!)
})
