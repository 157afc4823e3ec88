import type { RootState } from '@react-three/fiber'
import { createContext, useContext } from 'react'
import { type PerspectiveCamera, Vector2, Vector3, type WebGLRenderer } from 'three'
import type { CriticalPoint } from '../../analysis/types'
import type { CameraChoice } from '../../scene/types'
import type { Theme } from '../theme'
import { type Block, domainX, domainY, HEIGHT, smoothUnit, worldX, worldZ } from './block'
import { Compositor } from './compositor'
import type { CriticalMark } from './critical-marks'
import { freeRectangle, type Pose, type Size } from './framing'
import { type Ground, pick } from './picking'
import type { Insets } from './props'
import { Rig } from './rig'
import { Swarm } from './swarm'
import { type BlockUniforms, createBlockUniforms, disposeBlockUniforms } from './uniforms'
import { createPlace, type Place } from './walk'

/** A start flag as drawn. */
export interface Flag {
  readonly climber: number
  readonly x: number
  readonly y: number
  readonly z: number
}

/**
 * What the parts of one landscape share: its renderer, camera, uniforms, and what is under the pointer. Mutable, read in
 * frame loops; React only ever replaces what a part draws.
 */
export class Stage {
  readonly renderer: WebGLRenderer
  readonly camera: PerspectiveCamera
  /** Asks for a frame. */
  readonly invalidate: () => void
  /** Draws a frame at once. */
  readonly advance: () => void
  readonly software: boolean
  readonly rig: Rig
  readonly compositor: Compositor
  readonly uniforms: BlockUniforms
  /** Device pixels of the canvas, and how many a CSS pixel has. */
  readonly uResolution = { value: new Vector2(1, 1) }
  readonly uPixelRatio = { value: 1 }
  /** Both, for materials. */
  readonly screen = { uResolution: this.uResolution, uPixelRatio: this.uPixelRatio }
  readonly swarm: Swarm
  /** While a picture is taken for export, every frame is drawn at its best. */
  capturing = false
  /** True in a frame whose camera differs from the last one's. */
  cameraMoved = true
  /** True where every climber's walk is known, or why there is none. */
  walked = false
  /** Where the climbers are at the playhead, by their index. */
  readonly places: Place[] = []
  flags: readonly Flag[] = []
  block: Block
  size: Size = { width: 1, height: 1 }
  insets: Insets = { left: 0, right: 0, top: 0, bottom: 0 }
  marks: readonly CriticalMark[] = []
  /** Half the size of the marks in CSS pixels. */
  markHalf = 8
  /** The camera that the page asked for, other than by giving back what it had been told. */
  asked: CameraChoice = 'isometric'
  /** The pose last told to the page. */
  reported: Pose | null = null
  /** Told once, after the first picture. */
  onFirstDraw: (() => void) | undefined
  /** The critical point whose mark is under the pointer. */
  hovered: CriticalPoint | null = null
  readonly #seen = new Float64Array(34)
  readonly #scratch = new Vector3()
  readonly #point = { x: 0, y: 0 }

  constructor(
    state: Pick<RootState, 'gl' | 'scene' | 'camera' | 'invalidate' | 'advance'>,
    block: Block,
    software: boolean,
    onRest: (pose: Pose) => void,
  ) {
    this.renderer = state.gl
    this.camera = state.camera as PerspectiveCamera
    this.invalidate = () => state.invalidate()
    this.advance = () => state.advance(performance.now())
    this.software = software
    this.block = block
    this.uniforms = createBlockUniforms('terrain')
    this.swarm = new Swarm(this.uniforms, this.uPixelRatio)
    this.compositor = new Compositor(state.gl, state.scene, this.camera, software)
    this.rig = new Rig({ camera: this.camera, canvas: state.gl.domElement, invalidate: this.invalidate, onRest })
  }

  /** Something still has changed: the next frame draws it anew. */
  touch(): void {
    this.compositor.touch()
    this.invalidate()
  }

  /** Draws the frame that the parts have prepared. */
  draw(): void {
    if (this.capturing) {
      this.compositor.drawFinal()
      return
    }
    const hurried = this.rig.moving || this.cameraMoved
    if (this.compositor.draw(hurried, this.walked)) this.invalidate()
    this.onFirstDraw?.()
    this.onFirstDraw = undefined
  }

  setTheme(theme: Theme): void {
    this.compositor.paper = theme.paper
    this.invalidate()
  }

  /** The canvas has another size and is blank: draws at once, before the page is painted. */
  resized(): void {
    this.touch()
    this.advance()
  }

  resize(size: Size, pixelRatio: number): void {
    this.size = size
    this.uPixelRatio.value = pixelRatio
    this.uResolution.value.set(size.width * pixelRatio, size.height * pixelRatio)
    this.uniforms.uLine.value = pixelRatio
  }

  /** Room for the places of `count` climbers. */
  setClimbers(count: number): void {
    while (this.places.length < count) this.places.push(createPlace())
    this.places.length = count
  }

  /** Notes whether the camera moved since it was last asked. */
  watchCamera(): void {
    const { matrixWorld, projectionMatrix } = this.camera
    let moved = this.#seen[32] !== this.size.width || this.#seen[33] !== this.size.height
    for (let k = 0; k < 16; k++) {
      moved ||= this.#seen[k] !== matrixWorld.elements[k] || this.#seen[16 + k] !== projectionMatrix.elements[k]
    }
    this.cameraMoved = moved
    if (!moved) return
    this.#seen.set(matrixWorld.elements)
    this.#seen.set(projectionMatrix.elements, 16)
    this.#seen[32] = this.size.width
    this.#seen[33] = this.size.height
  }

  /** A place of the domain in world coordinates, on the ground; at mid height where there is none. */
  onGround(x: number, y: number, out = new Vector3()): Vector3 {
    const [X, Z] = [worldX(this.block, x), worldZ(this.block, y)]
    const unit = smoothUnit(this.block, X, Z)
    return out.set(X, (Number.isNaN(unit) ? 0.5 : unit) * HEIGHT, Z)
  }

  /** Where a place of the world is on the canvas, in CSS pixels; the same object each time. */
  toCanvas(x: number, y: number, z: number): Vector3 {
    const at = this.#scratch.set(x, y, z).project(this.camera)
    return at.set(((at.x + 1) / 2) * this.size.width, ((1 - at.y) / 2) * this.size.height, at.z)
  }

  /** A point of the window on the canvas, in its own CSS pixels even where the page scales it; the same object each time. */
  fromWindow(clientX: number, clientY: number): { readonly x: number; readonly y: number } {
    const { left, top, width, height } = this.renderer.domElement.getBoundingClientRect()
    this.#point.x = ((clientX - left) * this.size.width) / (width || 1)
    this.#point.y = ((clientY - top) * this.size.height) / (height || 1)
    return this.#point
  }

  /** The ground under a point of the canvas, in CSS pixels. */
  pick(left: number, top: number, height?: (x: number, y: number) => number): Ground | undefined {
    const { width, height: tall } = this.size
    return pick(this.block, this.camera, (left / width) * 2 - 1, 1 - (top / tall) * 2, height)
  }

  /** Like `pick`, but beside the ground the nearest place of the domain at height `level`: for what is being dragged. */
  pickNear(left: number, top: number, level: number, height?: (x: number, y: number) => number): Ground | undefined {
    const hit = this.pick(left, top, height)
    if (hit !== undefined) return hit
    const { width, height: tall } = this.size
    const ndc = [(left / width) * 2 - 1, 1 - (top / tall) * 2] as const
    const origin = new Vector3(ndc[0], ndc[1], -1).unproject(this.camera)
    const direction = new Vector3(ndc[0], ndc[1], 1).unproject(this.camera).sub(origin)
    const t = (level - origin.y) / direction.y
    if (!(t > 0)) return undefined
    const { x, y } = this.block.surface.domain
    const clamp = (value: number, [low, high]: readonly [number, number]) => Math.min(Math.max(value, low), high)
    return {
      x: clamp(domainX(this.block, origin.x + t * direction.x), x),
      y: clamp(domainY(this.block, origin.z + t * direction.z), y),
    }
  }

  /** The cross-hair: the middle of the free rectangle, in CSS pixels of the canvas. */
  centre(): { x: number; y: number } {
    const { x, y } = freeRectangle(this.size, this.insets)
    return { x, y }
  }

  dispose(): void {
    this.rig.dispose()
    this.swarm.dispose()
    this.compositor.dispose()
    disposeBlockUniforms(this.uniforms)
  }
}

export const StageContext = createContext<Stage | null>(null)

export function useStage(): Stage {
  const stage = useContext(StageContext)
  if (stage === null) throw new Error('a part of the landscape needs a stage')
  return stage
}
