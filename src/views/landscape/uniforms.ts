import {
  ClampToEdgeWrapping,
  Color,
  DataTexture,
  FloatType,
  LinearFilter,
  NearestFilter,
  RGBAFormat,
  RGFormat,
  SRGBColorSpace,
  Vector2,
  Vector3,
  Vector4,
} from 'three'
import { COLORS, type ColormapName, colormap } from '../colormap'
import type { Overlay } from '../overlays'
import type { Theme } from '../theme'
import { roundStep } from '../ticks'
import { BASE, type Block, HEIGHT, scaleX, scaleZ, worldX, worldZ } from './block'
import { SHADE_SIZE } from './shade'

/** Uniforms that block and ground share. One set a landscape: new surfaces and themes replace values, never a shader. */
export interface BlockUniforms {
  readonly uField: { value: DataTexture }
  readonly uShade: { value: DataTexture }
  /** 0 before the light of this surface is baked, 1 after. */
  readonly uShadeMix: { value: number }
  readonly uColors: { value: DataTexture }
  /** A picture over the ground; see `Overlay`. */
  readonly uOverlay: { value: DataTexture }
  readonly uOverlayMix: { value: number }
  readonly uBlock: { value: Vector3 }
  readonly uBase: { value: number }
  readonly uIsolines: { value: Vector3 }
  readonly uLines: { value: number }
  /** Device pixels of a CSS pixel. */
  readonly uLine: { value: number }
  readonly uPaper: { value: Color }
  readonly uPale: { value: number }
  readonly uStrata: { value: Vector4 }
  readonly uInk: { value: Color }
  readonly uGrid: { value: number }
  readonly uShadow: { value: number }
  /** How much of the block stands on the ground: a surface with holes casts less of a shadow. */
  readonly uFooting: { value: number }
  readonly uTicks: { value: Vector4 }
  readonly uNear: { value: Vector2 }
  readonly [name: string]: { value: unknown }
}

/** About so many numbers along each axis. */
export const TICKS = 5

export function createBlockUniforms(map: ColormapName): BlockUniforms {
  const colors = new DataTexture(colormap(map), COLORS, 1, RGBAFormat)
  colors.colorSpace = SRGBColorSpace
  colors.magFilter = colors.minFilter = LinearFilter
  colors.wrapS = ClampToEdgeWrapping
  colors.needsUpdate = true
  return {
    uField: { value: fieldTexture(new Float32Array(16), 2) },
    uShade: { value: shadeTexture(new Uint8Array(SHADE_SIZE * SHADE_SIZE * 2)) },
    uShadeMix: { value: 0 },
    uColors: { value: colors },
    uOverlay: { value: overlayTexture(new Uint8Array(4), 1, false) },
    uOverlayMix: { value: 0 },
    uBlock: { value: new Vector3(1, 1, HEIGHT) },
    uBase: { value: BASE },
    uIsolines: { value: new Vector3(1, 0, 5) },
    uLines: { value: 1 },
    uLine: { value: 1 },
    uPaper: { value: new Color() },
    uPale: { value: 0.6 },
    uStrata: { value: new Vector4() },
    uInk: { value: new Color() },
    uGrid: { value: 0.1 },
    uShadow: { value: 0.3 },
    uFooting: { value: 1 },
    uTicks: { value: new Vector4(1, 0, 1, 0) },
    uNear: { value: new Vector2(1, 1) },
  }
}

export function setBlock(uniforms: BlockUniforms, block: Block): void {
  const { field, texels, isolines } = block
  const texture = uniforms.uField.value
  if (texture.image.width === field.size) {
    texture.image.data = texels
    texture.needsUpdate = true
  } else {
    texture.dispose()
    uniforms.uField.value = fieldTexture(texels, field.size)
  }
  uniforms.uFooting.value = field.holes ? 0.45 : 1
  uniforms.uBlock.value.set(block.halfX, block.halfZ, HEIGHT)
  uniforms.uIsolines.value.set(isolines.perUnit, isolines.offset, isolines.every)
  const { x, y } = block.surface.domain
  uniforms.uTicks.value.set(
    roundStep((x[1] - x[0]) / TICKS) * scaleX(block),
    worldX(block, nearestTick(x)),
    roundStep((y[1] - y[0]) / TICKS) * scaleZ(block),
    worldZ(block, nearestTick(y)),
  )
}

/** A tick near the domain's middle: counted from there, lines keep their precision wherever the domain lies. */
function nearestTick([low, high]: readonly [number, number]): number {
  const step = roundStep((high - low) / TICKS)
  return Math.round((low + high) / 2 / step) * step
}

export function setShade(uniforms: BlockUniforms, shade: Uint8Array<ArrayBuffer>): void {
  uniforms.uShade.value.image.data = shade
  uniforms.uShade.value.needsUpdate = true
}

export function setOverlay(uniforms: BlockUniforms, overlay: Overlay | null): void {
  uniforms.uOverlayMix.value = overlay === null ? 0 : 1
  if (overlay === null) return
  const { size, rgba, smooth = false } = overlay
  const texture = uniforms.uOverlay.value
  if (texture.image.width === size && texture.magFilter === filterOf(smooth)) {
    texture.image.data = rgba
    texture.needsUpdate = true
  } else {
    texture.dispose()
    uniforms.uOverlay.value = overlayTexture(rgba, size, smooth)
  }
}

export function setTheme(uniforms: BlockUniforms, theme: Theme): void {
  uniforms.uPaper.value.set(theme.paper)
  uniforms.uInk.value.set(theme.ink)
  uniforms.uGrid.value = theme.name === 'light' ? 0.11 : 0.022
  uniforms.uPale.value = theme.name === 'light' ? 0.62 : 0.42
  if (theme.name === 'light') uniforms.uStrata.value.set(0.015, 0.04, 0.06, 0.15)
  else uniforms.uStrata.value.set(0.5, 0.62, 0.8, 0.022)
  uniforms.uShadow.value = theme.name === 'light' ? 0.5 : 0.85
}

export function disposeBlockUniforms(uniforms: BlockUniforms): void {
  for (const { value } of [uniforms.uField, uniforms.uShade, uniforms.uColors, uniforms.uOverlay]) value.dispose()
}

function fieldTexture(texels: Float32Array<ArrayBuffer>, size: number): DataTexture {
  const texture = new DataTexture(texels, size, size, RGBAFormat, FloatType)
  texture.minFilter = texture.magFilter = NearestFilter
  texture.needsUpdate = true
  return texture
}

function shadeTexture(bytes: Uint8Array<ArrayBuffer>): DataTexture {
  const texture = new DataTexture(bytes, SHADE_SIZE, SHADE_SIZE, RGFormat)
  texture.minFilter = texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}

const filterOf = (smooth: boolean) => (smooth ? LinearFilter : NearestFilter)

function overlayTexture(rgba: Uint8Array<ArrayBuffer>, size: number, smooth: boolean): DataTexture {
  const texture = new DataTexture(rgba, size, size, RGBAFormat)
  texture.colorSpace = SRGBColorSpace
  texture.minFilter = texture.magFilter = filterOf(smooth)
  texture.needsUpdate = true
  return texture
}
