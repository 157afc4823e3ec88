import { useFrame } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Overlay } from '../../overlays'
import type { Theme } from '../../theme'
import type { Block } from '../block'
import { blockGeometry } from '../block-geometry'
import { blockMaterial } from '../block-material'
import { groundGeometry, groundMaterial } from '../ground'
import { bakeNow, ShadeBaker } from '../shade-baker'
import { useStage } from '../stage'
import { setBlock, setOverlay, setShade, setTheme } from '../uniforms'
import { useDisposable } from './use-disposable'

/** More samples than this along a side are drawn on a mesh no finer than this: silhouettes gain nothing. */
const FINEST_MESH = 257
const FADE_S = 0.2

interface Props {
  readonly block: Block
  readonly theme: Theme
  readonly contours: boolean
  readonly overlay: Overlay | null
}

/** The block of landscape and the paper it stands on. */
export function BlockPart({ block, theme, contours, overlay }: Props) {
  const stage = useStage()
  const { uniforms } = stage
  const meshSize = Math.min(block.field.size, FINEST_MESH)
  const geometry = useDisposable(() => blockGeometry(meshSize), [meshSize])
  const material = useDisposable(() => blockMaterial(uniforms), [uniforms])
  const paperGeometry = useDisposable(groundGeometry, [])
  const paperMaterial = useDisposable(() => groundMaterial(uniforms), [uniforms])

  useLayoutEffect(() => {
    setBlock(uniforms, block)
    stage.touch()
  }, [stage, uniforms, block])

  useLayoutEffect(() => {
    setTheme(uniforms, theme)
    uniforms.uLines.value = contours ? 1 : 0
    stage.touch()
  }, [stage, uniforms, theme, contours])

  useLayoutEffect(() => {
    setOverlay(uniforms, overlay)
    stage.touch()
  }, [stage, uniforms, overlay])

  useShade(block)
  return (
    <>
      <mesh geometry={paperGeometry} material={paperMaterial} frustumCulled={false} renderOrder={-1} />
      <mesh geometry={geometry} material={material} frustumCulled={false} />
    </>
  )
}

/** Bakes the relief's own light between frames, and fades it in where it belongs to another landscape. */
function useShade(block: Block): void {
  const stage = useStage()
  const { uShadeMix } = stage.uniforms
  const formula = useRef<string>(undefined)
  const fading = useRef(false)
  const baker = useMemo(
    () =>
      new ShadeBaker((shade) => {
        setShade(stage.uniforms, shade)
        fading.current = uShadeMix.value < 1
        stage.touch()
      }),
    [stage, uShadeMix],
  )
  useEffect(() => () => baker.dispose(), [baker])
  useLayoutEffect(() => {
    if (stage.software) {
      // Another picture of the block costs more than its light: it is baked at once, and drawn with it.
      setShade(stage.uniforms, bakeNow(block))
      uShadeMix.value = 1
      return
    }
    if (formula.current !== block.surface.formula) uShadeMix.value = 0
    formula.current = block.surface.formula
    baker.request(block)
  }, [stage, baker, uShadeMix, block])
  useFrame((_, seconds) => {
    if (!fading.current) return
    uShadeMix.value = Math.min(uShadeMix.value + Math.min(seconds, 0.05) / FADE_S, 1)
    fading.current = uShadeMix.value < 1
    stage.touch()
  })
}
