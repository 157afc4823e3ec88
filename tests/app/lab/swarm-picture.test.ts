import { expect, it } from 'vitest'
import { createSwarmPicture } from '../../../src/app/lab/swarm-picture'
import type { LiveFrame } from '../../../src/store/swarm'

const frame = (version: number, ...positions: number[]): LiveFrame => ({
  count: positions.length / 2,
  positions: Float32Array.from(positions),
  version,
  taken: version,
  moving: true,
  census: null,
  minima: [],
})

it('paints everyone in one colour, in buffers of its own that it keeps', () => {
  const picture = createSwarmPicture('#f4623a')
  const live = frame(1, 1, 2, 3, 4)
  const first = picture(live)
  expect(first).toMatchObject({ count: 2, version: 1, positions: Float32Array.of(1, 2, 3, 4) })
  expect(first.colors).toEqual(Uint8Array.of(0xf4, 0x62, 0x3a, 0xf4, 0x62, 0x3a))
  // The live buffer goes back to the worker.
  live.positions.fill(9)
  expect(first.positions).toEqual(Float32Array.of(1, 2, 3, 4))
  const second = picture(frame(2, 5, 6, 7, 8))
  expect(second.positions).toBe(first.positions)
  expect(second).toMatchObject({ version: 2, positions: Float32Array.of(5, 6, 7, 8) })
})

it('makes room for another swarm', () => {
  const picture = createSwarmPicture('#ffffff')
  picture(frame(1, 1, 2, 3, 4))
  const other = picture(frame(2, 1, 2, 3, 4, Number.NaN, 6))
  expect(other.count).toBe(3)
  expect(other.positions).toHaveLength(6)
  expect(other.colors).toHaveLength(9)
})
