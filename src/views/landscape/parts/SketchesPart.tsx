import { useFrame } from '@react-three/fiber'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Sketch } from '../../overlays'
import { Arrows, arrowMaterial } from '../arrows'
import type { Block } from '../block'
import { MOVING } from '../layers'
import { addSketch } from '../sketch-lines'
import { spriteMaterial } from '../sprite-material'
import { Sprites } from '../sprites'
import { useStage } from '../stage'
import { useDisposable } from './use-disposable'

interface Props {
  readonly block: Block
  readonly sketches: readonly Sketch[]
}

/** What optimizers try in the current step. */
export function SketchesPart({ block, sketches }: Props) {
  const stage = useStage()
  const arrows = useMemo(() => new Arrows(64), [])
  const dots = useMemo(() => new Sprites(16), [])
  useDisposable(() => arrows.geometry, [arrows])
  useDisposable(() => dots.geometry, [dots])
  const strokes = useDisposable(() => arrowMaterial(stage.screen, false, 0.5), [stage])
  const marks = useDisposable(() => spriteMaterial({ ...stage.screen, uText: { value: null } }), [stage])
  const stale = useRef(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn
  useLayoutEffect(() => {
    stale.current = true
    stage.invalidate()
  }, [stage, block, sketches])

  useFrame(() => {
    if (!stale.current && !stage.cameraMoved) return
    stale.current = false
    arrows.begin()
    dots.begin()
    for (const sketch of sketches) addSketch(arrows, dots, block, stage.camera.position, sketch)
    arrows.end()
    dots.end()
  })
  return (
    <>
      <mesh geometry={arrows.geometry} material={strokes} frustumCulled={false} layers={MOVING} renderOrder={13} />
      <mesh geometry={dots.geometry} material={marks} frustumCulled={false} layers={MOVING} renderOrder={14} />
    </>
  )
}
