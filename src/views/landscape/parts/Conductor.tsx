import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { CameraChoice } from '../../../scene/types'
import type { Block } from '../block'
import { poseOf } from '../framing'
import type { LandscapeProps } from '../props'
import { samePose } from '../reported-pose'
import { useStage } from '../stage'
import { placeAt } from '../walk'

interface Props
  extends Pick<LandscapeProps, 'climbers' | 'playback' | 'height' | 'theme' | 'insets' | 'reducedMotion'> {
  readonly block: Block
  readonly camera: CameraChoice
}

/**
 * Keeps the stage in step with the properties, moves camera and climbers before the other parts look at them, and draws
 * after they have. It stands first among the parts, so that they find the stage as this rendering wants it.
 */
export function Conductor({ block, camera, climbers, playback, height, theme, insets, reducedMotion }: Props) {
  const stage = useStage()
  const size = useThree((state) => state.size)
  const pixelRatio = useThree((state) => state.viewport.dpr)
  const looking = useRef<CameraChoice>(undefined)

  // Before anything else: what is left to do until the first frame is done meanwhile.
  useLayoutEffect(() => stage.compositor.compile(), [stage])

  useLayoutEffect(() => {
    stage.block = block
    stage.rig.block = block
    stage.setClimbers(climbers.length)
    stage.walked = climbers.every(({ trajectory, problem }) => trajectory !== null || problem !== null)
    stage.invalidate()
  }, [stage, block, climbers])

  useLayoutEffect(() => stage.setTheme(theme), [stage, theme])
  useLayoutEffect(() => stage.rig.setMotion(!reducedMotion, !stage.software), [stage, reducedMotion])

  const { left, right, top, bottom } = insets
  useLayoutEffect(() => {
    stage.resize(size, pixelRatio)
    stage.insets = { left, right, top, bottom }
    stage.rig.layout(stage.size, stage.insets)
    stage.invalidate()
  }, [stage, size, pixelRatio, left, right, top, bottom])

  useLayoutEffect(() => {
    const before = looking.current
    looking.current = camera
    if (before !== undefined && samePose(before, camera)) return
    // What the viewer has just turned to comes back as a property: the camera is there already.
    if (typeof camera !== 'string' && stage.reported !== null && samePose(stage.reported, camera)) return
    stage.asked = camera
    stage.rig.look(poseOf(camera))
  }, [stage, camera])

  useEffect(
    () =>
      playback.subscribe((now, before) => {
        if (now.step !== before.step) stage.invalidate()
      }),
    [stage, playback],
  )

  useFrame(() => {
    stage.rig.update(performance.now())
    stage.watchCamera()
    const { step } = playback.getState()
    for (let n = 0; n < stage.places.length; n++) {
      const walk = climbers[n]?.trajectory
      if (walk) placeAt(stage.block, walk, height, step, stage.places[n]!)
    }
  }, -1)

  useFrame(() => stage.draw(), 1)
  return null
}
