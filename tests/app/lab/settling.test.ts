import { describe, expect, it } from 'vitest'
import { createSettling, isSettled } from '../../../src/app/lab/settling'
import type { LiveFrame } from '../../../src/store/swarm'

/** A frame of ten climbers, `arrived` of whom are at the one minimum. */
const frame = (taken: number, arrived: number | null, more: Partial<LiveFrame> = {}): LiveFrame => ({
  count: 10,
  positions: new Float32Array(20),
  version: taken,
  taken,
  moving: true,
  census: arrived === null ? null : { at: Int32Array.of(arrived), diverged: 0 },
  minima: [],
  ...more,
})

describe('when a swarm has settled', () => {
  it.each([
    ['before they are counted', frame(30, null), false],
    ['where somebody still walks', frame(30, 9), false],
    ['where everyone has arrived', frame(30, 10), true],
    ['where the rest has diverged', frame(30, 4, { census: { at: Int32Array.of(4), diverged: 6 } }), true],
    ['where nobody can move any more', frame(30, 4, { moving: false }), true],
  ])('%s: %o', (_, given, expected) => {
    expect(isSettled(given)).toBe(expected)
  })

  it('waits for three counts in a row that find nobody walking', () => {
    const isOver = createSettling()
    const counts = [10, 10, 9, 10, 10, 10]
    expect(counts.map((arrived, k) => isOver(frame(15 * (k + 1), arrived)))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ])
  })

  it('does not take one count for many', () => {
    const isOver = createSettling()
    const { census } = frame(15, 10)
    for (let taken = 15; taken < 30; taken++) expect(isOver(frame(taken, 10, { census }))).toBe(false)
  })

  it('does not wait for ever for those who never rest', () => {
    const isOver = createSettling()
    expect(isOver(frame(100, 0))).toBe(false)
    expect(isOver(frame(6099, 0))).toBe(false)
    expect(isOver(frame(6100, 0))).toBe(true)
  })

  it('stops at once when nobody can move', () => {
    expect(createSettling()(frame(3, 0, { moving: false }))).toBe(true)
  })
})
