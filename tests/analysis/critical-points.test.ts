/** Critical points of the reference surfaces, against lists that are proved complete. */
import { describe, expect, test } from 'vitest'
import { findCriticalPoints } from '../../src/analysis/critical-points'
import type { CriticalPoint } from '../../src/analysis/types'
import { createSurface } from '../../src/surfaces/create'
import type { Domain } from '../../src/surfaces/surface'
import { load } from '../reference/reference'

interface Stored {
  readonly id: string
  readonly formula: string
  readonly domain: Domain
  readonly criticalRegion?: Domain
  readonly criticalPoints: { x: number; y: number; f: number; eig: [number, number]; cls: CriticalPoint['kind'] }[]
}

const { surfaces } = load<{ surfaces: Stored[] }>('surfaces.json')

function pointsOf(formula: string, domain: Domain): readonly CriticalPoint[] {
  const spec = { title: '', formula, domain, parameters: {}, heightScale: 'linear' } as const
  return findCriticalPoints(createSurface(spec)).points
}

describe.each(surfaces.map((surface) => [surface.id, surface] as const))('%s', (_, surface) => {
  const points = pointsOf(surface.formula, surface.criticalRegion ?? surface.domain)
  const regular = (kind: string) => kind !== 'degenerate'

  test('finds every minimum, maximum and saddle, and no other', () => {
    const expected = surface.criticalPoints.filter((point) => regular(point.cls))
    expect(points.filter((point) => regular(point.kind))).toHaveLength(expected.length)
    for (const stored of expected) {
      const distance = (point: CriticalPoint) => Math.hypot(point.x - stored.x, point.y - stored.y)
      const nearest = points.reduce((best, point) => (distance(point) < distance(best) ? point : best))
      expect(distance(nearest)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(stored.x), Math.abs(stored.y)))
      expect(nearest.kind).toBe(stored.cls)
      expect(nearest.value).toBeCloseTo(stored.f, 10)
    }
  })

  test('is sorted by value', () => {
    expect(points.map((point) => point.value)).toEqual(points.map((point) => point.value).sort((a, b) => a - b))
  })
})

test('an isolated degenerate point is reported as such', () => {
  const domain = { x: [-2, 2], y: [-2, 2] } as const
  for (const formula of ['x^3-3*x*y^2', 'x^4+y^4', 'x^2+y^3']) {
    const points = pointsOf(formula, domain)
    expect(points).toHaveLength(1)
    expect(points[0]).toMatchObject({ kind: 'degenerate', value: expect.closeTo(0, 12) })
  }
})

test('kinks, planes and plateaus are not critical points', () => {
  const domain = { x: [-2, 2], y: [-2, 2] } as const
  for (const formula of ['abs(x)+abs(y)', 'sqrt(x^2+y^2)', 'x+2y', '3', 'max(x,y)'])
    expect(pointsOf(formula, domain)).toEqual([])
})

test('the principal directions of a saddle point down and up', () => {
  const [saddle] = pointsOf('x*y', { x: [-1, 1], y: [-1, 1] })
  const [down, up] = saddle!.directions
  expect(down[0] * down[1]).toBeCloseTo(-0.5, 12)
  expect(up[0] * up[1]).toBeCloseTo(0.5, 12)
})
