import { BufferAttribute, BufferGeometry, DynamicDrawUsage, ShaderMaterial, type Vector2 } from 'three'
import type { MarkerShape } from '../theme'

/** What a mark means: shape and colours both say it. */
export type SpriteShape = MarkerShape | 'minimum' | 'maximum' | 'saddle' | 'degenerate' | 'start' | 'failed'

const shapeIds: ReadonlyMap<SpriteShape, number> = new Map(
  (
    [
      'circle',
      'square',
      'triangle',
      'diamond',
      'pentagon',
      'star',
      'cross',
      'hexagon',
      'minimum',
      'maximum',
      'saddle',
      'degenerate',
      'start',
      'failed',
    ] as const
  ).map((shape, id) => [shape, id]),
)

export interface Sprite {
  readonly shape: SpriteShape
  /** Across, in CSS pixels. */
  readonly size: number
  /** sRGB, 0 to 1. */
  readonly color: readonly [number, number, number]
}

/** Marks of constant size on the screen, always drawn on top; `place` and `show` move and fade them. */
export class Sprites {
  readonly geometry = new BufferGeometry()
  readonly count: number
  readonly #places: BufferAttribute
  readonly #visibility: BufferAttribute

  constructor(sprites: readonly Sprite[]) {
    this.count = sprites.length
    const corners = new Float32Array(sprites.length * 16)
    const colors = new Float32Array(sprites.length * 12)
    const index = new Uint32Array(sprites.length * 6)
    sprites.forEach((sprite, n) => {
      for (let c = 0; c < 4; c++) {
        corners.set([(c & 1) * 2 - 1, (c >> 1) * 2 - 1, sprite.size, shapeIds.get(sprite.shape)!], (4 * n + c) * 4)
        colors.set(sprite.color, (4 * n + c) * 3)
      }
      index.set([4 * n, 4 * n + 1, 4 * n + 2, 4 * n + 1, 4 * n + 3, 4 * n + 2], 6 * n)
    })
    this.#places = new BufferAttribute(new Float32Array(sprites.length * 12), 3)
    this.#visibility = new BufferAttribute(new Float32Array(sprites.length * 4).fill(1), 1)
    this.#places.setUsage(DynamicDrawUsage)
    this.#visibility.setUsage(DynamicDrawUsage)
    this.geometry.setAttribute('position', this.#places)
    this.geometry.setAttribute('visibility', this.#visibility)
    this.geometry.setAttribute('corner', new BufferAttribute(corners, 4))
    this.geometry.setAttribute('color', new BufferAttribute(colors, 3))
    this.geometry.setIndex(new BufferAttribute(index, 1))
  }

  place(n: number, x: number, y: number, z: number): void {
    for (let c = 0; c < 4; c++) this.#places.setXYZ(4 * n + c, x, y, z)
    this.#places.needsUpdate = true
  }

  /** 0 hides, 1 shows. */
  show(n: number, visibility: number): void {
    for (let c = 0; c < 4; c++) this.#visibility.setX(4 * n + c, visibility)
    this.#visibility.needsUpdate = true
  }

  at(n: number): readonly [number, number, number] {
    return [this.#places.getX(4 * n), this.#places.getY(4 * n), this.#places.getZ(4 * n)]
  }
}

const vertexShader = /* glsl */ `
  attribute vec4 corner;  // which corner, size in pixels, shape
  attribute vec3 color;
  attribute float visibility;
  uniform vec2 uResolution;
  uniform float uPixelRatio;
  varying vec2 vPlace;    // pixels from the centre
  varying vec3 vColor;
  varying float vVisibility;
  flat varying int vShape;
  flat varying float vRadius;

  void main() {
    vec4 centre = projectionMatrix * viewMatrix * vec4(position, 1.0);
    vRadius = corner.z * 0.5;
    float reach = vRadius + 3.0;
    vPlace = corner.xy * reach;
    centre.xy += vPlace * uPixelRatio / uResolution * 2.0 * centre.w;
    vColor = color;
    vVisibility = visibility;
    vShape = int(corner.w + 0.5);
    gl_Position = visibility <= 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : centre;
  }
`

const fragmentShader = /* glsl */ `
  uniform float uPixelRatio;
  varying vec2 vPlace;
  varying vec3 vColor;
  varying float vVisibility;
  flat varying int vShape;
  flat varying float vRadius;
  const float TAU = 6.283185307;

  // Signed distances, negative inside; r is the radius.
  float polygon(vec2 p, float sides, float r) {
    float sector = TAU / sides;
    float angle = atan(p.x, p.y);
    return cos(floor(0.5 + angle / sector) * sector - angle) * length(p) - r * cos(sector * 0.5);
  }

  float star(vec2 p, float r) {
    float sector = TAU / 5.0;
    float angle = mod(atan(p.x, p.y) + sector * 0.5, sector) - sector * 0.5;
    vec2 q = length(p) * vec2(abs(sin(angle)), cos(angle));
    vec2 edge = vec2(sin(sector * 0.5), cos(sector * 0.5)) * r * 0.5 - vec2(0.0, r);
    vec2 normal = normalize(vec2(-edge.y, edge.x));
    return -dot(q - vec2(0.0, r), normal) * sign(normal.x * -1.0) * -1.0;
  }

  float cross2(vec2 p, float r) {
    vec2 q = abs(vec2(p.x + p.y, p.x - p.y) * 0.70710678);
    if (q.y > q.x) q = q.yx;
    vec2 d = q - vec2(r, r * 0.34);
    return max(d.x, d.y);
  }

  float distanceTo(int shape, vec2 p, float r) {
    if (shape == 1) return max(abs(p.x), abs(p.y)) - r * 0.82;
    if (shape == 2 || shape == 9) return polygon(p + vec2(0.0, r * 0.18), 3.0, r * 1.18);
    if (shape == 3 || shape == 10) return (abs(p.x) + abs(p.y) - r * 1.1) * 0.70710678;
    if (shape == 4) return polygon(p, 5.0, r * 1.05);
    if (shape == 5) return star(p, r * 1.2);
    if (shape == 6 || shape == 13) return cross2(p, r);
    if (shape == 7) return polygon(p, 6.0, r);
    if (shape == 11) return max(abs(p.x), abs(p.y)) - r * 0.7;
    return length(p) - r;
  }

  void main() {
    float blur = 0.75 / uPixelRatio;
    float d = distanceTo(vShape, vPlace, vRadius);
    float inside = 1.0 - smoothstep(-blur, blur, d);
    float rim = 1.0 - smoothstep(-blur, blur, d - 1.6);
    vec3 ink = vec3(0.02, 0.03, 0.05);
    vec3 color = mix(ink, vColor, inside);
    // A minimum is a white ring around a dot, a start a hollow ring.
    if (vShape == 8) color = mix(color, vec3(1.0), inside * smoothstep(-blur, blur, length(vPlace) - vRadius * 0.55));
    if (vShape == 12) rim *= smoothstep(-blur, blur, length(vPlace) - vRadius * 0.5);
    if (rim * vVisibility < 0.01) discard;
    gl_FragColor = vec4(color, rim * vVisibility);
    #include <colorspace_fragment>
  }
`

export function spriteMaterial(resolution: { value: Vector2 }, pixelRatio: number): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uResolution: resolution, uPixelRatio: { value: pixelRatio } },
    vertexShader,
    fragmentShader,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  })
}
