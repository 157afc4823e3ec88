import { PerspectiveCamera } from 'three'
import { expect, test } from 'vitest'
import { AxisLayout, axisLabels, nearSides } from '../../../src/views/landscape/axis-layout'
import { direction, FIELD_OF_VIEW, TARGET } from '../../../src/views/landscape/framing'
import { Sprites } from '../../../src/views/landscape/sprites'
import { ground } from './fixtures'

function cameraAt(azimuth: number, elevation: number, distance = 5): PerspectiveCamera {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, 1.6, 0.1, 40)
  direction({ azimuth, elevation, zoom: 1 }, camera.position).multiplyScalar(distance).add(TARGET)
  camera.lookAt(TARGET)
  camera.updateMatrixWorld()
  return camera
}

test.each([
  ['two round numbers apart', [-2, 2], ['−2', '−1', '0', '1', '2']],
  ['with as many digits as tell them apart', [1000, 1000.4], ['1000', '1000.1', '1000.2', '1000.3', '1000.4']],
] as const)('numbers stand %s', (_, [low, high], texts) => {
  const { block } = ground('x', { x: [low, high], y: [0, 1] }, 9)
  const numbers = axisLabels(block).filter(({ axis, isName }) => axis === 'x' && !isName)
  expect(numbers.map(({ text }) => text)).toEqual(texts)
})

test.each([
  [-32, { x: -1, y: 1 }],
  [32, { x: 1, y: 1 }],
  [150, { x: 1, y: -1 }],
  [-150, { x: -1, y: -1 }],
  // Along an axis: the left side, as in a printed figure.
  [0, { x: -1, y: 1 }],
  [180, { x: 1, y: -1 }],
])('seen from azimuth %i, the sides nearest the viewer bear the numbers', (azimuth, sides) => {
  const near = { x: 0, y: 0 }
  nearSides(cameraAt(azimuth, 36), near)
  expect(near).toEqual(sides)
})

test('far away, numbers are thinned out, and every one that is left stands outside the foot of the block', () => {
  const { block } = ground('x', { x: [-5, 5], y: [-5, 5] }, 9)
  const labels = axisLabels(block)
  const boxes = labels.map(() => ({ u: 0, v: 0, du: 0, dv: 0, halfWidth: 10, halfHeight: 8 }))
  const count = (distance: number) => {
    const sprites = new Sprites()
    sprites.begin()
    const camera = cameraAt(-32, 36, distance)
    const near = { x: 0, y: 0 }
    nearSides(camera, near)
    new AxisLayout().place(sprites, block, labels, boxes, camera, near, 1440, 900)
    sprites.end()
    return sprites.geometry.drawRange.count / 6
  }
  expect(count(5)).toBe(labels.length)
  expect(count(30)).toBeLessThan(labels.length)
  expect(count(30)).toBeGreaterThanOrEqual(4)
})
