import {
  Color,
  DataTexture,
  GreaterDepth,
  LessEqualDepth,
  LinearFilter,
  RedFormat,
  RepeatWrapping,
  ShaderMaterial,
  type Vector2,
} from 'three'
import { type Identity, identities } from '../theme'
import { encodeGlsl } from './glsl'
import { OUTSIDE } from './trail-points'

const LOOKS = identities.length

const vertexShader = /* glsl */ `
  attribute vec3 end;
  attribute vec4 timing;   // step at both ends, length of the trail at both ends
  attribute vec2 corner;   // which end, which side
  attribute float who;
  uniform vec3 uBlock;
  uniform vec2 uResolution;  // device pixels
  uniform float uStep;
  uniform float uWidth;      // CSS pixels
  uniform float uPixelRatio;
  uniform float uSelected;
  varying vec2 vOffset;      // pixels along and across, from the piece's start
  varying float vPixels;     // the piece's length in pixels
  varying vec2 vAlong;       // length of the trail at the start, and a pixel
  varying float vFade;
  varying float vRadius;
  flat varying int vLook;

  void main() {
    float reached = clamp((uStep - timing.x) / max(timing.y - timing.x, 1e-6), 0.0, 1.0);
    vec3 tip = mix(position, end, reached);
    vec4 a = projectionMatrix * viewMatrix * vec4(position, 1.0);
    vec4 b = projectionMatrix * viewMatrix * vec4(tip, 1.0);
    vec2 pixels = (b.xy / b.w - a.xy / a.w) * uResolution * 0.5;
    vPixels = length(pixels);
    vec2 direction = vPixels > 1e-4 ? pixels / vPixels : vec2(1.0, 0.0);
    vec2 across = vec2(-direction.y, direction.x);
    vRadius = 0.5 * uWidth * uPixelRatio * (abs(who - uSelected) < 0.5 ? 1.25 : 1.0);
    float reach = vRadius + 1.0;
    float outward = corner.x < 0.5 ? -reach : reach;
    vec4 at = corner.x < 0.5 ? a : b;
    at.xy += (direction * outward + across * corner.y * reach) / uResolution * 2.0 * at.w;
    vOffset = vec2(corner.x < 0.5 ? outward : vPixels + outward, corner.y * reach);
    vAlong = vec2(timing.z, (timing.w - timing.z) * reached / max(vPixels, 1e-4));
    vLook = int(mod(who, ${LOOKS}.0) + 0.5);
    vec3 there = corner.x < 0.5 ? position : tip;
    vec2 beyond = abs(there.xz) - uBlock.xy;
    vFade = 1.0 - smoothstep(0.25, ${OUTSIDE.toFixed(2)}, max(beyond.x, beyond.y));
    // Behind the eye, or not yet walked: no area at all.
    gl_Position = a.w <= 0.0 || b.w <= 0.0 || uStep <= timing.x ? vec4(2.0, 2.0, 2.0, 1.0) : at;
  }
`

const fragmentShader = /* glsl */ `
  ${encodeGlsl}
  uniform vec3 uColor[${LOOKS}];
  uniform float uPeriod[${LOOKS}];   // length of the dash pattern in CSS pixels
  uniform sampler2D uDashes;         // row by row: distance from the drawn parts, see dashTexture
  uniform float uDashUnit;           // CSS pixels a world unit of trail
  uniform float uPixelRatio;
  uniform vec3 uHalo;
  uniform float uIsHalo;
  uniform float uOpacity;
  uniform float uCaps;
  varying vec2 vOffset;
  varying float vPixels;
  varying vec2 vAlong;
  varying float vFade;
  varying float vRadius;
  flat varying int vLook;

  void main() {
    float beyond = max(max(-vOffset.x, vOffset.x - vPixels), 0.0);
    // Round joints overlap: where the line is translucent they would show as beads.
    if (uCaps < 0.5 && beyond > 0.0) discard;
    float along = (vAlong.x + clamp(vOffset.x, 0.0, vPixels) * vAlong.y) * uDashUnit;
    // Distance from the nearest drawn dash, in pattern pixels, then in pixels of the screen at this slant.
    float gap = texture(uDashes, vec2(along / uPeriod[vLook], (float(vLook) + 0.5) / ${LOOKS}.0)).r * 255.0 - 128.0;
    gap = max(gap / 8.0, 0.0) / max(vAlong.y * uDashUnit, 1e-3);
    float distance = length(vec2(max(beyond, gap), vOffset.y));
    float coverage = 1.0 - smoothstep(vRadius - 0.5, vRadius + 0.5, distance);
    if (uIsHalo > 0.5) {
      // The halo runs on through the gaps, fainter.
      float bare = 1.0 - smoothstep(vRadius - 0.5, vRadius + 0.5, length(vec2(beyond, vOffset.y)));
      coverage = max(coverage, 0.34 * bare);
    }
    float alpha = coverage * uOpacity * vFade;
    if (alpha < 0.01) discard;
    gl_FragColor = vec4(encoded(uIsHalo > 0.5 ? uHalo : uColor[vLook]), alpha);
  }
`

/** Texels a row of the dash texture. */
const DASH_TEXELS = 128

/**
 * Dash patterns, one row an identity, one period a row: the distance to the nearest drawn part in eighths of a pixel plus 128.
 * Drawn parts are shortened by the round caps that the line's thickness adds.
 */
export function dashTexture(looks: readonly Identity[], cap: number): DataTexture {
  const bytes = new Uint8Array(looks.length * DASH_TEXELS)
  looks.forEach(({ dash }, row) => {
    const period = dashPeriod(dash)
    for (let i = 0; i < DASH_TEXELS; i++) {
      const distance = dash.length === 0 ? 0 : dashDistance(dash, period, ((i + 0.5) / DASH_TEXELS) * period, cap)
      bytes[row * DASH_TEXELS + i] = Math.min(Math.max(Math.round(128 + 8 * distance), 0), 255)
    }
  })
  const texture = new DataTexture(bytes, DASH_TEXELS, looks.length, RedFormat)
  texture.wrapS = RepeatWrapping
  texture.minFilter = texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}

export const dashPeriod = (dash: readonly number[]) => dash.reduce((sum, part) => sum + part, 0) || 1

function dashDistance(dash: readonly number[], period: number, at: number, cap: number): number {
  let begin = 0
  let nearest = period
  for (let k = 0; k < dash.length; k += 2) {
    const half = Math.max(dash[k]! / 2 - cap, 0)
    const offset = Math.abs(at - (begin + dash[k]! / 2))
    nearest = Math.min(nearest, Math.min(offset, period - offset) - half)
    begin += dash[k]! + dash[k + 1]!
  }
  return nearest
}

export interface TrailUniforms {
  readonly uResolution: { value: Vector2 }
  readonly uPixelRatio: { value: number }
  readonly uStep: { value: number }
  readonly uSelected: { value: number }
  readonly uDashUnit: { value: number }
  readonly uColor: { value: Color[] }
  readonly uPeriod: { value: number[] }
  readonly uDashes: { value: DataTexture }
  readonly uHalo: { value: Color }
  readonly uBlock: { value: unknown }
}

/** Thickness of a trail in CSS pixels. */
const WIDTH = 2.8

/** Uniforms of all passes; `shared` are the landscape's own resolution, pixel ratio and block. */
export function createTrailUniforms(
  shared: Pick<TrailUniforms, 'uResolution' | 'uPixelRatio' | 'uBlock'>,
): TrailUniforms {
  return {
    ...shared,
    uStep: { value: 0 },
    uSelected: { value: -1 },
    uDashUnit: { value: 300 },
    uColor: { value: identities.map(({ color }) => new Color(color)) },
    uPeriod: { value: identities.map(({ dash }) => dashPeriod(dash)) },
    uDashes: { value: dashTexture(identities, WIDTH / 2) },
    uHalo: { value: new Color('#0a0e15') },
  }
}

export type TrailPass = 'halo' | 'line' | 'ghost'

export const trailPasses: readonly TrailPass[] = ['ghost', 'halo', 'line']

/** The dark rim, the line itself, or its faint ghost where the ground hides it. */
export function trailMaterial(uniforms: TrailUniforms, pass: TrailPass): ShaderMaterial {
  const width = pass === 'halo' ? WIDTH + 1.9 : WIDTH
  return new ShaderMaterial({
    name: 'trail',
    uniforms: {
      ...uniforms,
      uIsHalo: { value: pass === 'halo' ? 1 : 0 },
      uWidth: { value: width },
      uOpacity: { value: pass === 'ghost' ? 0.28 : pass === 'halo' ? 0.85 : 1 },
      uCaps: { value: pass === 'ghost' ? 0 : 1 },
    },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    depthFunc: pass === 'ghost' ? GreaterDepth : LessEqualDepth,
  })
}
