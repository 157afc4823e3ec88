/** Reading the height field in a shader. Needs GLSL 3 (`texelFetch`); three provides it. */
export const fieldGlsl = /* glsl */ `
  uniform sampler2D uField;      // (f, df/dx, df/dy), one texel a sample, y upward
  uniform vec2 uSpan;            // width and depth of the domain
  uniform vec3 uMapping;         // min, range, steepness: see heightMapping
  uniform vec3 uBlock;           // half X, half Z, height of the relief
  const float LOG_TOTAL = ${Math.log1p(22).toFixed(9)};

  float unitHeight(float f) {
    if (uMapping.z == 0.0) return (f - uMapping.x) / uMapping.y;
    float above = (f - uMapping.x) * uMapping.z;
    return (above >= 0.0 ? log(1.0 + above) : above) / LOG_TOTAL;
  }

  float unitSlope(float f) {
    if (uMapping.z == 0.0) return 1.0 / uMapping.y;
    return uMapping.z / (1.0 + max(f - uMapping.x, 0.0) * uMapping.z) / LOG_TOTAL;
  }

  // Four first-order expansions blended bilinearly: smooth normals and isolines from a coarse grid.
  vec3 fieldAt(vec2 uv) {
    int last = textureSize(uField, 0).x - 1;
    vec2 p = clamp(uv, 0.0, 1.0) * float(last);
    ivec2 cell = min(ivec2(p), ivec2(last - 1));
    vec2 size = uSpan / float(last);
    vec3 sum = vec3(0.0);
    for (int k = 0; k < 4; k++) {
      ivec2 corner = ivec2(k & 1, k >> 1);
      vec3 texel = texelFetch(uField, cell + corner, 0).xyz;
      vec2 offset = p - vec2(cell + corner);
      float weight = (1.0 - abs(offset.x)) * (1.0 - abs(offset.y));
      sum += weight * vec3(texel.x + dot(texel.yz, offset * size), texel.yz);
    }
    return sum;
  }

  bool isHole(vec3 texel) {
    return isnan(texel.x) || isinf(texel.x) || isnan(texel.y) || isnan(texel.z);
  }
`

/** Lines of equal height with a width in pixels, fading where they would merge. */
export const isolinesGlsl = /* glsl */ `
  float lineCoverage(float level, float width) {
    float perPixel = length(vec2(dFdx(level), dFdy(level)));
    float distance = abs(fract(level - 0.5) - 0.5) / max(perPixel, 1e-6);
    float fade = 1.0 - smoothstep(0.25, 0.6, perPixel);
    return (1.0 - smoothstep(width * 0.5 - 0.5, width * 0.5 + 0.5, distance)) * fade;
  }

  // Dark ink, light ink in dark valleys. A minor line is one pixel wide, every fifth is stronger.
  vec3 inkIsolines(vec3 color, float height, float count) {
    float minor = lineCoverage(height * count, 1.0);
    float major = lineCoverage(height * count / 5.0, 1.6);
    vec3 ink = height < 0.2 ? vec3(0.75, 0.85, 1.0) : vec3(0.02, 0.05, 0.08);
    return mix(color, ink, max(minor * 0.2, major * 0.42));
  }
`
