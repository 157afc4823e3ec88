import { useLayoutEffect } from 'react'
import type { Block } from '../block'
import { MOVING } from '../compositor'
import { useStage } from '../stage'

/** The swarm that the page shows through `LandscapeHandle.setSwarm`. */
export function SwarmPart({ block }: { readonly block: Block }) {
  const { swarm, invalidate } = useStage()
  useLayoutEffect(() => {
    swarm.block = block
    invalidate()
  }, [swarm, invalidate, block])
  return (
    <points
      geometry={swarm.geometry}
      material={swarm.material}
      frustumCulled={false}
      layers={MOVING}
      renderOrder={14}
    />
  )
}
