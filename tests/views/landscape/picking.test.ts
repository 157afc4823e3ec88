import fc from 'fast-check'
import { PerspectiveCamera, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { HEIGHT, smoothUnit, worldX, worldZ } from '../../../src/views/landscape/block'
import { direction, FIELD_OF_VIEW, TARGET } from '../../../src/views/landscape/framing'
import { isHidden, pick } from '../../../src/views/landscape/picking'
import { ground } from './fixtures'

function cameraAt(azimuth: number, elevation: number): PerspectiveCamera {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, 1.6, 0.1, 40)
  direction({ azimuth, elevation, zoom: 1 }, camera.position).multiplyScalar(5).add(TARGET)
  camera.lookAt(TARGET)
  camera.updateMatrixWorld()
  return camera
}

const hilly = ground('sin(2 x) cos(2 y) + 0.1 x^2')

test('what is picked is ground on the line of sight, and from above it is the place itself, to the last digits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1.9, max: 1.9, noNaN: true }),
      fc.double({ min: -1.9, max: 1.9, noNaN: true }),
      fc.integer({ min: -180, max: 180 }),
      fc.integer({ min: 25, max: 89 }),
      (x, y, azimuth, elevation) => {
        const { block, height } = hilly
        const camera = cameraAt(azimuth, elevation)
        const inWorld = (u: number, v: number) =>
          new Vector3(worldX(block, u), block.mapping.toUnit(height(u, v)) * HEIGHT, worldZ(block, v))
        const place = inWorld(x, y)
        fc.pre(!isHidden(block, camera.position, place.x, place.y, place.z))
        const at = place.clone().project(camera)
        const hit = pick(block, camera, at.x, at.y, height)
        fc.pre(hit !== undefined)
        const seen = inWorld(hit!.x, hit!.y).project(camera)
        expect(Math.hypot(seen.x - at.x, seen.y - at.y)).toBeLessThan(2e-3)
        // A grazing ray may meet another fold first; from above it meets the ground once.
        if (elevation < 75) return
        expect(hit!.x).toBeCloseTo(x, 4)
        expect(hit!.y).toBeCloseTo(y, 4)
      },
    ),
    { numRuns: 300 },
  )
})

test('beside the block and on its walls there is no ground', () => {
  const { block } = hilly
  const camera = cameraAt(0, 20)
  expect(pick(block, camera, 0.98, 0.9)).toBeUndefined()
  const wall = new Vector3(0, -0.1, 1).project(camera)
  expect(pick(block, camera, wall.x, wall.y)).toBeUndefined()
})

test('a hole is no ground, and what lies behind it is found', () => {
  const { block } = ground('log(x)', { x: [-2, 2], y: [-2, 2] })
  const camera = cameraAt(0, 60)
  const at = new Vector3(worldX(block, -1), 0.3, 0).project(camera)
  expect(pick(block, camera, at.x, at.y)).toBeUndefined()
})

test('a ridge hides what stands behind it, and nothing hides what stands before it', () => {
  const { block } = ground('exp(-8 x^2)')
  const eye = new Vector3(5, 0.9, 0)
  const seat = (x: number) => {
    const X = worldX(block, x)
    return [X, smoothUnit(block, X, 0) * HEIGHT, 0] as const
  }
  expect(isHidden(block, eye, ...seat(-0.8))).toBe(true)
  expect(isHidden(block, eye, ...seat(0.8))).toBe(false)
  expect(isHidden(block, eye, ...seat(0))).toBe(false)
  expect(isHidden(block, new Vector3(-0.8, 5, 0), ...seat(-0.8))).toBe(false)
})
