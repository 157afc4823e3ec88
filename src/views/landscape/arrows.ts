import { type BufferAttribute, BufferGeometry, ShaderMaterial, type Vector2 } from 'three'
import { encodeGlsl } from './glsl'
import { growQuads, touch } from './quads'
import type { Rgb } from './sprites'

const sizes = { position: 3, tip: 3, style: 3, color: 3 } as const
/** Which end, which side. */
const corners = [0, -1, 1, -1, 0, 1, 1, 1]

/**
 * Straight strokes in the world with a width in pixels, with or without a head: the slope under a climber's feet, a
 * saddle's ways down and up. Filled anew by `begin`, `add`…, `end`; the buffers grow when needed.
 */
export class Arrows {
  readonly geometry = new BufferGeometry()
  #capacity = 0
  #count = 0

  constructor(capacity = 8) {
    this.#grow(capacity)
  }

  begin(): void {
    this.#count = 0
  }

  /** From a to b in world coordinates; `width` and `head` in CSS pixels, head 0 for a plain stroke. */
  add(
    ax: number,
    ay: number,
    az: number,
    bx: number,
    by: number,
    bz: number,
    [r, g, b]: Rgb,
    alpha: number,
    width: number,
    head: number,
  ): void {
    if (this.#count === this.#capacity) this.#grow(2 * this.#capacity)
    const { position, tip, style, color } = this.geometry.attributes as Record<string, BufferAttribute>
    for (let c = 4 * this.#count; c < 4 * this.#count + 4; c++) {
      position!.setXYZ(c, ax, ay, az)
      tip!.setXYZ(c, bx, by, bz)
      style!.setXYZ(c, width, head, alpha)
      color!.setXYZ(c, r, g, b)
    }
    this.#count++
  }

  end(): void {
    touch(this.geometry, sizes)
    this.geometry.setDrawRange(0, 6 * this.#count)
  }

  #grow(capacity: number): void {
    growQuads(this.geometry, capacity, sizes, corners)
    this.#capacity = capacity
  }
}

const vertexShader = /* glsl */ `
  attribute vec3 tip;
  attribute vec2 corner;   // which end, which side
  attribute vec3 style;    // width and head in CSS pixels, opacity
  attribute vec3 color;
  uniform vec2 uResolution;
  uniform float uPixelRatio;
  varying vec2 vPlace;     // CSS pixels back from the tip, and aside
  varying vec2 vSize;      // length of the whole, of the head
  varying vec3 vColor;
  flat varying vec2 vStyle;

  void main() {
    vec4 a = projectionMatrix * viewMatrix * vec4(position, 1.0);
    vec4 b = projectionMatrix * viewMatrix * vec4(tip, 1.0);
    vec2 scale = uResolution * 0.5 / uPixelRatio;
    vec2 along = (b.xy / b.w - a.xy / a.w) * scale;
    float pixels = length(along);
    vec2 direction = pixels > 1e-3 ? along / pixels : vec2(1.0, 0.0);
    vec2 across = vec2(-direction.y, direction.x);
    float reach = max(style.x, style.y) * 0.6 + 3.0;
    vec4 at = corner.x < 0.5 ? a : b;
    // Tails are cut square, without a rim: a line of many pieces shows no seams.
    float beyond = corner.x < 0.5 ? -0.5 : style.y > 0.0 ? 3.0 : 0.5;
    at.xy += (direction * beyond + across * corner.y * reach) / scale * at.w;
    vPlace = vec2(corner.x < 0.5 ? pixels + 0.5 : -beyond, corner.y * reach);
    vSize = vec2(pixels, min(style.y, pixels * 0.62));
    vColor = color;
    vStyle = style.xz;
    gl_Position = a.w <= 0.0 || b.w <= 0.0 || (style.y > 0.0 && pixels < 4.0) ? vec4(2.0, 2.0, 2.0, 1.0) : at;
  }
`

const fragmentShader = /* glsl */ `
  ${encodeGlsl}
  uniform float uRim;      // CSS pixels
  uniform float uPixelRatio;
  varying vec2 vPlace;
  varying vec2 vSize;
  varying vec3 vColor;
  flat varying vec2 vStyle;

  void main() {
    float head = vSize.y;
    float shaft = abs(vPlace.y) - vStyle.x * 0.5;
    if (head > 0.0) shaft = max(shaft, head - 1.0 - vPlace.x);
    float point = head > 0.0 ? max(abs(vPlace.y) - vPlace.x * 0.46, vPlace.x - head) : 1e3;
    float d = min(point, shaft);
    float blur = 0.6 / uPixelRatio;
    float cover = 1.0 - smoothstep(-blur, blur, d - uRim);
    if (cover * vStyle.y < 0.01) discard;
    vec3 color = mix(vec3(0.006, 0.010, 0.018), vColor, 1.0 - smoothstep(-blur, blur, d));
    gl_FragColor = vec4(encoded(color), cover * vStyle.y);
  }
`

/**
 * `onTop` draws over everything; otherwise the ground hides what lies behind it. A dark rim of `rim` CSS pixels keeps the
 * strokes apart from any ground.
 */
export function arrowMaterial(
  screen: { readonly uResolution: { value: Vector2 }; readonly uPixelRatio: { value: number } },
  onTop: boolean,
  rim = 1.2,
): ShaderMaterial {
  return new ShaderMaterial({
    name: 'arrows',
    uniforms: { ...screen, uRim: { value: rim } },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthTest: !onTop,
    depthWrite: false,
  })
}
