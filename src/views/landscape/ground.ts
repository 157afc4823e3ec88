import { BufferAttribute, BufferGeometry, ShaderMaterial } from 'three'
import { encodeGlsl, lineGlsl } from './glsl'
import type { BlockUniforms } from './uniforms'

/** Half of the extent of the plane that the block stands on, in world units. */
const REACH = 7

export function groundGeometry(): BufferGeometry {
  const geometry = new BufferGeometry()
  const corners = new Float32Array([-REACH, 0, -REACH, REACH, 0, -REACH, REACH, 0, REACH, -REACH, 0, REACH])
  geometry.setAttribute('position', new BufferAttribute(corners, 3))
  geometry.setIndex([0, 2, 1, 0, 3, 2])
  return geometry
}

const vertexShader = /* glsl */ `
  uniform float uBase;
  varying vec2 vPlace;

  void main() {
    vPlace = position.xz;
    gl_Position = projectionMatrix * viewMatrix * vec4(position.x, -uBase, position.z, 1.0);
  }
`

/** The paper: the axes' grid carried outward and fading, ticks at the sides that bear numbers, the block's soft shadow. */
const fragmentShader = /* glsl */ `
  ${lineGlsl}
  ${encodeGlsl}
  uniform vec3 uBlock;
  uniform vec3 uPaper;
  uniform vec3 uInk;
  uniform vec4 uTicks;     // distance and phase of the ticks along X, along Z
  uniform vec2 uNear;      // which sides bear numbers: +1 or -1 along X (the y axis), along Z (the x axis)
  uniform float uGrid;     // opacity of the grid
  uniform float uShadow;
  uniform float uFooting;
  uniform float uLine;
  varying vec2 vPlace;

  // A box under a broad light: a product of two blurred steps.
  float boxShadow(vec2 place, vec2 extent, float blur) {
    vec2 inside = smoothstep(vec2(-blur), vec2(blur), place + extent) - smoothstep(vec2(-blur), vec2(blur), place - extent);
    return inside.x * inside.y;
  }

  void main() {
    vec2 lines = (vPlace - uTicks.yw) / uTicks.xz;
    vec2 change = vec2(perPixel(lines.x), perPixel(lines.y));
    vec2 cover = vec2(lineCoverage(lines.x, change.x, uLine), lineCoverage(lines.y, change.y, uLine));
    float far = length(vPlace);
    vec2 grid = cover * vec2(lineFade(change.x), lineFade(change.y)) * (1.0 - smoothstep(1.4, 4.6, far));

    // Ticks: short strokes from the block's foot.
    vec2 beyond = vPlace * uNear - uBlock.xy;
    vec2 within = step(abs(vPlace), uBlock.xy + 1e-3);
    float tick = cover.x * within.x * step(0.0, beyond.y) * step(beyond.y, 0.045);
    tick = max(tick, cover.y * within.y * step(0.0, beyond.x) * step(beyond.x, 0.045));

    vec3 color = mix(uPaper, uInk, max(max(grid.x, grid.y) * uGrid, tick * 0.55));
    // Cast away from the sun, wide and faint; where the block stands, tight and darker.
    float thrown = boxShadow(vPlace - vec2(0.26, -0.17), uBlock.xy - 0.04, 0.46);
    float contact = boxShadow(vPlace, uBlock.xy + 0.015, 0.11);
    color *= 1.0 - uShadow * uFooting * (0.52 * thrown + 0.42 * contact);
    gl_FragColor = vec4(encoded(mix(color, uPaper, smoothstep(3.0, 6.0, far))), 1.0);
  }
`

export function groundMaterial(uniforms: BlockUniforms): ShaderMaterial {
  // Drawn first, under everything: it hides nothing, and needs no depths.
  return new ShaderMaterial({ name: 'ground', uniforms, vertexShader, fragmentShader, depthWrite: false })
}
