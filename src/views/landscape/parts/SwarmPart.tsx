import { useFrame } from '@react-three/fiber'
import { useLayoutEffect, useRef } from 'react'
import type { Points } from 'three'
import type { Block } from '../block'
import { MOVING } from '../layers'
import { useStage } from '../stage'

/** The swarm that the page shows through `LandscapeHandle.setSwarm`. */
export function SwarmPart({ block }: { readonly block: Block }) {
  const { swarm, invalidate } = useStage()
  const points = useRef<Points>(null)
  useLayoutEffect(() => {
    swarm.block = block
    invalidate()
  }, [swarm, invalidate, block])
  useFrame(() => {
    if (points.current !== null) points.current.visible = !swarm.isEmpty
  })
  return (
    <points
      ref={points}
      geometry={swarm.geometry}
      material={swarm.material}
      frustumCulled={false}
      layers={MOVING}
      renderOrder={14}
    />
  )
}
