import { MOUSE, type PerspectiveCamera, Spherical, TOUCH, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import { type Block, HEIGHT, smoothUnit } from './block'
import { type Fit, fitBlock, type Pose, type Size, TARGET } from './framing'
import type { Insets } from './props'

const FLIGHT_MS = 220
const RADIANS = Math.PI / 180
/** Degrees above the horizon at least: the camera never looks from below the ground. */
const LOWEST = 3
/** Straight above is left out by a hair, so that north stays up. */
const HIGHEST = 89.9
/** The camera keeps this far above the ground, in world units. */
const CLEARANCE = 0.06

/** Where the camera is: the same numbers that a flight changes. */
interface Shot {
  azimuth: number
  elevation: number
  distance: number
  readonly target: Vector3
  shiftX: number
  shiftY: number
}

const createShot = (): Shot => ({ azimuth: 0, elevation: 30, distance: 5, target: new Vector3(), shiftX: 0, shiftY: 0 })

export interface RigOptions {
  readonly camera: PerspectiveCamera
  readonly canvas: HTMLElement
  /** Asks for a frame. */
  readonly invalidate: () => void
  /** The viewer has turned or zoomed, and the camera has come to rest. */
  readonly onRest: (pose: Pose) => void
}

/**
 * The camera: it orbits under the pointer, frames the block within the free rectangle and flies between shots. Frames
 * are asked for only while something moves, and moving allocates nothing.
 */
export class Rig {
  readonly #camera: PerspectiveCamera
  readonly #controls: OrbitControls
  readonly #invalidate: () => void
  readonly #onRest: (pose: Pose) => void
  readonly #from = createShot()
  readonly #to = createShot()
  readonly #now = createShot()
  readonly #offset = new Vector3()
  readonly #spherical = new Spherical()
  /** When the flight that is under way began; NaN when there is none. */
  #begun = Number.NaN
  #size: Size = { width: 1, height: 1 }
  #insets: Insets = { left: 0, right: 0, top: 0, bottom: 0 }
  #half = { x: 1, z: 1 }
  #block: Block | undefined
  #framed = false
  #flies = true
  #dragging = false
  #touched = false

  constructor({ camera, canvas, invalidate, onRest }: RigOptions) {
    this.#camera = camera
    this.#invalidate = invalidate
    this.#onRest = onRest
    const controls = new OrbitControls(camera, canvas)
    controls.dampingFactor = 0.14
    controls.minPolarAngle = (90 - HIGHEST) * RADIANS
    controls.maxPolarAngle = (90 - LOWEST) * RADIANS
    controls.maxTargetRadius = 1.5
    controls.cursor.copy(TARGET)
    controls.touches = { ONE: TOUCH.ROTATE, TWO: TOUCH.DOLLY_PAN }
    controls.mouseButtons = { LEFT: MOUSE.ROTATE, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN }
    controls.addEventListener('change', () => {
      // Flights and resizing move the camera too; only the viewer's own moves are told to the page.
      if (this.#dragging) this.#touched = true
      invalidate()
    })
    controls.addEventListener('start', () => {
      this.#begun = Number.NaN
      this.#dragging = true
    })
    controls.addEventListener('end', () => {
      this.#dragging = false
      invalidate()
    })
    this.#controls = controls
  }

  dispose(): void {
    this.#controls.dispose()
  }

  /** Whether the camera may fly and coast. */
  setMotion(flies: boolean, coasts: boolean): void {
    this.#flies = flies
    this.#controls.enableDamping = flies && coasts
  }

  /** While a start is dragged the camera holds still. */
  set enabled(enabled: boolean) {
    this.#controls.enabled = enabled
  }

  /** True while the pointer holds the camera or a flight is under way. */
  get moving(): boolean {
    return this.#dragging || this.#flying
  }

  /** From the camera to what it looks at, in world units. */
  get distance(): number {
    return this.#camera.position.distanceTo(this.#controls.target)
  }

  set block(block: Block) {
    this.#block = block
    if (block.halfX === this.#half.x && block.halfZ === this.#half.z) return
    const before = this.#framed ? this.#whole() : undefined
    this.#half = { x: block.halfX, z: block.halfZ }
    if (before !== undefined) this.#reframe(before)
  }

  /** New free space: keeps the direction and how large the block is in it. */
  layout(size: Size, insets: Insets): void {
    const before = this.#framed ? this.#whole() : undefined
    this.#size = size
    this.#insets = insets
    if (before !== undefined) this.#reframe(before)
  }

  /** Looks from there; flies unless it is the first look. */
  look(pose: Pose): void {
    this.#shotOf(pose, this.#to)
    this.#go(this.#framed)
    this.#framed = true
  }

  pose(): Pose {
    const { azimuth, elevation, distance } = this.#read(this.#now)
    return { azimuth, elevation, zoom: this.#whole({ azimuth, elevation, zoom: 1 }).distance / distance }
  }

  orbit(azimuth: number, elevation: number): void {
    this.#read(this.#to)
    this.#to.azimuth += azimuth
    this.#to.elevation = Math.min(Math.max(this.#to.elevation + elevation, LOWEST), HIGHEST)
    this.#touched = true
    this.#go(false)
  }

  zoom(factor: number): void {
    this.#read(this.#to)
    this.#to.distance = Math.min(
      Math.max(this.#to.distance / factor, this.#controls.minDistance),
      this.#controls.maxDistance,
    )
    this.#touched = true
    this.#go(false)
  }

  /** Brings a place of the world into the middle of the free rectangle, from the same direction. */
  flyTo(x: number, y: number, z: number): void {
    this.#read(this.#to)
    const { distance } = this.#whole(this.pose())
    this.#to.target.set(x, y, z)
    this.#to.distance = Math.min(this.#to.distance, 0.55 * distance)
    // The target itself lies in the middle now: what shifted the block's outline is undone.
    this.#to.shiftX = this.#size.width / 2 - this.#freeCentreX()
    this.#to.shiftY = this.#size.height / 2 - this.#freeCentreY()
    this.#go(true)
  }

  /** Moves the camera for this frame; asks for the next one while it is on its way. True when it moved. */
  update(now: number): boolean {
    if (this.#flying) {
      const t = Math.min(Math.max((now - this.#begun) / FLIGHT_MS, 0), 1)
      this.#between(t * t * (3 - 2 * t))
      if (t >= 1) this.#begun = Number.NaN
      this.#invalidate()
      return true
    }
    const moved = this.#controls.update()
    if (moved) this.#stayAbove()
    else if (this.#touched && !this.#dragging) {
      this.#touched = false
      this.#onRest(this.pose())
    }
    return moved
  }

  get #flying(): boolean {
    return !Number.isNaN(this.#begun)
  }

  #whole(pose: Pose = this.pose()): Fit {
    return fitBlock(pose, this.#size, this.#insets, this.#half)
  }

  #freeCentreX = () => (this.#insets.left + this.#size.width - this.#insets.right) / 2
  #freeCentreY = () => (this.#insets.top + this.#size.height - this.#insets.bottom) / 2

  #shotOf(pose: Pose, shot: Shot): void {
    const { distance, shiftX, shiftY } = this.#whole(pose)
    shot.azimuth = pose.azimuth
    shot.elevation = Math.min(Math.max(pose.elevation, LOWEST), HIGHEST)
    shot.distance = distance / pose.zoom
    shot.target.copy(TARGET)
    shot.shiftX = shiftX
    shot.shiftY = shiftY
    this.#controls.minDistance = 0.12 * distance
    this.#controls.maxDistance = 2.5 * distance
  }

  /** The same view of the block in another rectangle. */
  #reframe(before: Fit): void {
    this.#read(this.#to)
    const after = this.#whole()
    this.#to.distance *= after.distance / before.distance
    this.#to.shiftX += after.shiftX - before.shiftX
    this.#to.shiftY += after.shiftY - before.shiftY
    this.#controls.minDistance = 0.12 * after.distance
    this.#controls.maxDistance = 2.5 * after.distance
    this.#go(true)
  }

  /** What the camera shows now, or is flying to. */
  #read(shot: Shot): Shot {
    if (this.#flying) return copy(this.#to, shot)
    this.#offset.copy(this.#camera.position).sub(this.#controls.target)
    const { theta, phi, radius } = this.#spherical.setFromVector3(this.#offset)
    shot.azimuth = theta / RADIANS
    shot.elevation = 90 - phi / RADIANS
    shot.distance = radius
    shot.target.copy(this.#controls.target)
    shot.shiftX = this.#now.shiftX
    shot.shiftY = this.#now.shiftY
    return shot
  }

  /** Sets out for `#to`. */
  #go(flying: boolean): void {
    const under = this.#flying
    if (flying && this.#flies && this.#framed) {
      if (under) copy(this.#now, this.#from)
      else this.#read(this.#from)
      // The short way round.
      this.#to.azimuth -= 360 * Math.round((this.#to.azimuth - this.#from.azimuth) / 360)
      this.#begun = performance.now()
    } else {
      this.#begun = Number.NaN
      this.#apply(copy(this.#to, this.#now))
    }
    this.#invalidate()
  }

  #between(t: number): void {
    const { azimuth, elevation, distance, shiftX, shiftY, target } = this.#from
    const to = this.#to
    const now = this.#now
    now.azimuth = azimuth + (to.azimuth - azimuth) * t
    now.elevation = elevation + (to.elevation - elevation) * t
    now.distance = distance * (to.distance / distance) ** t
    now.target.lerpVectors(target, to.target, t)
    now.shiftX = shiftX + (to.shiftX - shiftX) * t
    now.shiftY = shiftY + (to.shiftY - shiftY) * t
    this.#apply(now)
  }

  #apply({ azimuth, elevation, distance, target, shiftX, shiftY }: Shot): void {
    const camera = this.#camera
    const { width, height } = this.#size
    this.#spherical.set(distance, (90 - elevation) * RADIANS, azimuth * RADIANS)
    this.#controls.target.copy(target)
    camera.position.setFromSpherical(this.#spherical).add(target)
    camera.aspect = width / height
    camera.setViewOffset(width, height, shiftX, shiftY, width, height)
    camera.lookAt(target)
    this.#stayAbove()
    camera.updateMatrixWorld()
  }

  /** A camera that would enter the relief is lifted over it. */
  #stayAbove(): void {
    const { position } = this.#camera
    if (this.#block === undefined) return
    const ground = smoothUnit(this.#block, position.x, position.z) * HEIGHT + CLEARANCE
    if (!(position.y < ground)) return
    position.y = ground
    this.#camera.lookAt(this.#controls.target)
    this.#camera.updateMatrixWorld()
  }
}

function copy(from: Shot, to: Shot): Shot {
  to.azimuth = from.azimuth
  to.elevation = from.elevation
  to.distance = from.distance
  to.target.copy(from.target)
  to.shiftX = from.shiftX
  to.shiftY = from.shiftY
  return to
}
