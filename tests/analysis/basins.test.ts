/** Basins of attraction, against walks taken one by one and against the reference's critical points. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type BasinMap, cellCentre, computeBasins, labelRows } from '../../src/analysis/basins'
import { attractorsOf } from '../../src/analysis/basins-attractors'
import { DIVERGED, UNDECIDED } from '../../src/analysis/basins-labels'
import { findCriticalPoints } from '../../src/analysis/critical-points'
import type { Errand } from '../../src/analysis/errand'
import { Fleets } from '../../src/analysis/fleets'
import type { CriticalPoint } from '../../src/analysis/types'
import { createExecutor } from '../../src/kernels/create-executor'
import { finish } from '../../src/math/sliced'
import { surfaces as gallery, optimizers } from '../../src/registry'
import { simulate } from '../../src/simulation/simulate'
import { createSurface, specOf } from '../../src/surfaces/create'
import type { Domain, Surface } from '../../src/surfaces/surface'
import { load } from '../reference/reference'

interface Stored {
  readonly id: string
  readonly formula: string
  readonly domain: Domain
  readonly criticalRegion?: Domain
  readonly structure?: unknown
  readonly criticalPoints: readonly { readonly x: number; readonly y: number; readonly cls: string }[]
}

const { surfaces } = load<{ surfaces: Stored[] }>('surfaces.json')

const executor = createExecutor()
const fleets = new Fleets(executor)

const surfaceOf = (formula: string, domain: Domain): Surface =>
  createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' }, executor)
const square = (half: number): Domain => ({ x: [-half, half], y: [-half, half] })

const errand = (optimizer: string, hyperparameters: Errand['hyperparameters'], more: Partial<Errand> = {}): Errand => ({
  optimizer,
  hyperparameters,
  maximize: false,
  steps: 100,
  seed: 0,
  ...more,
})

const mapOf = (surface: Surface, run: Errand, size: number): BasinMap =>
  computeBasins(surface, optimizers.get(run.optimizer)!, run, size, fleets)

/** The same by the plainest means: one walk after the other, and every minimum measured. */
function plainLabels(surface: Surface, run: Errand, size: number, { minima }: BasinMap): number[] {
  const { domain } = surface.spec
  const width = Math.max(domain.x[1] - domain.x[0], domain.y[1] - domain.y[0])
  return Array.from({ length: size * size }, (_, k) => {
    const start = [cellCentre(domain.x, k % size, size), cellCentre(domain.y, Math.floor(k / size), size)]
    const { theta, length, outcome } = simulate(surface, optimizers.get(run.optimizer)!, { ...run, start }, { domain })
    if (outcome === 'diverged') return DIVERGED
    const [last, before] = [length - 1, Math.max(0, length - 11)]
    const isAt = ({ x, y }: { x: number; y: number }, at: number) =>
      Math.hypot(theta[2 * at]! - x, theta[2 * at + 1]! - y) <= 1e-3 * width
    const label = minima.findIndex((point) => isAt(point, last) && isAt(point, before))
    return label < 0 ? UNDECIDED : label
  })
}

const himmelblau = createSurface(specOf(gallery.get('himmelblau')!), executor)

describe('on Himmelblau', () => {
  test.each<[string, Errand]>([
    ['SGD', errand('SGD', { lr: 0.01 })],
    ['SGD with momentum', errand('SGD', { lr: 0.005, momentum: 0.9 })],
    ['SGD, too fast for the walls', errand('SGD', { lr: 0.02 })],
    ['Adam, some of whom are still walking', errand('Adam', { lr: 0.05 })],
    ['SGD with a learning rate that shrinks', errand('SGD', { lr: '0.01 * 0.99^t' })],
    ['ascent', errand('SGD', { lr: 0.01 }, { maximize: true })],
    ['fewer steps than rest takes', errand('SGD', { lr: 0.01 }, { steps: 4 })],
    ['Newton, who walks one by one', errand('Newton', {}, { steps: 20 })],
  ])('%s: every label is that of the climber who starts there', (_, run) => {
    const size = 8
    const map = mapOf(himmelblau, run, size)
    expect([...map.labels]).toEqual(plainLabels(himmelblau, run, size, map))
  })

  test('descent divides the plane among four valleys, of which each climber reaches her nearest', () => {
    const { labels, minima } = mapOf(himmelblau, errand('SGD', { lr: 0.01 }), 40)
    const shares = minima.map((_, label) => labels.filter((own) => own === label).length / labels.length)
    expect(shares).toHaveLength(4)
    for (const share of shares) expect(share).toBeGreaterThan(0.2)
    expect(shares.reduce((sum, share) => sum + share)).toBeGreaterThan(0.99)
  })

  test('climbers reach the summit or leave the landscape', () => {
    const { labels, minima } = mapOf(himmelblau, errand('SGD', { lr: 0.01 }, { maximize: true }), 20)
    expect(minima.map(({ kind }) => kind)).toEqual(['maximum'])
    expect(new Set(labels)).toEqual(new Set([0, DIVERGED]))
  })
})

test('whoever stands on a saddle or a summit, or walks along its ridge, is undecided', () => {
  const saddle = surfaceOf('x^4/4 - x^2/2 + y^2', square(2))
  // An odd map has a column of climbers on the ridge x = 0: they end on the saddle.
  const { labels, minima } = mapOf(saddle, errand('SGD', { lr: 0.1 }, { steps: 200 }), 5)
  expect(minima.map(({ x }) => Math.round(x))).toEqual([-1, 1])
  for (let j = 0; j < 5; j++) expect([...labels.subarray(5 * j, 5 * j + 5)]).toEqual([0, 0, UNDECIDED, 1, 1])
})

test('who passes through a minimum at speed has not reached it', () => {
  // Without friction she swings for ever; her period is about 2π / sqrt(lr · 2).
  const bowl = surfaceOf('x^2 + y^2', square(1))
  const swinging = errand('SGD', { lr: 0.01, momentum: 1 })
  const ever = [...Array(60).keys()]
    .filter((k) => k % 4 === 3)
    .map((steps) => mapOf(bowl, { ...swinging, steps }, 2).labels)
  expect(new Set(ever.flatMap((labels) => [...labels]))).toEqual(new Set([UNDECIDED]))
})

test('a ring of minima is one label, wherever a climber comes to rest on it', () => {
  const hat = surfaceOf('(x^2+y^2-1)^2', square(2))
  const { labels, minima } = mapOf(hat, errand('SGD', { lr: 0.05 }), 16)
  expect(minima.map(({ kind }) => kind)).toEqual(['degenerate'])
  expect(new Set(labels)).toEqual(new Set([0]))
  const early = mapOf(hat, errand('SGD', { lr: 0.001 }, { steps: 12 }), 16)
  expect(early.labels).toContain(UNDECIDED)
})

test('near a ring is at the ring, from within as from without, and far from it is not', () => {
  const hat = surfaceOf('(x^2+y^2-1)^2', square(2))
  const standing = { ...errand('SGD', { lr: 0 }), steps: 1 }
  // Cells of 1/250: the reach is 1/250 as well.
  const { labels } = mapOf(hat, standing, 1000)
  const row = labels.subarray(500 * 1000, 501 * 1000)
  const reached = [...row.keys()].filter((i) => row[i] === 0).map((i) => Math.abs(cellCentre([-2, 2], i, 1000)))
  expect(reached).toHaveLength(4)
  for (const distance of reached) expect(Math.abs(distance - 1)).toBeLessThan(0.004)
})

test('two rings of different depth are two labels', () => {
  const rings = surfaceOf('(x^2+y^2-1)^2 * (x^2+y^2-4)^2 + (x^2+y^2) / 10', square(2.5))
  const { labels, minima } = mapOf(rings, errand('SGD', { lr: 0.005 }, { steps: 2000 }), 11)
  const reached = [...new Set(labels)].filter((label) => label >= 0).map((label) => minima[label]!.value)
  expect(reached.length).toBeGreaterThanOrEqual(2)
  expect(new Set(reached).size).toBe(reached.length)
})

test('a level that is no bottom is nobody’s label', () => {
  for (const formula of ['x^3 - 3 x y^2', 'x^2 + y^3']) {
    expect(mapOf(surfaceOf(formula, square(1)), errand('SGD', { lr: 0.05 }), 5).minima).toEqual([])
  }
})

describe.each(surfaces.map((surface) => [surface.id, surface] as const))('%s', (_, { formula, domain, ...stored }) => {
  const region = stored.criticalRegion ?? domain
  const within = ({ x, y }: { x: number; y: number }) =>
    x >= region.x[0] && x <= region.x[1] && y >= region.y[0] && y <= region.y[1]

  const surface = surfaceOf(formula, region)
  let points: readonly CriticalPoint[] = []
  beforeAll(() => {
    points = findCriticalPoints(surface, { size: 81 }).points
  })

  test.each([
    ['descent', false, 'minimum'],
    ['ascent', true, 'maximum'],
  ])('%s reaches only what the reference lists, or is labelled diverged or undecided', (_, maximize, kind) => {
    const run = errand('SGD', { lr: 0.002 }, { maximize })
    const minima = attractorsOf(surface, points, maximize)
    const rows = { size: 8, from: 0, to: 8 }
    const labels = finish(labelRows(surface, optimizers.get('SGD')!, run, minima, rows, fleets))
    expect(labels).toHaveLength(64)
    for (const label of new Set(labels)) {
      if (label === DIVERGED || label === UNDECIDED) continue
      const reached = minima[label]!
      expect([kind, 'degenerate']).toContain(reached.kind)
      const known = stored.criticalPoints.filter(({ cls }) => cls === reached.kind)
      // Beyond its region the reference lists nothing, and rings and troughs it describes in words.
      if (!within(reached)) continue
      if (reached.kind === 'degenerate' && stored.structure !== undefined) continue
      expect(Math.min(...known.map(({ x, y }) => Math.hypot(x - reached.x, y - reached.y)))).toBeLessThan(1e-7)
    }
  })
})
