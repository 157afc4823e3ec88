import { BufferAttribute, BufferGeometry, DynamicDrawUsage, ShaderMaterial, type Vector2 } from 'three'

/** Straight arrows in the world with a width in pixels: what the climber feels, and a saddle's ways down and up. */
export class Arrows {
  readonly geometry = new BufferGeometry()
  readonly #from: BufferAttribute
  readonly #to: BufferAttribute

  constructor(colors: readonly (readonly [number, number, number])[]) {
    const corner = new Float32Array(colors.length * 8)
    const tint = new Float32Array(colors.length * 12)
    const index = new Uint32Array(colors.length * 6)
    colors.forEach((color, n) => {
      for (let c = 0; c < 4; c++) {
        corner.set([c & 1, (c >> 1) * 2 - 1], (4 * n + c) * 2)
        tint.set(color, (4 * n + c) * 3)
      }
      index.set([4 * n, 4 * n + 1, 4 * n + 2, 4 * n + 1, 4 * n + 3, 4 * n + 2], 6 * n)
    })
    this.#from = new BufferAttribute(new Float32Array(colors.length * 12), 3).setUsage(DynamicDrawUsage)
    this.#to = new BufferAttribute(new Float32Array(colors.length * 12), 3).setUsage(DynamicDrawUsage)
    this.geometry.setAttribute('position', this.#from)
    this.geometry.setAttribute('tip', this.#to)
    this.geometry.setAttribute('corner', new BufferAttribute(corner, 2))
    this.geometry.setAttribute('color', new BufferAttribute(tint, 3))
    this.geometry.setIndex(new BufferAttribute(index, 1))
  }

  /** Equal ends hide the arrow. */
  place(n: number, from: readonly [number, number, number], to: readonly [number, number, number]): void {
    for (let c = 0; c < 4; c++) {
      this.#from.setXYZ(4 * n + c, ...from)
      this.#to.setXYZ(4 * n + c, ...to)
    }
    this.#from.needsUpdate = true
    this.#to.needsUpdate = true
  }
}

const vertexShader = /* glsl */ `
  attribute vec3 tip;
  attribute vec2 corner;
  attribute vec3 color;
  uniform vec2 uResolution;
  uniform float uPixelRatio;
  varying vec2 vPlace;    // pixels back from the tip, pixels aside
  varying float vLength;
  varying vec3 vColor;
  const float REACH = 8.0;

  void main() {
    vec4 a = projectionMatrix * viewMatrix * vec4(position, 1.0);
    vec4 b = projectionMatrix * viewMatrix * vec4(tip, 1.0);
    vec2 scale = uResolution * 0.5 / uPixelRatio;
    vec2 along = b.xy / b.w * scale - a.xy / a.w * scale;
    vLength = length(along);
    vec2 direction = along / max(vLength, 1e-4);
    vec2 across = vec2(-direction.y, direction.x);
    vec4 at = corner.x < 0.5 ? a : b;
    float outward = corner.x < 0.5 ? -1.0 : 1.0;
    vec2 offset = direction * outward * 2.0 + across * corner.y * REACH;
    at.xy += offset / scale * at.w;
    vPlace = vec2(corner.x < 0.5 ? vLength + 2.0 : -2.0, corner.y * REACH);
    vColor = color;
    gl_Position = vLength < 6.0 ? vec4(2.0, 2.0, 2.0, 1.0) : at;
  }
`

const fragmentShader = /* glsl */ `
  uniform float uPixelRatio;
  varying vec2 vPlace;
  varying float vLength;
  varying vec3 vColor;

  void main() {
    float head = min(11.0, vLength * 0.5);
    float inHead = max(abs(vPlace.y) - vPlace.x * 0.48, vPlace.x - head);
    float inShaft = max(abs(vPlace.y) - 1.3, max(head - 1.0 - vPlace.x, vPlace.x - vLength));
    float d = min(inHead, inShaft);
    float blur = 0.75 / uPixelRatio;
    float inside = 1.0 - smoothstep(-blur, blur, d);
    float rim = 1.0 - smoothstep(-blur, blur, d - 1.3);
    if (rim < 0.01) discard;
    gl_FragColor = vec4(mix(vec3(0.02, 0.03, 0.05), vColor, inside), rim);
    #include <colorspace_fragment>
  }
`

export function arrowMaterial(resolution: { value: Vector2 }, pixelRatio: number): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uResolution: resolution, uPixelRatio: { value: pixelRatio } },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  })
}
