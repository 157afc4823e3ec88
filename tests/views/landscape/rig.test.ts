// @vitest-environment happy-dom
import { PerspectiveCamera, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { FIELD_OF_VIEW, type Pose, poseOf } from '../../../src/views/landscape/framing'
import { reportedPose, samePose } from '../../../src/views/landscape/reported-pose'
import { Rig } from '../../../src/views/landscape/rig'

const size = { width: 1440, height: 900 }
const insets = { left: 320, right: 320, top: 60, bottom: 150 }

function rigged() {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.1, 40)
  const canvas = document.createElement('div')
  const reports: Pose[] = []
  const rig = new Rig({ camera, canvas, invalidate: () => undefined, onRest: (pose) => reports.push(pose) })
  rig.setMotion(true, false)
  rig.layout(size, insets)
  rig.look(poseOf('isometric'))
  /** As many frames as a flight takes, and some more. */
  const settle = () => {
    for (let frame = 0; frame < 5; frame++) rig.update(performance.now() + 10_000)
  }
  settle()
  const onCanvas = (x: number, y: number, z: number) => {
    const at = new Vector3(x, y, z).project(camera)
    return { x: ((at.x + 1) / 2) * size.width, y: ((1 - at.y) / 2) * size.height }
  }
  return { rig, camera, reports, settle, onCanvas }
}

function expectPose(pose: Pose, expected: Pose) {
  expect(pose.azimuth).toBeCloseTo(expected.azimuth, 3)
  expect(pose.elevation).toBeCloseTo(expected.elevation, 3)
  expect(pose.zoom).toBeCloseTo(expected.zoom, 3)
}

test('the first look is there at once; a later one flies, the short way round, and is not reported', () => {
  const { rig, reports, settle } = rigged()
  expectPose(rig.pose(), poseOf('isometric'))
  rig.look({ azimuth: 170, elevation: 20, zoom: 2 })
  expect(rig.moving).toBe(true)
  settle()
  expect(rig.moving).toBe(false)
  const { azimuth, ...rest } = rig.pose()
  expect((azimuth + 360) % 360).toBeCloseTo(170, 3)
  expectPose({ azimuth: 0, ...rest }, { azimuth: 0, elevation: 20, zoom: 2 })
  expect(reports).toEqual([])
})

test('turning and zooming by key is reported once the camera rests, and ends at the limits', () => {
  const { rig, reports, settle } = rigged()
  rig.orbit(10, 200)
  rig.zoom(1.5)
  settle()
  expect(reports).toHaveLength(1)
  expect(reports[0]!.azimuth).toBeCloseTo(-22, 3)
  expect(reports[0]!.elevation).toBeCloseTo(89.9, 1)
  for (let k = 0; k < 30; k++) rig.zoom(0.5)
  settle()
  expect(rig.pose().zoom).toBeGreaterThan(0.3)
})

test('when panels close the block is framed anew, from the same side and as large in proportion', () => {
  const { rig, settle, reports } = rigged()
  rig.zoom(1.4)
  settle()
  const before = rig.pose()
  const near = rig.distance
  rig.layout(size, { left: 0, right: 0, top: 0, bottom: 0 })
  settle()
  expectPose(rig.pose(), before)
  expect(rig.distance).toBeLessThan(near)
  expect(reports).toHaveLength(1)
})

test('a place that is flown to comes into the middle of what the panels leave free', () => {
  const { rig, settle, onCanvas } = rigged()
  rig.flyTo(0.5, 0.2, -0.4)
  settle()
  const { x, y } = onCanvas(0.5, 0.2, -0.4)
  expect(x).toBeCloseTo((320 + 1120) / 2, 0)
  expect(y).toBeCloseTo((60 + 750) / 2, 0)
})

test('with reduced motion the camera jumps', () => {
  const { rig } = rigged()
  rig.setMotion(false, false)
  rig.look(poseOf('low'))
  expect(rig.moving).toBe(false)
  expectPose(rig.pose(), poseOf('low'))
})

test('a reported pose is short to write, and known again when it comes back', () => {
  const pose = reportedPose({ azimuth: 732.0412, elevation: 35.9999, zoom: 1.00049 })
  expect(pose).toEqual({ azimuth: 12, elevation: 36, zoom: 1 })
  expect(samePose(pose, { ...pose })).toBe(true)
  expect(samePose(pose, 'isometric')).toBe(false)
  expect(samePose('low', 'low')).toBe(true)
})
