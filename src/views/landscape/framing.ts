import { PerspectiveCamera, Vector3 } from 'three'
import type { CameraChoice } from '../../scene/types'
import { BASE, HEIGHT } from './block'
import type { Insets } from './props'

/** Direction from which the block is seen, in degrees; azimuth 0 looks along y, zoom 1 fits the free rectangle. */
export interface Pose {
  readonly azimuth: number
  readonly elevation: number
  readonly zoom: number
}

const named: Readonly<Record<'isometric' | 'top' | 'low', Pose>> = {
  isometric: { azimuth: -32, elevation: 41, zoom: 1 },
  top: { azimuth: 0, elevation: 90, zoom: 1 },
  low: { azimuth: -28, elevation: 14, zoom: 1 },
}

export const poseOf = (choice: CameraChoice): Pose => (typeof choice === 'string' ? named[choice] : choice)

/** Vertical angle of view in degrees. */
export const FIELD_OF_VIEW = 30

/** What the camera looks at: the middle of the relief. */
export const TARGET = new Vector3(0, HEIGHT * 0.3, 0)

export interface Size {
  readonly width: number
  readonly height: number
}

/** The free rectangle, in pixels from the left and top edge; never smaller than a thumb. */
export function freeRectangle(size: Size, insets: Insets) {
  const width = Math.max(size.width - insets.left - insets.right, 60)
  const height = Math.max(size.height - insets.top - insets.bottom, 60)
  return { width, height, x: insets.left + width / 2, y: insets.top + height / 2 }
}

/** The camera never comes nearer to the block's middle than this, in world units. */
export const NEAREST = 1.6

/** Room for numbers beside the block's foot, in CSS pixels. */
const NUMBERS = 26

export interface Fit {
  /** From camera to target, in world units. */
  readonly distance: number
  /** How far the picture is moved, in pixels right and down, to centre the block in the free rectangle. */
  readonly shiftX: number
  readonly shiftY: number
}

/**
 * The distance at which the block just fits into the free rectangle, and the shift of the picture that centres it there.
 * Found on a camera of its own by projecting the block's corners.
 */
export function fitBlock(
  pose: Pose,
  size: Size,
  insets: Insets,
  half: { readonly x: number; readonly z: number },
): Fit {
  const free = freeRectangle(size, insets)
  const room = { width: Math.max(free.width - 2 * NUMBERS, 40), height: Math.max(free.height - 2 * NUMBERS, 40) }
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, size.width / size.height, 0.1, 100)
  let distance = 5
  let box = outline(camera, pose, distance, half)
  // The size on the screen is nearly inverse to the distance, and less so the nearer it is: from low above the ground it
  // takes dozens of corrections to settle.
  for (let k = 0; k < 60; k++) {
    const width = ((box.right - box.left) / 2) * size.width
    const height = ((box.top - box.bottom) / 2) * size.height
    distance = Math.max(distance * Math.max(width / room.width, height / room.height), NEAREST)
    box = outline(camera, pose, distance, half)
  }
  const centreX = ((box.left + box.right) / 4 + 0.5) * size.width
  const centreY = (0.5 - (box.top + box.bottom) / 4) * size.height
  // The numbers hang below the block: it stands a little higher.
  const lift = 0.15 * NUMBERS * Math.cos((pose.elevation * Math.PI) / 180)
  return { distance, shiftX: centreX - free.x, shiftY: centreY - free.y + lift }
}

/** From the target towards the camera. */
export function direction({ azimuth, elevation }: Pose, out = new Vector3()): Vector3 {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180]
  return out.set(Math.cos(e) * Math.sin(a), Math.sin(e), Math.cos(e) * Math.cos(a))
}

/** Bounds of the block's eight corners on the screen, in normalised device coordinates. */
function outline(
  camera: PerspectiveCamera,
  pose: Pose,
  distance: number,
  half: { readonly x: number; readonly z: number },
) {
  direction(pose, camera.position).multiplyScalar(distance).add(TARGET)
  // From straight above, "up" would be undefined: north is up.
  camera.up.set(0, pose.elevation > 89.9 ? 0 : 1, pose.elevation > 89.9 ? -1 : 0)
  camera.lookAt(TARGET)
  camera.updateMatrixWorld()
  const box = { left: 9, right: -9, top: -9, bottom: 9 }
  const at = new Vector3()
  for (let corner = 0; corner < 8; corner++) {
    const y = corner & 4 ? HEIGHT * 0.9 : -BASE
    at.set((corner & 1 ? 1 : -1) * half.x, y, (corner & 2 ? 1 : -1) * half.z).project(camera)
    box.left = Math.min(box.left, at.x)
    box.right = Math.max(box.right, at.x)
    box.top = Math.max(box.top, at.y)
    box.bottom = Math.min(box.bottom, at.y)
  }
  return box
}
