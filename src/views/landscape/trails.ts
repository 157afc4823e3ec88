import { BufferAttribute, BufferGeometry, Color, GreaterDepth, LessEqualDepth, ShaderMaterial, Vector2 } from 'three'
import type { Identity } from '../theme'
import type { TrailPoint } from './trail-points'

/** Climbers that one draw call can tell apart; more share looks in turn. */
export const LOOKS = 8

/**
 * All trails in one geometry: each piece is a quad, its four corners given by `corner` and placed on the screen by the
 * vertex shader. Playback only moves the uniform `uStep`.
 */
export function trailGeometry(trails: readonly (readonly TrailPoint[])[]): BufferGeometry {
  const pieces = trails.reduce((sum, points) => sum + Math.max(points.length - 1, 0), 0)
  const start = new Float32Array(pieces * 12)
  const end = new Float32Array(pieces * 12)
  const timing = new Float32Array(pieces * 16)
  const corner = new Float32Array(pieces * 12)
  const index = new Uint32Array(pieces * 6)
  let n = 0
  trails.forEach((points, climber) => {
    for (let k = 1; k < points.length; k++) {
      const [a, b] = [points[k - 1]!, points[k]!]
      for (let c = 0; c < 4; c++) {
        start.set([a.x, a.y, a.z], (4 * n + c) * 3)
        end.set([b.x, b.y, b.z], (4 * n + c) * 3)
        timing.set([a.step, b.step, a.along, b.along], (4 * n + c) * 4)
        corner.set([c & 1, (c >> 1) * 2 - 1, climber % LOOKS], (4 * n + c) * 3)
      }
      index.set([4 * n, 4 * n + 1, 4 * n + 2, 4 * n + 1, 4 * n + 3, 4 * n + 2], 6 * n)
      n++
    }
  })
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(start, 3))
  geometry.setAttribute('end', new BufferAttribute(end, 3))
  geometry.setAttribute('timing', new BufferAttribute(timing, 4))
  geometry.setAttribute('corner', new BufferAttribute(corner, 3))
  geometry.setIndex(new BufferAttribute(index, 1))
  return geometry
}

const vertexShader = /* glsl */ `
  attribute vec3 end;
  attribute vec4 timing;  // step at both ends, length of the trail at both ends
  attribute vec3 corner;  // which end, which side, whose
  uniform vec2 uResolution;
  uniform float uStep;
  uniform float uWidth;
  varying float vAlong;
  varying vec2 vOffset;   // pixels along and across, from the nearer end
  varying float vLength;
  flat varying int vWho;

  void main() {
    vWho = int(corner.z + 0.5);
    float reached = clamp((uStep - timing.x) / max(timing.y - timing.x, 1e-6), 0.0, 1.0);
    vec3 tip = mix(position, end, reached);
    vec4 a = projectionMatrix * viewMatrix * vec4(position, 1.0);
    vec4 b = projectionMatrix * viewMatrix * vec4(tip, 1.0);
    vec2 pixelsA = a.xy / a.w * uResolution * 0.5;
    vec2 pixelsB = b.xy / b.w * uResolution * 0.5;
    vec2 direction = pixelsB - pixelsA;
    vLength = length(direction);
    direction = vLength > 1e-4 ? direction / vLength : vec2(1.0, 0.0);
    vec2 across = vec2(-direction.y, direction.x);
    float radius = uWidth * 0.5 + 1.0;
    vec4 at = corner.x < 0.5 ? a : b;
    float outward = corner.x < 0.5 ? -radius : radius;
    vec2 offset = direction * outward + across * corner.y * radius;
    at.xy += offset / uResolution * 2.0 * at.w;
    // Towards the viewer by a hair, beside the ground's polygon offset.
    at.z -= 0.0004 * at.w;
    vOffset = vec2(corner.x < 0.5 ? outward : vLength + outward, corner.y * radius);
    vAlong = mix(timing.z, mix(timing.z, timing.w, reached), corner.x);
    // Not yet walked: no area at all.
    gl_Position = uStep <= timing.x ? vec4(2.0, 2.0, 2.0, 1.0) : at;
  }
`

const fragmentShader = /* glsl */ `
  uniform vec3 uColor[${LOOKS}];
  uniform vec2 uDash[${LOOKS}];   // drawn and skipped length in world units; 0 is solid
  uniform vec3 uHalo;
  uniform float uIsHalo;
  uniform float uWidth;
  uniform float uOpacity;
  uniform float uCaps;
  varying float vAlong;
  varying vec2 vOffset;
  varying float vLength;
  flat varying int vWho;

  void main() {
    float beyond = max(max(-vOffset.x, vOffset.x - vLength), 0.0);
    // Round ends overlap: where the line is translucent they would show as beads.
    if (uCaps < 0.5 && beyond > 0.0) discard;
    float distance = length(vec2(beyond, vOffset.y));
    float coverage = 1.0 - smoothstep(uWidth * 0.5 - 0.5, uWidth * 0.5 + 0.5, distance);
    vec2 dash = uDash[vWho];
    if (dash.y > 0.0 && mod(vAlong, dash.x + dash.y) > dash.x) coverage *= uIsHalo > 0.5 ? 0.35 : 0.0;
    float alpha = coverage * uOpacity;
    if (alpha < 0.01) discard;
    gl_FragColor = vec4(uIsHalo > 0.5 ? uHalo : uColor[vWho], alpha);
    #include <colorspace_fragment>
  }
`

export interface TrailUniforms {
  readonly uResolution: { value: Vector2 }
  readonly uStep: { value: number }
  readonly uColor: { value: Color[] }
  readonly uDash: { value: Vector2[] }
  readonly uHalo: { value: Color }
}

/** World units for a pixel of a dash pattern at the usual distance. */
const DASH_UNIT = 0.0042

export function createTrailUniforms(looks: readonly Identity[]): TrailUniforms {
  return {
    uResolution: { value: new Vector2(1, 1) },
    uStep: { value: 0 },
    uColor: { value: looks.slice(0, LOOKS).map((look) => new Color(look.color)) },
    uDash: {
      value: looks.slice(0, LOOKS).map(({ dash: [on = 0, off = 0] }) => new Vector2(on * DASH_UNIT, off * DASH_UNIT)),
    },
    uHalo: { value: new Color('#0b0f16') },
  }
}

export type TrailPass = 'halo' | 'line' | 'ghost'

/** The dark rim, the line itself, and its faint ghost where the ground hides it. */
export function trailMaterial(uniforms: TrailUniforms, pass: TrailPass, pixelRatio: number): ShaderMaterial {
  const width = (pass === 'halo' ? 4.6 : 2.8) * pixelRatio
  const opacity = pass === 'ghost' ? 0.28 : 1
  return new ShaderMaterial({
    uniforms: {
      ...uniforms,
      uIsHalo: { value: pass === 'halo' ? 1 : 0 },
      uWidth: { value: width },
      uOpacity: { value: opacity },
      uCaps: { value: pass === 'ghost' ? 0 : 1 },
    },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    depthFunc: pass === 'ghost' ? GreaterDepth : LessEqualDepth,
  })
}
