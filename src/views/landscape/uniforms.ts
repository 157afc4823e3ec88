import {
  ClampToEdgeWrapping,
  DataTexture,
  FloatType,
  LinearFilter,
  NearestFilter,
  RGBAFormat,
  RGFormat,
  SRGBColorSpace,
  Vector2,
  Vector3,
} from 'three'
import { COLORS, elevationColors } from '../colormap'
import { ISOLINES } from '../height'
import { BASE, type Block, HEIGHT } from './block'
import { bakeShade, SHADE_SIZE } from './shade'

/** Uniforms that terrain and walls share. One set per landscape: a new surface replaces values, never a shader. */
export interface BlockUniforms {
  readonly uField: { value: DataTexture }
  readonly uShade: { value: DataTexture }
  readonly uColors: { value: DataTexture }
  readonly uSpan: { value: Vector2 }
  readonly uMapping: { value: Vector3 }
  readonly uBlock: { value: Vector3 }
  readonly uBase: { value: number }
  /** Number of isolines, or 0 for none. */
  readonly uIsolines: { value: number }
  readonly [name: string]: { value: unknown }
}

export function createBlockUniforms(): BlockUniforms {
  const colors = new DataTexture(elevationColors(), COLORS, 1, RGBAFormat)
  colors.colorSpace = SRGBColorSpace
  colors.magFilter = colors.minFilter = LinearFilter
  colors.wrapS = ClampToEdgeWrapping
  colors.needsUpdate = true
  return {
    uField: { value: fieldTexture(new Float32Array(16), 2) },
    uShade: { value: shadeTexture(new Uint8Array(2), 1) },
    uColors: { value: colors },
    uSpan: { value: new Vector2(1, 1) },
    uMapping: { value: new Vector3(0, 1, 0) },
    uBlock: { value: new Vector3(1, 1, HEIGHT) },
    uBase: { value: BASE },
    uIsolines: { value: ISOLINES },
  }
}

export function updateBlockUniforms(uniforms: BlockUniforms, block: Block): void {
  const { field, mapping, surface } = block
  const texels = new Float32Array(field.size * field.size * 4)
  for (let k = 0; k < field.f.length; k++) {
    texels[4 * k] = field.f[k]!
    texels[4 * k + 1] = field.fx[k]!
    texels[4 * k + 2] = field.fy[k]!
  }
  uniforms.uField.value.dispose()
  uniforms.uField.value = fieldTexture(texels, field.size)
  uniforms.uShade.value.dispose()
  uniforms.uShade.value = shadeTexture(bakeShade(block), SHADE_SIZE)
  uniforms.uSpan.value.set(surface.domain.x[1] - surface.domain.x[0], surface.domain.y[1] - surface.domain.y[0])
  uniforms.uMapping.value.set(mapping.min, mapping.range, mapping.steepness)
  uniforms.uBlock.value.set(block.halfX, block.halfZ, HEIGHT)
}

export function disposeBlockUniforms(uniforms: BlockUniforms): void {
  for (const { value } of [uniforms.uField, uniforms.uShade, uniforms.uColors]) value.dispose()
}

function fieldTexture(texels: Float32Array<ArrayBuffer>, size: number): DataTexture {
  const texture = new DataTexture(texels, size, size, RGBAFormat, FloatType)
  texture.minFilter = texture.magFilter = NearestFilter
  texture.needsUpdate = true
  return texture
}

function shadeTexture(bytes: Uint8Array<ArrayBuffer>, size: number): DataTexture {
  const texture = new DataTexture(bytes, size, size, RGFormat)
  texture.minFilter = texture.magFilter = LinearFilter
  texture.unpackAlignment = 1
  texture.needsUpdate = true
  return texture
}
