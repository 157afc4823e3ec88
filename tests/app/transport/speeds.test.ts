import { expect, test } from 'vitest'
import { MULTIPLES, multipleText, speedsWith } from '../../../src/app/transport/speeds'
import { DEFAULT_SPEED } from '../../../src/store/playback-store'

test('the menu offers multiples of the speed at which scenes begin', () => {
  expect(speedsWith(DEFAULT_SPEED).map(multipleText)).toEqual(['0.25×', '0.5×', '1×', '2×', '4×', '8×', '16×'])
})

test('a speed that was set elsewhere is in the menu, in its place', () => {
  const speeds = speedsWith(10)
  expect(speeds).toContain(10)
  expect(speeds.length).toBe(MULTIPLES.length + 1)
  expect(speeds).toEqual([...speeds].sort((a, b) => a - b))
  expect(multipleText(10)).toBe('0.42×')
})
