import {
  type Color,
  DepthTexture,
  LinearFilter,
  NearestFilter,
  type PerspectiveCamera,
  type Scene,
  UnsignedIntType,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { STILL } from './layers'
import { Painter } from './painter'

/** Part of the resolution along each side while a software renderer turns the picture. */
const COARSE = 0.6
/** Pictures averaged to smooth the edges of a still picture, and where in the pixel each looks. */
const JITTER: readonly (readonly [number, number])[] = [
  [0.125, -0.375],
  [-0.375, -0.125],
  [0.375, 0.125],
  [-0.125, 0.375],
]

/** Bands in which a smoothing picture is drawn. */
const BANDS = 6

/** The still part of the scene as colours and depths, and how good they are. */
export class KeptPicture {
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

  /** Draws what has changed. `smooths`: where nothing has, one more band of a smoother picture. True while there is more to do. */
  refresh(hurried: boolean, paper: Color, smooths: boolean): boolean {
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
    } else if (smooths && !this.#coarse && this.#pictures <= JITTER.length) this.#smooth(paper, BANDS)
    return this.#coarse || (smooths && this.#pictures <= JITTER.length)
  }

  /** Has the shader compiled that only pictures need. */
  compile(): void {
    this.#painter.compile(this.#renderer)
  }

  /** Draws and smooths all there is to. */
  finish(paper: Color): void {
    this.refresh(false, paper, false)
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

/** Fills what is drawn into with a colour that is already encoded, as the shaders write theirs. */
export function clear(renderer: WebGLRenderer, { r, g, b }: Color): void {
  renderer.state.buffers.color.setClear(r, g, b, 1, false)
  renderer.clear()
}
