import { Color, type PerspectiveCamera, type Scene, type WebGLRenderer } from 'three'
import { clear, KeptPicture } from './kept-picture'
import { joining, MOVING } from './layers'

/** Frames that nobody joins: the first with climbers, and the one in which they take their first step. */
const ALONE = 2
const ALL_JOINED = ALONE + joining.length - 1

/**
 * Draws a frame. On a graphics card: everything, with the canvas's own antialiasing. On a processor, where a picture of the
 * block takes a tenth of a second: the block is kept as a picture with depth, and a frame in which only climbers move
 * draws that and the climbers. The kept picture is coarse while the camera turns, sharp when it rests, and then
 * smoothed by a few more pictures shifted by parts of a pixel. Those are drawn a band a frame, so that climbers who
 * walk meanwhile do not stumble. What only a walk draws joins the first frames one by one: compiling all of it at once
 * would keep her from setting out for half a second.
 */
export class Compositor {
  readonly #renderer: WebGLRenderer
  readonly #scene: Scene
  readonly #camera: PerspectiveCamera
  readonly #kept: KeptPicture | undefined
  readonly #paper = new Color()
  /** Frames drawn since the climbers' walks are known, as far as that decides who has joined. */
  #frames = 0

  constructor(renderer: WebGLRenderer, scene: Scene, camera: PerspectiveCamera, keep: boolean) {
    this.#renderer = renderer
    this.#scene = scene
    this.#camera = camera
    renderer.autoClear = false
    if (keep) this.#kept = new KeptPicture(renderer, scene, camera)
    else this.#frames = ALL_JOINED
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

  /** Has the shaders of all that is in the scene compiled, and waits for none. */
  compile(): void {
    this.#renderer.compile(this.#scene, this.#camera)
    this.#kept?.compile()
    this.#renderer.getContext().flush()
  }

  /**
   * Draws. `hurried`: the camera is moving, speed before sharpness. `walked`: the climbers' walks are known. True while
   * another frame would be a better one.
   */
  draw(hurried: boolean, walked: boolean): boolean {
    const joins = walked && this.#frames < ALL_JOINED
    const more = this.#kept?.refresh(hurried, this.#paper, this.#frames === ALL_JOINED) ?? false
    this.#compose()
    if (joins) this.#frames++
    return joins || more
  }

  /** The best picture there can be, drawn at once. */
  drawFinal(): void {
    this.#frames = ALL_JOINED
    this.#kept?.finish(this.#paper)
    this.#compose()
  }

  #compose(): void {
    const renderer = this.#renderer
    renderer.getContext().flush()
    renderer.setRenderTarget(null)
    clear(renderer, this.#paper)
    if (this.#kept === undefined) this.#camera.layers.enableAll()
    else {
      this.#kept.paint()
      this.#camera.layers.set(MOVING)
      for (let k = 0; k <= this.#frames - ALONE; k++) this.#camera.layers.enable(joining[k]!)
    }
    renderer.render(this.#scene, this.#camera)
    // Whatever the page still does in this frame, the picture is worked at meanwhile.
    renderer.getContext().flush()
  }

  dispose(): void {
    this.#kept?.dispose()
  }
}
