import { useFrame } from '@react-three/fiber'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Theme } from '../../theme'
import { AxisLayout, axisLabels, axisTexts, nearSides } from '../axis-layout'
import type { Block } from '../block'
import { MOVING } from '../layers'
import { spriteMaterial } from '../sprite-material'
import { Sprites } from '../sprites'
import { useStage } from '../stage'
import { TextAtlas, type TextBox } from '../text-atlas'
import { useDisposable } from './use-disposable'

interface Props {
  readonly block: Block
  readonly theme: Theme
}

/** Numbers and names along the two sides of the block that face the viewer. */
export function AxesPart({ block, theme }: Props) {
  const stage = useStage()
  const { domain } = block.surface
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels depend on the domain alone
  const labels = useMemo(() => axisLabels(block), [domain.x[0], domain.x[1], domain.y[0], domain.y[1]])
  const atlas = useDisposable(() => new TextAtlas(), [])
  const sprites = useMemo(() => new Sprites(labels.length), [labels])
  const layout = useMemo(() => new AxisLayout(), [])
  const boxes = useRef<TextBox[]>([])
  const stale = useRef(true)
  const drawnAt = useRef(0)
  const material = useDisposable(
    () => spriteMaterial({ ...stage.screen, uText: { value: atlas.texture } }),
    [stage, atlas],
  )
  useDisposable(() => sprites.geometry, [sprites])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the labels show and how
  useLayoutEffect(() => {
    stale.current = true
    stage.touch()
  }, [stage, labels, theme])

  useFrame(() => {
    const ratio = stage.uPixelRatio.value
    if (stale.current || ratio !== drawnAt.current) {
      boxes.current = atlas.set(axisTexts(labels, theme.soft, theme.paper), ratio)
      drawnAt.current = ratio
    } else if (!stage.cameraMoved) return
    stale.current = false
    const near = stage.uniforms.uNear.value
    nearSides(stage.camera, near)
    sprites.begin()
    layout.place(sprites, block, labels, boxes.current, stage.camera, near, stage.size.width, stage.size.height)
    sprites.end()
  })
  // Not part of the still picture, whose smoothing shifts it by parts of a pixel: text would blur.
  return <mesh geometry={sprites.geometry} material={material} frustumCulled={false} layers={MOVING} renderOrder={5} />
}
