import fc from 'fast-check'
import { PerspectiveCamera, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { BASE, HEIGHT } from '../../../src/views/landscape/block'
import {
  direction,
  FIELD_OF_VIEW,
  fitBlock,
  freeRectangle,
  NEAREST,
  type Pose,
  poseOf,
  TARGET,
} from '../../../src/views/landscape/framing'
import type { Insets } from '../../../src/views/landscape/props'

/** The eight corners on the canvas, in CSS pixels, as a camera sees them that is set up as the rig sets it up. */
function cornersOnCanvas(pose: Pose, size: { width: number; height: number }, insets: Insets, half = { x: 1, z: 1 }) {
  const { distance, shiftX, shiftY } = fitBlock(pose, size, insets, half)
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, size.width / size.height, 0.1, 40)
  direction(pose, camera.position).multiplyScalar(distance).add(TARGET)
  if (pose.elevation > 89.9) camera.up.set(0, 0, -1)
  camera.setViewOffset(size.width, size.height, shiftX, shiftY, size.width, size.height)
  camera.lookAt(TARGET)
  camera.updateMatrixWorld()
  return Array.from({ length: 8 }, (_, k) => {
    const at = new Vector3((k & 1 ? 1 : -1) * half.x, k & 4 ? HEIGHT * 0.9 : -BASE, (k & 2 ? 1 : -1) * half.z).project(
      camera,
    )
    return { x: ((at.x + 1) / 2) * size.width, y: ((1 - at.y) / 2) * size.height }
  })
}

test('whatever the panels leave free, all eight corners lie in it, and the block fills it one way', () => {
  fc.assert(
    fc.property(
      fc.record({
        width: fc.integer({ min: 360, max: 2560 }),
        height: fc.integer({ min: 360, max: 1600 }),
        left: fc.double({ min: 0, max: 0.3, noNaN: true }),
        right: fc.double({ min: 0, max: 0.3, noNaN: true }),
        top: fc.double({ min: 0, max: 0.3, noNaN: true }),
        bottom: fc.double({ min: 0, max: 0.3, noNaN: true }),
        azimuth: fc.integer({ min: -180, max: 180 }),
        elevation: fc.integer({ min: 5, max: 89 }),
        halfX: fc.double({ min: 0.5, max: 1, noNaN: true }),
      }),
      ({ width, height, left, right, top, bottom, azimuth, elevation, halfX }) => {
        const size = { width, height }
        const insets = { left: left * width, right: right * width, top: top * height, bottom: bottom * height }
        const free = freeRectangle(size, insets)
        const corners = cornersOnCanvas({ azimuth, elevation, zoom: 1 }, size, insets, { x: halfX, z: 1 })
        const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
        const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
        expect(box.left).toBeGreaterThanOrEqual(free.x - free.width / 2 - 1)
        expect(box.right).toBeLessThanOrEqual(free.x + free.width / 2 + 1)
        expect(box.top).toBeGreaterThanOrEqual(free.y - free.height / 2 - 1)
        expect(box.bottom).toBeLessThanOrEqual(free.y + free.height / 2 + 1)
        // Room for the numbers is left on every side, and no more than that on the tighter one.
        const slack = Math.min(free.width - (box.right - box.left), free.height - (box.bottom - box.top))
        const { distance } = fitBlock({ azimuth, elevation, zoom: 1 }, size, insets, { x: halfX, z: 1 })
        const isTight = Math.min(free.width, free.height) > 200 && distance > NEAREST
        if (isTight) expect(slack).toBeLessThanOrEqual(62 + 1e-6)
        expect((box.left + box.right) / 2).toBeCloseTo(free.x, 0)
      },
    ),
  )
})

test('seen from above, x runs right and y runs up', () => {
  const [southWest, southEast, northWest] = [2, 3, 0].map(
    (k) => cornersOnCanvas(poseOf('top'), { width: 800, height: 600 }, { left: 0, right: 0, top: 0, bottom: 0 })[k]!,
  )
  expect(southEast!.x).toBeGreaterThan(southWest!.x)
  expect(southEast!.y).toBeCloseTo(southWest!.y, 6)
  expect(northWest!.y).toBeLessThan(southWest!.y)
})

test('a free rectangle is never smaller than a thumb', () => {
  const { width, height } = freeRectangle({ width: 300, height: 200 }, { left: 200, right: 200, top: 150, bottom: 150 })
  expect([width, height]).toEqual([60, 60])
})
