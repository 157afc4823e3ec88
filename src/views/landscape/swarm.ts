import { BufferAttribute, BufferGeometry, DynamicDrawUsage, ShaderMaterial, Sphere, Vector4 } from 'three'
import type { SwarmFrame } from '../overlays'
import type { Block } from './block'
import { fieldGlsl } from './glsl'
import type { BlockUniforms } from './uniforms'

/** Points that can be drawn at once. */
export const MOST = 100_000

const vertexShader = /* glsl */ `
  ${fieldGlsl}
  attribute vec3 color;    // sRGB; position is x, y of the domain
  uniform float uColoured;
  uniform vec4 uDomain;    // low x, low y, and the inverse of the extents
  uniform float uSize;     // CSS pixels
  uniform float uPixelRatio;
  varying vec3 vColor;

  void main() {
    vec2 uv = (position.xy - uDomain.xy) * uDomain.zw;
    vec4 field = fieldAt(uv);
    vColor = mix(vec3(1.0), color, uColoured);
    vec3 world = vec3((uv.x - 0.5) * 2.0 * uBlock.x, field.x * uBlock.z, (0.5 - uv.y) * 2.0 * uBlock.y);
    gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
    gl_PointSize = (uSize + 1.5) * uPixelRatio;
    // NaN fails every comparison: a climber who is nowhere is not drawn, nor one off the block or over a hole.
    if (!(uv.x >= 0.0 && uv.y >= 0.0 && uv.x <= 1.0 && uv.y <= 1.0 && field.w > 0.5)) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  }
`

const fragmentShader = /* glsl */ `
  uniform float uSize;
  uniform float uRim;
  uniform float uPixelRatio;
  varying vec3 vColor;

  void main() {
    // A dot with a thin dark rim, which keeps it apart from any ground.
    float d = length(gl_PointCoord - 0.5) * (uSize + 1.5) - 0.5 * uSize;
    float blur = 0.6 / uPixelRatio;
    float cover = 1.0 - smoothstep(-blur, blur, d - uRim);
    if (cover < 0.02) discard;
    vec3 color = mix(vec3(0.09, 0.11, 0.15), vColor, 1.0 - smoothstep(-blur, blur, d));
    gl_FragColor = vec4(color, cover * 0.92);
  }
`

/** Many climbers as points in one draw call: the graphics card finds their heights in the field's own texture. */
export class Swarm {
  readonly geometry = new BufferGeometry()
  readonly material: ShaderMaterial
  readonly #domain = { value: new Vector4(0, 0, 1, 1) }
  readonly #size = { value: 3 }
  readonly #rim = { value: 0.7 }
  readonly #coloured = { value: 0 }
  #version = Number.NaN

  constructor(uniforms: Pick<BlockUniforms, 'uField' | 'uBlock'>, uPixelRatio: { value: number }) {
    this.material = new ShaderMaterial({
      name: 'swarm',
      uniforms: {
        uField: uniforms.uField,
        uBlock: uniforms.uBlock,
        uPixelRatio,
        uDomain: this.#domain,
        uSize: this.#size,
        uRim: this.#rim,
        uColoured: this.#coloured,
      },
      vertexShader,
      fragmentShader,
      transparent: true,
      depthWrite: false,
    })
    this.geometry.setDrawRange(0, 0)
    // Never culled: a sphere around those who have diverged, at NaN, would only be complained about.
    this.geometry.boundingSphere = new Sphere()
  }

  /** Without a swarm its shader need not even be compiled. */
  get isEmpty(): boolean {
    return this.geometry.drawRange.count === 0
  }

  set block({ surface: { domain } }: Block) {
    const { x, y } = domain
    this.#domain.value.set(x[0], y[0], 1 / (x[1] - x[0]), 1 / (y[1] - y[0]))
  }

  /** Shows a moment of the swarm. Buffers are kept while its arrays are the same, and uploaded again when they changed. */
  show(frame: SwarmFrame | null): void {
    if (frame === null) {
      this.#clear()
      return
    }
    const { positions, colors, version } = frame
    const changed = version !== this.#version
    this.#version = version
    this.#attach('position', positions, 2, changed)
    if (colors !== undefined) this.#attach('color', colors, 3, changed)
    this.#coloured.value = colors === undefined ? 0 : 1
    const count = Math.min(frame.count, positions.length >> 1, MOST)
    this.geometry.setDrawRange(0, count)
    // A crowd of dots is drawn finer than a handful.
    this.#rim.value = count > 3000 ? 0.35 : 0.7
    this.#size.value = Math.min(Math.max(6.5 - Math.log10(Math.max(count, 1)), 1.5), 5)
  }

  dispose(): void {
    this.geometry.dispose()
    this.material.dispose()
  }

  /** Nobody is drawn, and nothing is kept of those who were. */
  #clear(): void {
    this.geometry.setDrawRange(0, 0)
    this.geometry.dispose()
    for (const name of ['position', 'color']) this.geometry.deleteAttribute(name)
  }

  #attach(name: 'position' | 'color', array: Float32Array | Uint8Array, size: number, changed: boolean): void {
    const old = this.geometry.getAttribute(name) as BufferAttribute | undefined
    if (old?.array === array) {
      if (changed) old.needsUpdate = true
      return
    }
    // Frees the buffers on the card: they were made for other arrays.
    this.geometry.dispose()
    this.geometry.setAttribute(name, new BufferAttribute(array, size, name === 'color').setUsage(DynamicDrawUsage))
  }
}
