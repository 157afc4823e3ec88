/** Pieces of GLSL 3 that several shaders share. */

/**
 * Reads the height field: texels of (height, rise to the next sample along x, along y, 1 or 0 for a hole). The texture
 * is read by `texelFetch` alone: linear filtering of float textures is an extension that phones lack.
 */
export const fieldGlsl = /* glsl */ `
  uniform highp sampler2D uField;
  uniform vec3 uBlock;           // half X, half Z, height of the relief

  // Expansions around the four samples, blended bilinearly. Half of each slope makes the height exact for every
  // quadratic; the slopes themselves are blended plainly. Smooth normals and isolines from a coarse grid.
  vec4 fieldAt(vec2 uv) {
    int last = textureSize(uField, 0).x - 1;
    vec2 p = clamp(uv, 0.0, 1.0) * float(last);
    ivec2 cell = min(ivec2(p), ivec2(last - 1));
    vec2 t = p - vec2(cell);
    vec4 a = texelFetch(uField, cell, 0);
    vec4 b = texelFetch(uField, cell + ivec2(1, 0), 0);
    vec4 c = texelFetch(uField, cell + ivec2(0, 1), 0);
    vec4 d = texelFetch(uField, cell + ivec2(1, 1), 0);
    vec2 s = t - 1.0;
    vec4 rise = 0.5 * vec4(dot(a.yz, t), dot(b.yz, vec2(s.x, t.y)), dot(c.yz, vec2(t.x, s.y)), dot(d.yz, s));
    vec4 blend = mix(mix(a, b, t.x), mix(c, d, t.x), t.y);
    blend.x += mix(mix(rise.x, rise.y, t.x), mix(rise.z, rise.w, t.x), t.y);
    return blend;
  }
`

/** Linear light to the screen's encoding. Three's own chunk would compile every shader once more for each render target. */
export const encodeGlsl = /* glsl */ `
  vec3 encoded(vec3 linear) {
    vec3 c = clamp(linear, 0.0, 1.0);
    return mix(1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, c * 12.92, vec3(lessThanEqual(c, vec3(0.0031308))));
  }
`

/** Lines at the whole numbers of a quantity, with a width in pixels. */
export const lineGlsl = /* glsl */ `
  // Change of a quantity from one pixel to the next. Not fwidth, which draws diagonals thicker.
  float perPixel(float quantity) {
    return length(vec2(dFdx(quantity), dFdy(quantity)));
  }

  float lineCoverage(float quantity, float change, float width) {
    float pixels = abs(fract(quantity - 0.5) - 0.5) / max(change, 1e-7);
    // A line thinner than a pixel is a fainter line.
    float half_ = max(width, 1.0) * 0.5;
    return (1.0 - smoothstep(half_ - 0.5, half_ + 0.5, pixels)) * min(width, 1.0);
  }

  // Where lines would run together they fade away.
  float lineFade(float change) {
    return 1.0 - smoothstep(0.22, 0.55, change);
  }
`
