import { describe, expect, it } from 'vitest'
import type { Attractor } from '../../../src/analysis/basins-attractors'
import { DIVERGED, UNDECIDED } from '../../../src/analysis/basins-labels'
import {
  formatCount,
  percent,
  placeName,
  sayCensus,
  shortTally,
  tallyOfCensus,
  tallyOfMap,
} from '../../../src/app/lab/tally'

const minimum = (x: number, y: number): Attractor => ({
  x,
  y,
  value: 0,
  kind: 'minimum',
  eigenvalues: [1, 1],
  directions: [
    [1, 0],
    [0, 1],
  ],
  certified: true,
  reach: 0.01,
})
const minima = [minimum(3, 2), minimum(-2, 1)]

describe('who ends where', () => {
  it('counts every cell of a basin map once', () => {
    const labels = Int32Array.of(0, 0, 1, DIVERGED, UNDECIDED, 0, 1, 0, DIVERGED)
    expect(tallyOfMap({ size: 3, labels, minima })).toEqual([
      { label: 0, count: 4 },
      { label: 1, count: 2 },
      { label: DIVERGED, count: 2 },
      { label: UNDECIDED, count: 1 },
    ])
  })

  it('counts as still walking whoever is neither at a minimum nor gone', () => {
    const tallies = tallyOfCensus({ at: Int32Array.of(3120, 0), diverged: 12 }, 3372)
    expect(tallies).toEqual([
      { label: 0, count: 3120 },
      { label: 1, count: 0 },
      { label: DIVERGED, count: 12 },
      { label: UNDECIDED, count: 240 },
    ])
    expect(sayCensus(tallies, minima)).toBe('3,120 at (3, 2), 12 diverged, 240 still walking')
  })

  it('keeps the eight minima that most end at, in their order, and loses nobody', () => {
    const tallies = [
      ...Array.from({ length: 20 }, (_, label) => ({ label, count: label % 2 === 0 ? 100 + label : label })),
      { label: DIVERGED, count: 0 },
      { label: UNDECIDED, count: 7 },
    ]
    const { shown, minimaLeftOut, countLeftOut } = shortTally(tallies)
    expect(shown.map(({ label }) => label)).toEqual([4, 6, 8, 10, 12, 14, 16, 18, UNDECIDED])
    expect(minimaLeftOut).toBe(12)
    const sum = (list: readonly { readonly count: number }[]) => list.reduce((total, { count }) => total + count, 0)
    expect(sum(shown) + countLeftOut).toBe(sum(tallies))
  })

  it.each([
    [0, '(3, 2)'],
    [1, '(−2, 1)'],
    [DIVERGED, 'diverged'],
    [UNDECIDED, 'undecided'],
  ])('calls label %d %s', (label, name) => {
    expect(placeName(label, minima)).toBe(name)
  })

  it.each([
    [0, 100, '0.0 %'],
    [1, 3, '33.3 %'],
    [1, 262_144, '< 0.1 %'],
    [5, 5, '100.0 %'],
    [0, 0, '0.0 %'],
  ])('%d of %d is %s', (count, total, text) => {
    expect(percent(count, total)).toBe(text)
  })

  it('groups thousands', () => {
    expect(formatCount(100_000)).toBe('100,000')
  })
})
