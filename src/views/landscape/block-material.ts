import { DoubleSide, ShaderMaterial } from 'three'
import { encodeGlsl, fieldGlsl, lineGlsl } from './glsl'
import { SUN } from './shade'
import type { BlockUniforms } from './uniforms'

const outwardGlsl = /* glsl */ `
  // Normal of a wall in the world's X and Z; sides 1 to 4 are south, east, north, west.
  vec2 outwardOf(int side) {
    return side == 1 ? vec2(0.0, 1.0) : side == 2 ? vec2(1.0, 0.0) : side == 3 ? vec2(0.0, -1.0) : vec2(-1.0, 0.0);
  }
`

const vertexShader = /* glsl */ `
  ${fieldGlsl}
  ${outwardGlsl}
  uniform float uBase;
  varying vec2 vUv;
  varying vec3 vWorld;
  flat varying int vSide;   // 0 the ground, 1 to 4 a wall

  void main() {
    vUv = position.xy;
    int part = int(position.z + 0.5);
    vSide = part > 4 ? part - 4 : part;
    // The texel itself where the mesh is as fine as the samples: ground and walls share it exactly.
    float height = part > 4 ? -uBase : fieldAt(vUv).x * uBlock.z;
    vWorld = vec3((vUv.x - 0.5) * 2.0 * uBlock.x, height, (0.5 - vUv.y) * 2.0 * uBlock.y);
    vec4 view = viewMatrix * vec4(vWorld, 1.0);
    // The inside of a wall is seen through holes alone. Pushed away along the line of sight, it cannot win against
    // ground and outer walls where the polygon offset has moved those back.
    vec2 outward = outwardOf(vSide);
    if (vSide > 0 && dot(cameraPosition.xz - outward * uBlock.xy, outward) < 0.0) view.xyz *= 1.08;
    gl_Position = projectionMatrix * view;
  }
`

/** The ground: level colour, sky light with occlusion, a wrapped key light with soft shadow, a little gloss, isolines. */
const groundGlsl = /* glsl */ `
  uniform sampler2D uShade;
  uniform sampler2D uOverlay;
  uniform float uOverlayMix;
  uniform float uShadeMix;
  const vec3 SUN = vec3(${SUN.map((c) => c.toFixed(6)).join(', ')});

  vec3 normalOf(vec4 field) {
    float last = float(textureSize(uField, 0).x - 1);
    vec2 rise = uBlock.z * field.yz * last / (2.0 * uBlock.xy);
    return normalize(vec3(-rise.x, 1.0, rise.y));
  }

  // What is laid over the ground keeps the relief's light. Its outer samples lie on the domain's borders.
  vec3 tinted(vec3 color) {
    if (uOverlayMix == 0.0) return color;
    float samples = float(textureSize(uOverlay, 0).x);
    vec4 tint = texture(uOverlay, (vUv * (samples - 1.0) + 0.5) / samples);
    return mix(color, tint.rgb, tint.a * uOverlayMix);
  }

  vec3 groundColor(vec4 field) {
    vec3 normal = normalOf(field);
    vec3 view = normalize(cameraPosition - vWorld);
    vec2 shade = mix(vec2(1.0), texture(uShade, vUv).rg, uShadeMix);
    float hemisphere = 0.60 * mix(0.70, 1.0, normal.y) * mix(0.42, 1.0, shade.r);
    float wrapped = max((dot(normal, SUN) + 0.4) / 1.4, 0.0);
    float key = 0.80 * wrapped * wrapped * mix(0.38, 1.0, shade.g);
    float gloss = 0.045 * pow(max(dot(normal, normalize(view + SUN)), 0.0), 24.0) * shade.g;
    float fresnel = 0.05 * pow(1.0 - max(dot(normal, view), 0.0), 4.0) * shade.r;
    return tinted(levelColor(field.x)) * (hemisphere + key) + gloss + fresnel;
  }

  // Dark ink, light ink in dark valleys. A minor line is one pixel wide, every uIsolines.z-th is stronger.
  vec3 inkIsolines(vec3 color, float height) {
    float line = height * uIsolines.x + uIsolines.y;
    float change = perPixel(line);
    float minor = lineCoverage(line, change, uLine) * lineFade(change);
    float major = lineCoverage(line / uIsolines.z, change / uIsolines.z, 1.6 * uLine) * lineFade(change / uIsolines.z);
    // A line at the very lowest height would be specks on the floors of valleys.
    float drawn = uLines * step(0.02, round(line) - uIsolines.y);
    float dark = smoothstep(0.10, 0.24, height);
    vec3 ink = mix(vec3(0.62, 0.76, 1.0), vec3(0.015, 0.04, 0.06), dark);
    return mix(color, ink, max(minor * mix(0.05, 0.20, dark), major * mix(0.12, 0.42, dark)) * drawn);
  }
`

/** The walls: strata in the level colours, paled towards the paper, a lit edge on top, dark at the foot. */
const wallGlsl = /* glsl */ `
  uniform vec3 uPaper;
  uniform float uPale;      // how far the strata are paled towards the paper
  uniform vec4 uStrata;     // colour and strength of the lines between them
  uniform float uBase;

  vec3 wallColor(float top) {
    float level = vWorld.y / uBlock.z;
    vec3 color = mix(levelColor(level), uPaper, uPale);
    vec2 outward = outwardOf(vSide);
    if (!gl_FrontFacing) outward = -outward;
    float wrapped = max((dot(outward, SUN.xz) + 0.4) / 1.4, 0.0);
    color *= 0.76 + 0.46 * wrapped * wrapped;
    if (!gl_FrontFacing) color *= 0.6;
    float line = level * uIsolines.x + uIsolines.y;
    float change = perPixel(line);
    float minor = lineCoverage(line, change, uLine) * lineFade(change);
    float major = lineCoverage(line / uIsolines.z, change / uIsolines.z, 1.4 * uLine) * lineFade(change / uIsolines.z);
    color = mix(color, uStrata.rgb, max(minor * 0.5, major) * uStrata.a * uLines);
    // Occlusion where the block meets the paper.
    float above = vWorld.y + uBase;
    color *= 1.0 - 0.38 * exp(-above * 9.0) - 0.22 * exp(-above * 60.0);
    // The cut edge catches the light.
    float fromTop = (top * uBlock.z - vWorld.y) / max(perPixel(vWorld.y), 1e-6);
    return color * (1.0 + 0.16 * (1.0 - smoothstep(0.5, 2.0, fromTop)));
  }
`

const fragmentShader = /* glsl */ `
  ${fieldGlsl}
  ${lineGlsl}
  ${encodeGlsl}
  uniform sampler2D uColors;
  uniform vec3 uIsolines;   // lines a unit of height, offset, every how many is strong
  uniform float uLines;     // 1 draws isolines, 0 hides them
  uniform float uLine;      // device pixels a line of one CSS pixel has
  varying vec2 vUv;
  varying vec3 vWorld;
  flat varying int vSide;

  vec3 levelColor(float height) {
    return texture(uColors, vec2(clamp(height, 0.0, 1.0) * (255.0 / 256.0) + 0.5 / 256.0, 0.5)).rgb;
  }
  ${groundGlsl}
  ${outwardGlsl}
  ${wallGlsl}

  void main() {
    vec4 field = fieldAt(vUv);
    if (field.w < 0.5) discard;
    vec3 color = vSide == 0 ? inkIsolines(groundColor(field), field.x) : wallColor(field.x);
    gl_FragColor = vec4(encoded(color), 1.0);
  }
`

export function blockMaterial(uniforms: BlockUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'block',
    uniforms,
    vertexShader,
    fragmentShader,
    side: DoubleSide,
    // The trails lie on the ground: the ground gives way.
    polygonOffset: true,
    polygonOffsetFactor: 4,
    polygonOffsetUnits: 4,
  })
}
