import { useFrame } from '@react-three/fiber'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Sketch, SketchesAt } from '../../overlays'
import { Arrows, arrowMaterial } from '../arrows'
import type { Block } from '../block'
import { MOVING } from '../layers'
import type { LandscapeProps } from '../props'
import { addSketch } from '../sketch-lines'
import { spriteMaterial } from '../sprite-material'
import { Sprites } from '../sprites'
import { useStage } from '../stage'
import { useDisposable } from './use-disposable'

interface Props {
  readonly block: Block
  readonly playback: LandscapeProps['playback']
  readonly sketches: SketchesAt
}

/** What optimizers try in the current step. */
export default function SketchesPart({ block, playback, sketches }: Props) {
  const stage = useStage()
  const arrows = useMemo(() => new Arrows(64), [])
  const dots = useMemo(() => new Sprites(16), [])
  useDisposable(() => arrows.geometry, [arrows])
  useDisposable(() => dots.geometry, [dots])
  const strokes = useDisposable(() => arrowMaterial(stage.screen, false, 0.5), [stage])
  const marks = useDisposable(() => spriteMaterial({ ...stage.screen, uText: { value: null } }), [stage])
  const drawn = useRef<readonly Sketch[] | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn
  useLayoutEffect(() => {
    drawn.current = null
    stage.invalidate()
  }, [stage, block, sketches])
  // What was drawn goes with this part.
  useLayoutEffect(() => stage.invalidate, [stage])

  useFrame(() => {
    const list = sketches(playback.getState().step)
    if (list === drawn.current && !stage.cameraMoved) return
    drawn.current = list
    arrows.begin()
    dots.begin()
    for (const sketch of list) addSketch(arrows, dots, block, stage.camera.position, sketch)
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
