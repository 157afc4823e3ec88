import { useFrame } from '@react-three/fiber'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { CriticalPoint } from '../../../analysis/types'
import { nameOf } from '../../name-of'
import type { Block } from '../block'
import { addMarks, type CriticalMark, criticalMarks, hideMarks, markSize, samePlace } from '../critical-marks'
import { flagsOf } from '../flags'
import { freeRectangle } from '../framing'
import { MOVING } from '../layers'
import { NameTags } from '../name-tags'
import type { LandscapeProps } from '../props'
import { spriteMaterial } from '../sprite-material'
import { Sprites } from '../sprites'
import { useStage } from '../stage'
import { addFlags, addWalkers } from '../walker-marks'
import { useDisposable } from './use-disposable'

interface Props extends Pick<LandscapeProps, 'climbers' | 'selected' | 'theme' | 'height' | 'names'> {
  readonly block: Block
  readonly points: readonly CriticalPoint[]
  readonly highlighted: LandscapeProps['highlighted']
}

/** Everything that stands on the ground: critical points, start flags, the climbers, their names and outcomes. */
export function MarksPart(props: Props) {
  const { block, points, highlighted, climbers, selected, theme, height, names = true } = props
  const stage = useStage()
  const sprites = useMemo(() => new Sprites(64), [])
  useDisposable(() => sprites.geometry, [sprites])
  const tags = useDisposable(() => new NameTags(), [])
  const material = useDisposable(
    () => spriteMaterial({ ...stage.screen, uText: { value: tags.texture } }),
    [stage, tags],
  )
  const unseen = useRef(true)

  useLayoutEffect(() => {
    stage.marks = criticalMarks(block, points)
    stage.hovered = null
    unseen.current = true
    stage.invalidate()
  }, [stage, block, points])

  useLayoutEffect(() => {
    stage.flags = flagsOf(block, climbers, height)
    stage.invalidate()
  }, [stage, block, climbers, height])

  const texts = names ? climbers.map(nameOf).join('\n') : ''
  useLayoutEffect(() => {
    tags.set(texts === '' ? [] : texts.split('\n'), theme)
    stage.invalidate()
  }, [stage, tags, texts, theme])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands out is drawn anew
  useLayoutEffect(() => stage.invalidate(), [stage, selected, highlighted])

  useFrame(() => {
    const { camera, marks } = stage
    if (stage.cameraMoved || unseen.current) hideMarks(marks, block, camera.position)
    unseen.current = false
    const free = freeRectangle(stage.size, stage.insets)
    const half = markSize(marks.length, Math.min(free.width, free.height))
    const standsOut = ({ point }: CriticalMark) =>
      point === stage.hovered || (highlighted != null && samePlace(block, point, highlighted))
    stage.markHalf = half
    sprites.begin()
    addMarks(sprites, marks, half, standsOut)
    addFlags(sprites, block, camera.position, stage.flags, selected)
    addWalkers(sprites, block, camera.position, climbers, stage.places, selected)
    tags.add(sprites, stage, climbers, selected)
    sprites.end()
  })
  return <mesh geometry={sprites.geometry} material={material} frustumCulled={false} layers={MOVING} renderOrder={20} />
}
