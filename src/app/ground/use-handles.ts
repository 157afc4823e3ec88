import { type Ref, useMemo } from 'react'
import type { LandscapeHandle } from '../../views/landscape/props'
import type { SwarmFrame } from '../../views/overlays'
import { useGround } from '../page-context'

export interface Handles {
  readonly attachLandscape: Ref<LandscapeHandle>
  readonly attachMap: Ref<LandscapeHandle>
}

/** Makes whatever views there are answer as the page's one ground. */
export function useHandles(): Handles {
  const ground = useGround()
  return useMemo(() => {
    let landscape: LandscapeHandle | null = null
    let map: LandscapeHandle | null = null
    // Where the swarm stands: a view that comes later shows it too.
    let swarm: SwarmFrame | null = null
    const offer = (arrived: LandscapeHandle | null) => {
      if (swarm !== null) arrived?.setSwarm(swarm)
      const views = landscape !== null && map !== null ? together(landscape, map) : (landscape ?? map)
      ground.current = views && {
        ...views,
        setSwarm: (frame) => {
          swarm = frame
          views.setSwarm(frame)
        },
      }
    }
    return {
      attachLandscape: (handle) => {
        landscape = handle
        offer(handle)
      },
      attachMap: (handle) => {
        map = handle
        offer(handle)
      },
    }
  }, [ground])
}

/** Side by side, both show a place that is asked for; all else is the landscape's. */
const together = (landscape: LandscapeHandle, map: LandscapeHandle): LandscapeHandle => ({
  orbit: (azimuth, elevation) => landscape.orbit(azimuth, elevation),
  zoom: (factor) => landscape.zoom(factor),
  flyTo: (x, y) => {
    landscape.flyTo(x, y)
    map.flyTo(x, y)
  },
  reset: () => {
    landscape.reset()
    map.reset()
  },
  pickAt: (clientX, clientY) => landscape.pickAt(clientX, clientY) ?? map.pickAt(clientX, clientY),
  pickCentre: () => landscape.pickCentre(),
  centre: () => landscape.centre(),
  setSwarm: (frame) => {
    landscape.setSwarm(frame)
    map.setSwarm(frame)
  },
  toBlob: (options) => landscape.toBlob(options),
})
