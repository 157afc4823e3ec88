import type { CameraChoice } from '../../scene/types'
import type { Pose } from './framing'

/** A pose with as many digits as a person can tell apart: it stands in the scene and in the link. */
export const reportedPose = ({ azimuth, elevation, zoom }: Pose): Pose => ({
  azimuth: round(azimuth - 360 * Math.round(azimuth / 360), 1),
  elevation: round(elevation, 1),
  zoom: round(zoom, 3),
})

export function samePose(a: CameraChoice, b: CameraChoice): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return a.azimuth === b.azimuth && a.elevation === b.elevation && a.zoom === b.zoom
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))
