import { useLayoutEffect, useMemo } from 'react'
import { Arrows, arrowMaterial } from '../arrows'
import type { Block } from '../block'
import { fillSlopeField } from '../slope-field'
import { useStage } from '../stage'
import { useDisposable } from './use-disposable'

/** The gradient as a layer: arrows of descent all over the ground, part of the still picture. */
export function SlopeFieldPart({ block }: { readonly block: Block }) {
  const stage = useStage()
  const arrows = useMemo(() => new Arrows(512), [])
  useDisposable(() => arrows.geometry, [arrows])
  const material = useDisposable(() => arrowMaterial(stage.screen, false, 0.8), [stage])
  useLayoutEffect(() => {
    fillSlopeField(arrows, block)
    stage.touch()
    return () => stage.touch()
  }, [stage, arrows, block])
  return <mesh geometry={arrows.geometry} material={material} frustumCulled={false} renderOrder={2} />
}
