import { useFrame } from '@react-three/fiber'
import { useLayoutEffect, useMemo } from 'react'
import type { Climber } from '../../../store/types'
import type { Block } from '../block'
import { GHOSTS, TRAILS } from '../layers'
import type { LandscapeProps } from '../props'
import { useStage } from '../stage'
import { TrailGeometry } from '../trail-geometry'
import { createTrailUniforms, trailMaterial, trailPasses } from '../trail-material'
import { trailPoints } from '../trail-points'
import { useDisposable } from './use-disposable'
import { useSameList } from './use-same-list'

/** Corners that all trails of a landscape have at most, together. */
const BUDGET = 48_000
const LEAST = 1500

interface Props {
  readonly block: Block
  readonly climbers: readonly Climber[]
  readonly selected: number
  readonly playback: LandscapeProps['playback']
  readonly height: LandscapeProps['height']
}

/** Where the climbers have walked: a dark rim, the line, and its ghost behind ridges. */
export function TrailsPart({ block, climbers, selected, playback, height }: Props) {
  const stage = useStage()
  const trails = useDisposable(() => new TrailGeometry(), [])
  const uniforms = useMemo(() => createTrailUniforms({ ...stage.screen, uBlock: stage.uniforms.uBlock }), [stage])
  useDisposable(() => uniforms.uDashes.value, [uniforms])
  const materials = useDisposable(() => {
    const passes = trailPasses.map((pass) => trailMaterial(uniforms, pass))
    return {
      passes,
      dispose: () =>
        passes.forEach((material) => {
          material.dispose()
        }),
    }
  }, [uniforms])

  const walks = useSameList(climbers.map(({ trajectory }) => trajectory))
  useLayoutEffect(() => {
    const budget = Math.max(Math.floor(BUDGET / Math.max(walks.length, 1)), LEAST)
    trails.set(walks.map((walk) => (walk === null ? [] : trailPoints(block, walk, height, budget))))
    stage.invalidate()
  }, [stage, trails, block, height, walks])

  useLayoutEffect(() => {
    uniforms.uSelected.value = selected
    stage.invalidate()
  }, [stage, uniforms, selected])

  useFrame(() => {
    const { step } = playback.getState()
    uniforms.uStep.value = step
    trails.show(step)
    uniforms.uDashUnit.value = dashUnit(stage.camera, stage.rig.distance, stage.size.height)
  })
  return materials.passes.map((material, n) => (
    <mesh
      key={trailPasses[n]}
      geometry={trails.geometry}
      material={material}
      frustumCulled={false}
      layers={trailPasses[n] === 'ghost' ? GHOSTS : TRAILS}
      renderOrder={10 + n}
    />
  ))
}

/**
 * CSS pixels of a world unit at the middle of the picture, rounded to a power of two: dashes keep about their size on
 * the screen, and do not crawl along the trail while the camera turns.
 */
function dashUnit({ fov }: { fov: number }, distance: number, height: number): number {
  const exact = height / (2 * distance * Math.tan((fov * Math.PI) / 360))
  return 2 ** Math.round(Math.log2(exact))
}
