/** What the machine can draw with. */
export interface Graphics {
  /** True when a processor, not a graphics card, computes every pixel: then fewer of them are asked for. */
  readonly software: boolean
}

/** Asks for a WebGL 2 context once, and gives it back. Undefined where there is none. */
export function probeGraphics(): Graphics | undefined {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (gl === null) return undefined
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL))
  // A page may hold sixteen contexts: this one is not kept.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return { software: /swiftshader|llvmpipe|software|basic render/i.test(renderer) }
}
