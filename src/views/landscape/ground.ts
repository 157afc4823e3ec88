import { BufferAttribute, BufferGeometry, ShaderMaterial } from 'three'
import type { BlockUniforms } from './uniforms'

/** Half of the extent of the plane that the block stands on. */
const REACH = 9

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

/** Grid lines one pixel wide that fade out with the distance, and the block's soft shadow, in one pass. */
const fragmentShader = /* glsl */ `
  uniform vec3 uBlock;
  uniform vec3 uPaper;
  uniform vec3 uGrid;
  uniform float uGridStrength;
  uniform float uShadow;
  varying vec2 vPlace;

  float gridLine(float coordinate) {
    float perPixel = length(vec2(dFdx(coordinate), dFdy(coordinate)));
    float distance = abs(fract(coordinate - 0.5) - 0.5) / max(perPixel, 1e-6);
    return (1.0 - smoothstep(0.0, 1.0, distance)) * (1.0 - smoothstep(0.2, 0.5, perPixel));
  }

  // Shadow of a box under a broad light: a product of two blurred steps.
  float boxShadow(vec2 place, vec2 halfSize, float blur) {
    vec2 high = smoothstep(vec2(-blur), vec2(blur), place + halfSize);
    vec2 low = smoothstep(vec2(-blur), vec2(blur), place - halfSize);
    vec2 inside = high - low;
    return inside.x * inside.y;
  }

  void main() {
    float distance = length(vPlace);
    float grid = max(gridLine(vPlace.x * 2.0), gridLine(vPlace.y * 2.0)) * (1.0 - smoothstep(1.5, 6.0, distance));
    vec3 color = mix(uPaper, uGrid, grid * uGridStrength);
    // Away from the sun, wide and faint, and a tight contact shadow.
    float wide = boxShadow(vPlace - vec2(0.22, -0.14), uBlock.xy, 0.42);
    float contact = boxShadow(vPlace, uBlock.xy + 0.02, 0.07);
    color *= 1.0 - uShadow * (0.55 * wide + 0.45 * contact);
    gl_FragColor = vec4(mix(color, uPaper, smoothstep(4.0, 8.0, distance)), 1.0);
    #include <colorspace_fragment>
  }
`

export function groundMaterial(uniforms: BlockUniforms): ShaderMaterial {
  return new ShaderMaterial({ uniforms, vertexShader, fragmentShader })
}
