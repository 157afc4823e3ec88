/** Critical points of the reference surfaces, against lists that are proved complete. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCriticalPoints } from '../../src/analysis/critical-points'
import type { CriticalPoint } from '../../src/analysis/types'
import { surfaces as gallery } from '../../src/registry'
import { createSurface } from '../../src/surfaces/create'
import type { Domain, Surface } from '../../src/surfaces/surface'
import { load } from '../reference/reference'

interface StoredPoint {
  readonly x: number
  readonly y: number
  readonly f: number
  readonly eig: [number, number]
  readonly cls: CriticalPoint['kind']
}

interface Stored {
  readonly id: string
  readonly formula: string
  readonly domain: Domain
  readonly criticalRegion?: Domain
  readonly criticalPoints: readonly StoredPoint[]
}

const { surfaces } = load<{ surfaces: Stored[] }>('surfaces.json')
const square = (half: number): Domain => ({ x: [-half, half], y: [-half, half] })

const surfaceOf = (formula: string, domain: Domain): Surface =>
  createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' })

const pointsOf = (formula: string, domain: Domain) => findCriticalPoints(surfaceOf(formula, domain)).points
const kindsOf = (formula: string, domain: Domain) => pointsOf(formula, domain).map((point) => point.kind)
const isRegular = (kind: CriticalPoint['kind']) => kind !== 'degenerate'

function nearest(points: readonly CriticalPoint[], { x, y }: StoredPoint): CriticalPoint {
  const distance = (point: CriticalPoint) => Math.hypot(point.x - x, point.y - y)
  return points.reduce((best, point) => (distance(point) < distance(best) ? point : best))
}

/** Every expected point is found to `tolerance` of its coordinates, with its kind, value and eigenvalues. */
function expectFound(points: readonly CriticalPoint[], expected: readonly StoredPoint[], tolerance: number): void {
  for (const stored of expected) {
    const found = nearest(points, stored)
    const reach = tolerance * Math.max(1, Math.abs(stored.x), Math.abs(stored.y))
    expect(Math.hypot(found.x - stored.x, found.y - stored.y)).toBeLessThanOrEqual(reach)
    expect(found.kind).toBe(stored.cls)
    expect(Math.abs(found.value - stored.f)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(stored.f)))
    const scale = Math.max(...stored.eig.map(Math.abs))
    found.eigenvalues.forEach((value, i) => {
      expect(Math.abs(value - stored.eig[i]!)).toBeLessThanOrEqual(1e-9 * Math.max(scale, 1e-3))
    })
  }
}

describe.each(surfaces.map((surface) => [surface.id, surface] as const))('%s', (name, surface) => {
  const region = surface.criticalRegion ?? surface.domain
  const points = pointsOf(surface.formula, region)

  test('finds every minimum, maximum and saddle, and no other', () => {
    const expected = surface.criticalPoints.filter((point) => isRegular(point.cls))
    expect(points.filter((point) => isRegular(point.kind))).toHaveLength(expected.length)
    expectFound(points, expected, 1e-12)
  })

  test('finds every isolated degenerate point', () => {
    expectFound(
      points,
      surface.criticalPoints.filter((point) => !isRegular(point.cls)),
      1e-9,
    )
  })

  test('finds the same within the domain that the gallery shows', () => {
    const { domain, formula } = gallery.get(name)!
    const within = (point: { x: number; y: number }, { x, y }: Domain) =>
      point.x >= x[0] && point.x <= x[1] && point.y >= y[0] && point.y <= y[1]
    const shown = pointsOf(formula, domain).filter((point) => isRegular(point.kind) && within(point, region))
    const expected = surface.criticalPoints.filter((point) => isRegular(point.cls) && within(point, domain))
    expect(shown).toHaveLength(expected.length)
    expectFound(shown, expected, 1e-12)
  })

  test('is sorted by value', () => {
    expect(points.map((point) => point.value)).toEqual(points.map((point) => point.value).sort((a, b) => a - b))
  })
})

test.each(['x^3-3*x*y^2', 'x^4+y^4', 'x^2+y^3', 'x^10+y^2'])('%s, moved off the origin, is degenerate', (formula) => {
  const moved = formula.replaceAll('x', '(x-0.3)').replaceAll('y', '(y+0.7)')
  const points = pointsOf(moved, square(2))
  expect(points).toHaveLength(1)
  expect(points[0]).toMatchObject({
    kind: 'degenerate',
    x: expect.closeTo(0.3, 7),
    y: expect.closeTo(-0.7, 7),
    value: expect.closeTo(0, 12),
  })
})

test.each([
  ['(1-x)^2+1e8*(y-x^2)^2', 'minimum'],
  ['x^2+1e-11*y^2', 'minimum'],
  ['1e-8*x^2-y^2', 'saddle'],
  ['1e-10*(x^2+y^2)', 'minimum'],
  ['-1e10*(x^2+y^2)', 'maximum'],
])('%s is a %s, however badly conditioned', (formula, kind) => {
  expect(kindsOf(formula, square(2))).toEqual([kind])
})

test.each(['abs(x)+abs(y)', 'sqrt(x^2+y^2)', 'abs(x)+y^2', 'x+2y', '3', 'max(x,y)', 'sign(x)*y', 'log(x^2+y^2)'])(
  'the kinks, planes and poles of %s are not critical points',
  (formula) => {
    expect(pointsOf(formula, square(2))).toEqual([])
  },
)

test('a slope that is small but does not vanish is not a critical point', () => {
  expect(pointsOf('(x-0.3)^3+1e-6*(x-0.3)+y^2', square(2))).toEqual([])
  expect(kindsOf('(x-0.3)^3-1e-6*(x-0.3)+y^2', square(2))).toEqual(['minimum', 'saddle'])
})

test.each([
  ['(x^2+y^2-1)^2', ['degenerate', 'maximum']],
  ['x^2', ['degenerate']],
  ['sin(x)', ['degenerate', 'degenerate']],
  ['x^2*y^2*(x^2+y^2-3)+1', ['minimum', 'minimum', 'minimum', 'minimum', 'degenerate']],
])('of each curve of critical points of %s one is kept', (formula, kinds) => {
  expect(kindsOf(formula, square(5))).toEqual(kinds)
})

test('a removable singularity has the curvature that its surroundings see', () => {
  const [summit] = pointsOf('cos(sqrt(x^2+y^2))', square(2))
  expect(summit).toMatchObject({ kind: 'maximum', x: 0, y: 0, value: 1 })
  expect(summit!.eigenvalues[0]).toBeCloseTo(-1, 9)
})

test('the principal directions of a saddle point down and up', () => {
  const [saddle] = pointsOf('x*y', square(1))
  const [down, up] = saddle!.directions
  expect(down[0] * down[1]).toBeCloseTo(-0.5, 12)
  expect(up[0] * up[1]).toBeCloseTo(0.5, 12)
})

/** How often the gradient turns along the border: the sum of the indices of all zeros inside (Poincaré-Hopf). */
function windingNumber(surface: Surface): number {
  const { x, y } = surface.spec.domain
  const corners = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ] as const
  const samples = 2000
  const gradient = new Float64Array(2)
  const angles = corners.flatMap(([x0, y0], side) => {
    const [x1, y1] = corners[(side + 1) % 4]!
    return Array.from({ length: samples }, (_, i) => {
      const u = i / samples
      surface.gradient(Float64Array.of(x0 + u * (x1 - x0), y0 + u * (y1 - y0)), gradient)
      return Math.atan2(gradient[1]!, gradient[0]!)
    })
  })
  const turns = angles.map((angle, i) => {
    const turn = (angles[(i + 1) % angles.length]! - angle) / (2 * Math.PI)
    return turn - Math.round(turn)
  })
  // Plus 0: -0 is 0.
  return Math.round(turns.reduce((sum, turn) => sum + turn, 0)) + 0
}

test('on random landscapes the indices of the points found add up to the turns of the gradient along the border', () => {
  const coefficient = fc.integer({ min: -200, max: 200 }).map((n) => n / 100)
  const width = fc.integer({ min: 50, max: 350 }).map((n) => n / 100)
  const term = fc
    .tuple(coefficient, coefficient, coefficient, width, fc.boolean())
    .map(([a, u, v, w, bump]) =>
      bump ? `(${a})*exp(-${w}*((x-(${u}))^2+(y-(${v}))^2))` : `(${a})*sin((${u})*x+(${v})*y+${w})`,
    )
  const landscape = fc.array(term, { minLength: 5, maxLength: 10 }).map((terms) => terms.join('+'))
  const index = ({ kind }: CriticalPoint) => (kind === 'saddle' ? -1 : 1)
  fc.assert(
    fc.property(landscape, (formula) => {
      const surface = surfaceOf(formula, square(3))
      const { points } = findCriticalPoints(surface)
      // A curve of critical points, or nearly one, has no index of its own.
      fc.pre(points.every((point) => isRegular(point.kind)))
      expect(points.reduce((sum, point) => sum + index(point), 0)).toBe(windingNumber(surface))
    }),
    { numRuns: 60 },
  )
})
