import type { BufferAttribute } from 'three'
import { expect, test } from 'vitest'
import { MOST, Swarm } from '../../../src/views/landscape/swarm'
import { createBlockUniforms } from '../../../src/views/landscape/uniforms'

const swarm = () => new Swarm(createBlockUniforms('terrain'), { value: 1 })
const attribute = ({ geometry }: Swarm, name: string) => geometry.getAttribute(name) as BufferAttribute

test('a moment of the swarm is drawn from its own arrays, uploaded again only under a new version', () => {
  const each = swarm()
  const positions = new Float32Array(2000)
  each.show({ count: 1000, positions, version: 1 })
  expect(each.geometry.drawRange.count).toBe(1000)
  const first = attribute(each, 'position')
  expect(first.array).toBe(positions)
  const uploads = first.version
  each.show({ count: 600, positions, version: 1 })
  expect(attribute(each, 'position')).toBe(first)
  expect(first.version).toBe(uploads)
  each.show({ count: 600, positions, version: 2 })
  expect(first.version).toBe(uploads + 1)
  expect(each.geometry.drawRange.count).toBe(600)
})

test('other arrays replace the buffers, and null shows nobody', () => {
  const each = swarm()
  each.show({ count: 10, positions: new Float32Array(20), version: 1 })
  const positions = new Float32Array(40)
  const colors = new Uint8Array(60)
  each.show({ count: 20, positions, colors, version: 1 })
  expect(attribute(each, 'position').array).toBe(positions)
  expect(attribute(each, 'color').array).toBe(colors)
  expect(attribute(each, 'color').normalized).toBe(true)
})

test('of a swarm that is gone nothing is kept, and another one is drawn', () => {
  const each = swarm()
  each.show({ count: 10, positions: new Float32Array(20), colors: new Uint8Array(30), version: 1 })
  let disposals = 0
  each.geometry.addEventListener('dispose', () => disposals++)
  each.show(null)
  expect(each.isEmpty).toBe(true)
  expect(Object.keys(each.geometry.attributes)).toEqual([])
  expect(disposals).toBe(1)
  const positions = new Float32Array(40)
  each.show({ count: 20, positions, version: 1 })
  expect(attribute(each, 'position').array).toBe(positions)
  expect(each.isEmpty).toBe(false)
})

test('no more climbers are drawn than there are places for, nor than the limit', () => {
  const each = swarm()
  each.show({ count: 50, positions: new Float32Array(20), version: 1 })
  expect(each.geometry.drawRange.count).toBe(10)
  each.show({ count: MOST + 5, positions: new Float32Array(2 * MOST + 10), version: 2 })
  expect(each.geometry.drawRange.count).toBe(MOST)
})
