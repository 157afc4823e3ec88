import { BufferAttribute, BufferGeometry, DoubleSide, ShaderMaterial } from 'three'
import { fieldGlsl, isolinesGlsl } from './glsl'
import type { BlockUniforms } from './uniforms'

/** The four sides of the block: a strip along the border, `x, y` the place in uv, `z` 0 at the foot and 1 at the ground. */
export function wallGeometry(size: number): BufferGeometry {
  const border: [number, number][] = []
  const last = size - 1
  for (let i = 0; i < last; i++) border.push([i / last, 0])
  for (let i = 0; i < last; i++) border.push([1, i / last])
  for (let i = last; i > 0; i--) border.push([i / last, 1])
  for (let i = last; i > 0; i--) border.push([0, i / last])
  border.push([0, 0])
  const positions = new Float32Array(border.flatMap(([u, v]) => [u, v, 0, u, v, 1]))
  const index = new Uint32Array(
    border.slice(1).flatMap((_, k) => [2 * k, 2 * k + 2, 2 * k + 1, 2 * k + 2, 2 * k + 3, 2 * k + 1]),
  )
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(new BufferAttribute(index, 1))
  return geometry
}

const vertexShader = /* glsl */ `
  ${fieldGlsl}
  uniform float uBase;
  varying vec2 vUv;
  varying float vY;
  varying float vTop;

  void main() {
    vUv = position.xy;
    vec3 texel = fieldAt(vUv);
    vTop = isHole(texel) ? 0.0 : unitHeight(texel.x) * uBlock.z;
    vY = mix(-uBase, vTop, position.z);
    vec3 world = vec3((vUv.x - 0.5) * 2.0 * uBlock.x, vY, -(vUv.y - 0.5) * 2.0 * uBlock.y);
    gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
  }
`

const fragmentShader = /* glsl */ `
  ${fieldGlsl}
  ${isolinesGlsl}
  uniform sampler2D uColors;
  uniform float uBase;
  uniform float uIsolines;
  uniform vec3 uPaper;
  varying vec2 vUv;
  varying float vY;

  void main() {
    if (isHole(fieldAt(vUv)) && vY > -uBase * 0.5) discard;
    float level = vY / uBlock.z;
    vec3 layer = texture(uColors, vec2(clamp(level, 0.0, 1.0) * (255.0 / 256.0) + 0.5 / 256.0, 0.5)).rgb;
    // Strata in the level's colour, paled towards the paper; darker towards the foot.
    vec3 color = mix(layer, uPaper, 0.55);
    bool alongX = vUv.y < 0.5 / float(textureSize(uField, 0).x) || vUv.y > 1.0 - 0.5 / float(textureSize(uField, 0).x);
    color *= alongX ? 0.86 : 0.74;
    color *= mix(0.72, 1.0, smoothstep(-uBase, uBlock.z * 0.5, vY));
    float lines = max(lineCoverage(level * 32.0, 1.0) * 0.10, lineCoverage(level * 32.0 / 5.0, 1.4) * 0.18);
    if (uIsolines > 0.0) color = mix(color, vec3(0.02, 0.05, 0.08), lines);
    gl_FragColor = vec4(color, 1.0);
    #include <colorspace_fragment>
  }
`

export function wallMaterial(uniforms: BlockUniforms): ShaderMaterial {
  return new ShaderMaterial({ uniforms, vertexShader, fragmentShader, side: DoubleSide })
}
