import { ShaderMaterial, type Texture, type Vector2 } from 'three'
import { encodeGlsl } from './glsl'
import { shapeIds } from './sprites'

const vertexShader = /* glsl */ `
  attribute vec2 corner;   // -1 or 1
  attribute vec4 look;     // shape, half width, half height in CSS pixels, outline
  attribute vec3 offset;   // CSS pixels right and up, opacity
  attribute vec4 color;    // colour; for text its rectangle in the atlas
  uniform vec2 uResolution;
  uniform float uPixelRatio;
  varying vec2 vPlace;     // CSS pixels from the centre
  varying vec2 vText;
  varying vec4 vColor;
  varying float vAlpha;
  flat varying int vShape;
  flat varying vec2 vHalf;
  flat varying float vOutline;

  void main() {
    vShape = int(look.x + 0.5);
    vHalf = look.yz;
    vOutline = look.w;
    vAlpha = offset.z;
    vColor = color;
    vText = color.xy + (corner * 0.5 + 0.5) * color.zw;
    bool isText = vShape == ${shapeIds.text};
    vec2 reach = isText ? vHalf : vHalf + 6.0;
    vPlace = corner * reach;
    vec4 centre = projectionMatrix * viewMatrix * vec4(position, 1.0);
    vec2 pixels = (centre.xy / centre.w * 0.5 + 0.5) * uResolution + offset.xy * uPixelRatio;
    vec2 extent = reach * uPixelRatio;
    // Text sits on whole pixels, or it blurs.
    vec2 low = isText ? floor(pixels - extent + 0.5) : pixels - extent;
    vec2 at = low + (corner * 0.5 + 0.5) * 2.0 * extent;
    gl_Position = centre.w <= 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(at / uResolution * 2.0 - 1.0, 0.0, 1.0);
  }
`

/** Signed distances, negative inside; r is the radius. Sharp corners: the rim of a triangle is a triangle. */
const shapesGlsl = /* glsl */ `
  float polygon(vec2 p, float sides, float r) {
    float sector = 6.283185307 / sides;
    // A corner points up.
    float angle = atan(p.x, -p.y);
    return cos(floor(0.5 + angle / sector) * sector - angle) * length(p) - r * cos(sector * 0.5);
  }

  // Quilez, "2D distance functions"; the inner radius is 0.48 of the outer.
  float star(vec2 p, float r) {
    const vec2 k = vec2(0.809016994, -0.587785252);
    p.x = abs(p.x);
    p -= 2.0 * max(dot(k, p), 0.0) * k;
    p -= 2.0 * max(dot(vec2(-k.x, k.y), p), 0.0) * vec2(-k.x, k.y);
    p.x = abs(p.x);
    p.y -= r;
    vec2 edge = 0.48 * vec2(-k.y, k.x) - vec2(0.0, 1.0);
    float along = clamp(dot(p, edge) / dot(edge, edge), 0.0, r);
    return length(p - edge * along) * sign(p.y * edge.x - p.x * edge.y);
  }

  float plus(vec2 p, float r) {
    vec2 q = abs(p);
    if (q.y > q.x) q = q.yx;
    vec2 d = q - vec2(r, r * 0.38);
    return max(d.x, d.y);
  }

  float stroke(vec2 p, vec2 a, vec2 b, float width) {
    vec2 along = b - a;
    return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0)) - width * 0.5;
  }

  float flag(vec2 p, float r) {
    // The pole stands on the place: the mark is shifted up by its half height.
    float pole = stroke(p, vec2(0.0, -r), vec2(0.0, r), 1.8);
    vec2 q = p - vec2(0.0, r * 0.42);
    float pennant = max(max(-q.x, abs(q.y) - (r * 1.15 - q.x) * 0.5), q.x - r * 1.15);
    return min(pole, pennant);
  }

  float shapeDistance(int shape, vec2 p, float r) {
    if (shape == ${shapeIds.square}) return max(abs(p.x), abs(p.y)) - r * 0.86;
    if (shape == ${shapeIds.triangle} || shape == ${shapeIds.maximum}) return polygon(p + vec2(0.0, r * 0.2), 3.0, r * 1.28);
    if (shape == ${shapeIds.diamond} || shape == ${shapeIds.saddle}) return (abs(p.x) + abs(p.y) - r * 1.16) * 0.70710678;
    if (shape == ${shapeIds.pentagon}) return polygon(p, 5.0, r * 1.08);
    if (shape == ${shapeIds.star}) return star(p, r * 1.28);
    if (shape == ${shapeIds.cross}) return plus(p, r);
    if (shape == ${shapeIds.hexagon}) return polygon(p, 6.0, r * 1.04);
    if (shape == ${shapeIds.degenerate}) return max(abs(p.x), abs(p.y)) - r * 0.74;
    if (shape == ${shapeIds.flag}) return flag(p, r);
    return length(p) - r;
  }

  float glyphDistance(int shape, vec2 p, float r) {
    if (shape == ${shapeIds.converged}) return min(
      stroke(p, vec2(-0.45, 0.02) * r, vec2(-0.1, -0.36) * r, 1.7), stroke(p, vec2(-0.1, -0.36) * r, vec2(0.48, 0.36) * r, 1.7));
    if (shape == ${shapeIds.stuck}) return stroke(p, vec2(-0.42, 0.0) * r, vec2(0.42, 0.0) * r, 2.0);
    if (shape == ${shapeIds.diverged}) return min(
      stroke(p, vec2(-0.36) * r, vec2(0.36) * r, 1.8), stroke(p, vec2(-0.36, 0.36) * r, vec2(0.36, -0.36) * r, 1.8));
    if (shape == ${shapeIds.degenerate}) return stroke(p, vec2(-0.4, 0.0) * r, vec2(0.4, 0.0) * r, 1.6);
    return 1e3;
  }
`

const fragmentShader = /* glsl */ `
  ${encodeGlsl}
  ${shapesGlsl}
  uniform sampler2D uText;
  uniform float uPixelRatio;
  varying vec2 vPlace;
  varying vec2 vText;
  varying vec4 vColor;
  varying float vAlpha;
  flat varying int vShape;
  flat varying vec2 vHalf;
  flat varying float vOutline;

  void main() {
    if (vShape == ${shapeIds.text}) {
      vec4 ink = texture(uText, vText);
      if (ink.a * vAlpha < 0.01) discard;
      gl_FragColor = vec4(ink.rgb, ink.a * vAlpha);
      return;
    }
    float blur = 0.6 / uPixelRatio;
    float r = vHalf.x;
    float d = shapeDistance(vShape, vPlace, r);
    float inside = 1.0 - smoothstep(-blur, blur, d);
    float cover = 1.0 - smoothstep(-blur, blur, d - 1.7);
    vec3 ink = vec3(0.006, 0.010, 0.018);
    vec3 color = mix(ink, vColor.rgb, inside);
    if (vShape == ${shapeIds.minimum}) {
      // A white ring around a coloured dot.
      color = mix(color, vec3(1.0), inside * smoothstep(-blur, blur, length(vPlace) - r * 0.52));
    } else if (vShape < ${shapeIds.minimum}) {
      // A climber, whatever her shape, wears a blindfold.
      float band = abs(vPlace.y - r * 0.12) - r * 0.24;
      color = mix(color, ink, inside * (1.0 - smoothstep(-blur, blur, band)));
    } else {
      float glyph = 1.0 - smoothstep(-blur, blur, glyphDistance(vShape, vPlace, r));
      color = mix(color, vShape == ${shapeIds.degenerate} ? ink : vec3(1.0), inside * glyph);
    }
    if (vOutline > 0.5) {
      float ring = 1.0 - smoothstep(-blur, blur, abs(d - 3.6) - 0.95);
      color = mix(color, vec3(1.0), ring);
      cover = max(cover, ring);
      cover = max(cover, (1.0 - smoothstep(-blur, blur, d - 5.4)) * 0.55);
    }
    if (cover * vAlpha < 0.01) discard;
    gl_FragColor = vec4(encoded(color), cover * vAlpha);
  }
`

export interface SpriteUniforms {
  readonly uResolution: { value: Vector2 }
  readonly uPixelRatio: { value: number }
  readonly uText: { value: Texture | null }
  readonly [name: string]: { value: unknown }
}

/** Marks and text are always drawn on top; what hides them only fades them. */
export function spriteMaterial(uniforms: SpriteUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'sprites',
    uniforms,
    vertexShader,
    fragmentShader,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  })
}
