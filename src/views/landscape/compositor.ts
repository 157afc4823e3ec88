import {
  AlwaysDepth,
  BufferAttribute,
  BufferGeometry,
  Camera,
  Color,
  DepthTexture,
  LinearFilter,
  Mesh,
  NearestFilter,
  type PerspectiveCamera,
  Scene,
  ShaderMaterial,
  type Texture,
  UnsignedIntType,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'

/** What only changes with camera, surface and theme: block, ground, axes. */
export const STILL = 0
/** What moves while the climbers walk: trails, marks, arrows. */
export const MOVING = 1

/** Part of the resolution along each side while a software renderer turns the picture. */
const COARSE = 0.6
/** Pictures averaged to smooth the edges of a still picture, and where in the pixel each looks. */
const JITTER: readonly (readonly [number, number])[] = [
  [0.125, -0.375],
  [-0.375, -0.125],
  [0.375, 0.125],
  [-0.125, 0.375],
]

/**
 * Draws a frame. On a graphics card: everything, with the canvas's own antialiasing. On a processor, where a picture of the
 * block takes a tenth of a second: the block is kept as a picture with depth, and a frame in which only climbers move
 * draws that and the climbers. The kept picture is coarse while the camera turns, sharp when it rests, and then
 * smoothed by a few more pictures shifted by parts of a pixel. Those are drawn a band a frame, so that climbers who
 * walk meanwhile do not stumble.
 */
export class Compositor {
  readonly #renderer: WebGLRenderer
  readonly #scene: Scene
  readonly #camera: PerspectiveCamera
  readonly #kept: KeptPicture | undefined
  readonly #paper = new Color()

  constructor(renderer: WebGLRenderer, scene: Scene, camera: PerspectiveCamera, keep: boolean) {
    this.#renderer = renderer
    this.#scene = scene
    this.#camera = camera
    renderer.autoClear = false
    if (keep) this.#kept = new KeptPicture(renderer, scene, camera)
  }

  set paper(color: string) {
    // Shaders write encoded colours; so does the clear.
    this.#paper.setStyle(color, '')
    this.touch()
  }

  /** The still part has changed. */
  touch(): void {
    this.#kept?.touch()
  }

  /** Draws. `hurried`: the camera is moving, speed before sharpness. True while another frame would be a better one. */
  draw(hurried: boolean): boolean {
    const more = this.#kept?.refresh(hurried, this.#paper) ?? false
    this.#compose()
    return more
  }

  /** The best picture there can be, drawn at once. */
  drawFinal(): void {
    this.#kept?.finish(this.#paper)
    this.#compose()
  }

  #compose(): void {
    const renderer = this.#renderer
    renderer.setRenderTarget(null)
    clear(renderer, this.#paper)
    if (this.#kept === undefined) this.#camera.layers.enableAll()
    else {
      this.#kept.paint()
      this.#camera.layers.set(MOVING)
    }
    renderer.render(this.#scene, this.#camera)
  }

  dispose(): void {
    this.#kept?.dispose()
  }
}

function clear(renderer: WebGLRenderer, { r, g, b }: Color): void {
  renderer.state.buffers.color.setClear(r, g, b, 1, false)
  renderer.clear()
}

/** Bands in which a smoothing picture is drawn. */
const BANDS = 6

/** The still part of the scene as colours and depths, and how good they are. */
class KeptPicture {
  readonly #renderer: WebGLRenderer
  readonly #scene: Scene
  readonly #camera: PerspectiveCamera
  readonly #first = target(true)
  readonly #next = target(true)
  readonly #mean = target(false)
  readonly #painter = new Painter()
  readonly #size = new Vector2()
  /** View and projection of the kept picture. */
  readonly #seen = new Float64Array(32)
  #stale = true
  #coarse = false
  #pictures = 0
  /** Bands of the next smoothing picture that are drawn. */
  #bands = 0

  constructor(renderer: WebGLRenderer, scene: Scene, camera: PerspectiveCamera) {
    this.#renderer = renderer
    this.#scene = scene
    this.#camera = camera
  }

  touch(): void {
    this.#stale = true
  }

  refresh(hurried: boolean, paper: Color): boolean {
    this.#renderer.getDrawingBufferSize(this.#size)
    if (this.#cameraMoved() || this.#resized()) this.#stale = true
    if (this.#stale || (this.#coarse && !hurried)) {
      this.#coarse = hurried
      const scale = hurried ? COARSE : 1
      this.#first.setSize(Math.ceil(this.#size.x * scale), Math.ceil(this.#size.y * scale))
      this.#render(this.#first, paper)
      this.#stale = false
      this.#pictures = 1
      this.#bands = 0
    } else if (!this.#coarse && this.#pictures <= JITTER.length) this.#smooth(paper, BANDS)
    return this.#coarse || this.#pictures <= JITTER.length
  }

  /** Draws and smooths all there is to. */
  finish(paper: Color): void {
    this.refresh(false, paper)
    while (this.#pictures <= JITTER.length) this.#smooth(paper, 1)
  }

  /** Draws the kept picture, with its depths, into the canvas. */
  paint(): void {
    const colors = this.#pictures > 1 ? this.#mean : this.#first
    this.#painter.paint(this.#renderer, colors.texture, this.#first.depthTexture, 1)
  }

  dispose(): void {
    for (const each of [this.#first, this.#next, this.#mean]) {
      each.depthTexture?.dispose()
      each.dispose()
    }
    this.#painter.dispose()
  }

  #render(into: WebGLRenderTarget, paper: Color): void {
    this.#renderer.setRenderTarget(into)
    clear(this.#renderer, paper)
    this.#camera.layers.set(STILL)
    this.#renderer.render(this.#scene, this.#camera)
  }

  /** Draws one more band of one more picture, taken a part of a pixel aside, and averages the picture when it is whole. */
  #smooth(paper: Color, bands: number): void {
    this.#renderBand(paper, bands)
    if (++this.#bands < bands) return
    this.#bands = 0
    const renderer = this.#renderer
    if (this.#pictures === 1) {
      this.#mean.setSize(this.#size.x, this.#size.y)
      renderer.setRenderTarget(this.#mean)
      this.#painter.paint(renderer, this.#first.texture, null, 1)
    }
    this.#pictures++
    renderer.setRenderTarget(this.#mean)
    this.#painter.paint(renderer, this.#next.texture, null, 1 / this.#pictures)
  }

  #renderBand(paper: Color, bands: number): void {
    const { x: width, y: height } = this.#size
    const [dx, dy] = JITTER[this.#pictures - 1]!
    const { elements } = this.#camera.projectionMatrix
    const [shiftX, shiftY] = [(2 * dx) / width, (2 * dy) / height]
    elements[8]! += shiftX
    elements[9]! += shiftY
    this.#next.setSize(width, height)
    const from = Math.floor((this.#bands * height) / bands)
    const to = Math.floor(((this.#bands + 1) * height) / bands)
    this.#next.scissor.set(0, from, width, to - from)
    this.#next.scissorTest = true
    this.#render(this.#next, paper)
    elements[8]! -= shiftX
    elements[9]! -= shiftY
  }

  #resized(): boolean {
    const scale = this.#coarse ? COARSE : 1
    return (
      this.#first.width !== Math.ceil(this.#size.x * scale) || this.#first.height !== Math.ceil(this.#size.y * scale)
    )
  }

  #cameraMoved(): boolean {
    const { matrixWorld, projectionMatrix } = this.#camera
    let moved = false
    for (let k = 0; k < 16; k++) {
      if (this.#seen[k] !== matrixWorld.elements[k] || this.#seen[16 + k] !== projectionMatrix.elements[k]) moved = true
      this.#seen[k] = matrixWorld.elements[k]!
      this.#seen[16 + k] = projectionMatrix.elements[k]!
    }
    return moved
  }
}

function target(withDepth: boolean): WebGLRenderTarget {
  return new WebGLRenderTarget(1, 1, {
    minFilter: LinearFilter,
    magFilter: LinearFilter,
    generateMipmaps: false,
    depthBuffer: withDepth,
    depthTexture: withDepth ? depthTexture() : null,
  })
}

function depthTexture(): DepthTexture {
  const texture = new DepthTexture(1, 1, UnsignedIntType)
  texture.minFilter = texture.magFilter = NearestFilter
  return texture
}

/** Copies a picture, with or without depths, over the whole of what is being drawn into. */
class Painter {
  readonly #scene = new Scene()
  readonly #geometry = new BufferGeometry()
  readonly #material = new ShaderMaterial({
    name: 'painter',
    uniforms: { uPicture: { value: null }, uDepth: { value: null }, uOpacity: { value: 1 } },
    vertexShader: /* glsl */ `
      varying vec2 vUv;
      void main() {
        vUv = position.xy * 0.5 + 0.5;
        gl_Position = vec4(position.xy, 0.0, 1.0);
      }
    `,
    fragmentShader: /* glsl */ `
      uniform sampler2D uPicture;
      uniform highp sampler2D uDepth;
      uniform float uOpacity;
      varying vec2 vUv;
      void main() {
        gl_FragColor = vec4(texture(uPicture, vUv).rgb, uOpacity);
        gl_FragDepth = texture(uDepth, vUv).r;
      }
    `,
    transparent: true,
    depthFunc: AlwaysDepth,
  })
  readonly #camera = new Camera()

  constructor() {
    // One triangle that covers the square.
    this.#geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3))
    const mesh = new Mesh(this.#geometry, this.#material)
    mesh.frustumCulled = false
    this.#scene.add(mesh)
  }

  paint(renderer: WebGLRenderer, picture: Texture, depth: Texture | null, opacity: number): void {
    const { uniforms } = this.#material
    uniforms.uPicture!.value = picture
    uniforms.uDepth!.value = depth
    uniforms.uOpacity!.value = opacity
    this.#material.depthWrite = depth !== null
    renderer.render(this.#scene, this.#camera)
  }

  dispose(): void {
    this.#geometry.dispose()
    this.#material.dispose()
  }
}
