import { PerspectiveCamera, Vector3 } from 'three'
import type { CameraChoice } from '../../scene/types'
import { BASE, HEIGHT } from './block'

/** Space that panels take from the canvas, in CSS pixels. */
export interface Insets {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Direction from which the block is seen, in degrees; zoom 1 fits it into the free rectangle. */
export interface Pose {
  readonly azimuth: number
  readonly elevation: number
  readonly zoom: number
}

const named: Readonly<Record<'isometric' | 'top' | 'low', Pose>> = {
  isometric: { azimuth: 32, elevation: 36, zoom: 1 },
  top: { azimuth: 0, elevation: 89, zoom: 1 },
  low: { azimuth: 28, elevation: 16, zoom: 1 },
}

export const poseOf = (choice: CameraChoice): Pose => (typeof choice === 'string' ? named[choice] : choice)

/** What the camera looks at: the middle of the relief. */
export const TARGET = new Vector3(0, HEIGHT * 0.28, 0)

/** From the target towards the camera. */
export function direction({ azimuth, elevation }: Pose): Vector3 {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180]
  return new Vector3(Math.cos(e) * Math.sin(a), Math.sin(e), Math.cos(e) * Math.cos(a))
}

/** Room for axis numbers around the block, in world units. */
const MARGIN = 0.16

/**
 * The distance at which the block just fits into the free rectangle, and the shift of the picture that centres it there.
 * Both are found on a copy of the camera by projecting the block's corners.
 */
export function fit(
  pose: Pose,
  size: { readonly width: number; readonly height: number },
  insets: Insets,
  half: { readonly x: number; readonly z: number },
  fov: number,
): { readonly distance: number; readonly shiftX: number; readonly shiftY: number } {
  const free = {
    width: Math.max(size.width - insets.left - insets.right, 80),
    height: Math.max(size.height - insets.top - insets.bottom, 80),
  }
  const camera = new PerspectiveCamera(fov, size.width / size.height, 0.1, 100)
  let distance = 6
  let box = project(camera, pose, distance, half)
  // The size on the screen is nearly inverse to the distance: a few corrections settle it.
  for (let k = 0; k < 8; k++) {
    const width = ((box.right - box.left) / 2) * size.width
    const height = ((box.top - box.bottom) / 2) * size.height
    distance = Math.max(distance * Math.max(width / free.width, height / free.height), 1.2)
    box = project(camera, pose, distance, half)
  }
  const centreX = ((box.left + box.right) / 4 + 0.5) * size.width
  const centreY = (0.5 - (box.top + box.bottom) / 4) * size.height
  return {
    distance: distance / pose.zoom,
    shiftX: centreX - (insets.left + free.width / 2),
    shiftY: centreY - (insets.top + free.height / 2),
  }
}

function project(
  camera: PerspectiveCamera,
  pose: Pose,
  distance: number,
  half: { readonly x: number; readonly z: number },
) {
  camera.position.copy(TARGET).addScaledVector(direction(pose), distance)
  camera.lookAt(TARGET)
  camera.updateMatrixWorld()
  const box = { left: 9, right: -9, top: -9, bottom: 9 }
  for (let corner = 0; corner < 8; corner++) {
    const low = (corner & 4) === 0
    const margin = low ? MARGIN : 0
    const x = (corner & 1 ? 1 : -1) * (half.x + margin)
    const z = (corner & 2 ? 1 : -1) * (half.z + margin)
    const at = new Vector3(x, low ? -BASE : HEIGHT, z).project(camera)
    box.left = Math.min(box.left, at.x)
    box.right = Math.max(box.right, at.x)
    box.top = Math.max(box.top, at.y)
    box.bottom = Math.min(box.bottom, at.y)
  }
  return box
}
