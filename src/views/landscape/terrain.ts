import { BufferAttribute, BufferGeometry, ShaderMaterial } from 'three'
import { fieldGlsl, isolinesGlsl } from './glsl'
import { SUN } from './shade'
import type { BlockUniforms } from './uniforms'

/** A flat grid of `size` x `size` vertices in uv; the vertex shader gives it its height. */
export function terrainGeometry(size: number): BufferGeometry {
  const positions = new Float32Array(size * size * 3)
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) positions.set([i / (size - 1), j / (size - 1), 0], 3 * (j * size + i))
  }
  const index = new Uint32Array((size - 1) * (size - 1) * 6)
  let n = 0
  for (let j = 0; j + 1 < size; j++) {
    for (let i = 0; i + 1 < size; i++) {
      const k = j * size + i
      index.set([k, k + 1, k + size, k + 1, k + size + 1, k + size], n)
      n += 6
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(new BufferAttribute(index, 1))
  return geometry
}

const vertexShader = /* glsl */ `
  ${fieldGlsl}
  varying vec2 vUv;
  varying vec3 vWorld;

  void main() {
    vUv = position.xy;
    float height = unitHeight(fieldAt(vUv).x) * uBlock.z;
    vWorld = vec3((vUv.x - 0.5) * 2.0 * uBlock.x, height, -(vUv.y - 0.5) * 2.0 * uBlock.y);
    gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.0);
  }
`

const fragmentShader = /* glsl */ `
  ${fieldGlsl}
  ${isolinesGlsl}
  uniform sampler2D uShade;
  uniform sampler2D uColors;
  uniform float uIsolines;
  varying vec2 vUv;
  varying vec3 vWorld;
  const vec3 SUN = vec3(${SUN.map((c) => c.toFixed(6)).join(', ')});

  vec3 normalOf(vec3 texel) {
    float slope = unitSlope(texel.x) * uBlock.z;
    vec2 rise = slope * texel.yz * uSpan / (2.0 * uBlock.xy);
    return normalize(vec3(-rise.x, 1.0, rise.y));
  }

  void main() {
    vec3 texel = fieldAt(vUv);
    if (isHole(texel)) discard;
    float height = unitHeight(texel.x);
    vec3 normal = normalOf(texel);
    vec3 view = normalize(cameraPosition - vWorld);
    vec2 shade = texture(uShade, vUv).rg;
    vec3 base = texture(uColors, vec2(clamp(height, 0.0, 1.0) * (255.0 / 256.0) + 0.5 / 256.0, 0.5)).rgb;

    float hemisphere = 0.60 * mix(0.72, 1.0, normal.y) * mix(0.45, 1.0, shade.r);
    float wrapped = max((dot(normal, SUN) + 0.4) / 1.4, 0.0);
    float key = 0.80 * wrapped * wrapped * mix(0.35, 1.0, shade.g);
    float specular = 0.045 * pow(max(dot(normal, normalize(view + SUN)), 0.0), 24.0) * shade.g;
    float fresnel = 0.05 * pow(1.0 - max(dot(normal, view), 0.0), 4.0);

    vec3 color = base * (hemisphere + key) + specular + fresnel;
    if (uIsolines > 0.0) color = inkIsolines(color, height, uIsolines);
    gl_FragColor = vec4(color, 1.0);
    #include <colorspace_fragment>
  }
`

export function terrainMaterial(uniforms: BlockUniforms): ShaderMaterial {
  return new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader,
    // The trails lie on the ground: the ground gives way.
    polygonOffset: true,
    polygonOffsetFactor: 4,
    polygonOffsetUnits: 4,
  })
}
