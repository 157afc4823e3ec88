/** What the machine can draw with. */
export interface Graphics {
  /** True when a processor, not a graphics card, computes every pixel: then fewer of them are asked for. */
  readonly software: boolean
  /** Gives the canvas away that was asked, to whoever comes first: where a processor draws, another context takes a tenth of a second. */
  takeCanvas(): HTMLCanvasElement | undefined
}

/** A canvas keeps the context that it was first asked for: it is the one that the landscape wants where a processor draws. */
const wanted: WebGLContextAttributes = { antialias: false, stencil: false, powerPreference: 'high-performance' }

/** Asks for a WebGL 2 context once. Undefined where there is none. */
export function probeGraphics(): Graphics | undefined {
  const canvas = document.createElement('canvas')
  // Most likely the size that it is going to have.
  canvas.width = window.innerWidth
  canvas.height = window.innerHeight
  const gl = canvas.getContext('webgl2', wanted)
  if (gl === null) return undefined
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL))
  const software = /swiftshader|llvmpipe|software|basic render/i.test(renderer)
  // A graphics card smooths edges by itself, in a context that says so. A page may hold sixteen: this one is not kept.
  if (!software) gl.getExtension('WEBGL_lose_context')?.loseContext()
  let spare = software ? canvas : undefined
  const takeCanvas = () => {
    const taken = gl.isContextLost() ? undefined : spare
    spare = undefined
    return taken
  }
  return { software, takeCanvas }
}
