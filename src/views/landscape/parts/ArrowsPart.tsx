import { useFrame } from '@react-three/fiber'
import { useMemo } from 'react'
import { Arrows, arrowMaterial } from '../arrows'
import type { Block } from '../block'
import { samePlace } from '../critical-marks'
import { ARROWS } from '../layers'
import type { LandscapeProps } from '../props'
import { createSlope } from '../slopes'
import { useStage } from '../stage'
import { addPrincipalDirections, addSlopes } from '../walker-arrows'
import { useDisposable } from './use-disposable'

interface Props extends Pick<LandscapeProps, 'climbers' | 'playback' | 'highlighted'> {
  readonly block: Block
}

/** The slope under the climbers' feet, and the ways down and up of the saddle that stands out. */
export function ArrowsPart({ block, climbers, playback, highlighted }: Props) {
  const stage = useStage()
  const arrows = useMemo(() => new Arrows(16), [])
  const scratch = useMemo(createSlope, [])
  useDisposable(() => arrows.geometry, [arrows])
  const material = useDisposable(() => arrowMaterial(stage.screen, true), [stage])

  useFrame(() => {
    arrows.begin()
    for (const { point } of stage.marks) {
      const standsOut = point === stage.hovered || (highlighted != null && samePlace(block, point, highlighted))
      if (standsOut && point.kind === 'saddle') addPrincipalDirections(arrows, block, point)
    }
    const { step } = playback.getState()
    addSlopes(arrows, block, stage.camera.position, climbers, stage.places, step, scratch)
    arrows.end()
  })
  return <mesh geometry={arrows.geometry} material={material} frustumCulled={false} layers={ARROWS} renderOrder={15} />
}
