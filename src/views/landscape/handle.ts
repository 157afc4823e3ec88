import type { SwarmFrame } from '../overlays'
import { capture } from './capture'
import { poseOf } from './framing'
import type { LandscapeHandle, LandscapeProps } from './props'
import type { Stage } from './stage'

/** What the page may ask of a landscape, also before it is mounted and where there is no WebGL. `props` gives the latest. */
export function landscapeHandle(
  stage: () => Stage | undefined,
  props: () => LandscapeProps,
  /** Where the swarm is kept that was shown last: a stage that comes later shows it too. */
  swarm: { current: SwarmFrame | null },
): LandscapeHandle {
  const pick = (at: { readonly x: number; readonly y: number } | undefined) =>
    (at && stage()?.pick(at.x, at.y, props().height)) ?? null
  return {
    orbit: (azimuth, elevation) => stage()?.rig.orbit(azimuth, elevation),
    zoom: (factor) => stage()?.rig.zoom(factor),
    flyTo(x, y) {
      const at = stage()?.onGround(x, y)
      if (at !== undefined) stage()?.rig.flyTo(at.x, at.y, at.z)
    },
    reset() {
      const ready = stage()
      ready?.rig.look(poseOf(ready.asked))
    },
    pickAt: (clientX, clientY) => pick(stage()?.fromWindow(clientX, clientY)),
    pickCentre: () => pick(stage()?.centre()),
    centre: () => stage()?.centre() ?? { x: 0, y: 0 },
    setSwarm(frame) {
      swarm.current = frame
      stage()?.swarm.show(frame)
      stage()?.invalidate()
    },
    toBlob({ scale = 1, type = 'image/png' } = {}) {
      const ready = stage()
      if (ready === undefined) return Promise.reject(new Error('there is no 3-D picture on this page'))
      return capture(ready, scale, type)
    },
  }
}
