import type { Climber } from '../../store/types'
import { identityOf } from '../theme'
import type { Frame } from './frame'
import { strokeTrail, type TrailLook } from './stroke-trail'
import { cornerAt, type Trail, trailOf } from './trail'

/** Corners that all trails have at most, together. */
const BUDGET = 48_000
const LEAST = 1500
/** Corners, and pixels of line, that are drawn anew in every frame before they are laid on the trails' own canvas. */
const LIVE = { corners: 48, pixels: 500 }
const WIDTH = 2.6
/**
 * The trails. What was walked lies on a canvas of its own and is not drawn again; only the last few corners are, and a
 * canvas is wiped only when the playhead goes back or the frame changes.
 */
export class TrailLayer {
  #trails: readonly Trail[] = []
  /** For each trail, the corner up to which it lies on the canvas. */
  #laid: number[] = []
  #selected = -1
  #fresh = false

  /** New trails, or new pixels for them. */
  set(frame: Frame, climbers: readonly Climber[], selected: number): void {
    const budget = Math.max(Math.floor(BUDGET / Math.max(climbers.length, 1)), LEAST)
    this.#trails = climbers.map(({ trajectory }) => (trajectory === null ? EMPTY : trailOf(frame, trajectory, budget)))
    this.#selected = selected
    this.#fresh = true
  }

  /** Brings the canvas of laid trails up to the playhead. */
  lay(context: CanvasRenderingContext2D, playhead: number): void {
    const corners = this.#trails.map((trail) => cornerAt(trail, playhead))
    if (this.#fresh || corners.some((corner, n) => corner < this.#laid[n]!)) {
      wipe(context)
      this.#laid = corners.map(() => 0)
      this.#fresh = false
      this.#strokeAll(context, corners)
      return
    }
    if (corners.some((corner, n) => this.#isLong(n, corner))) this.#strokeAll(context, corners)
  }

  #isLong(n: number, corner: number): boolean {
    const laid = this.#laid[n]!
    const { along } = this.#trails[n]!
    return corner - laid > LIVE.corners || (corner > laid && along[corner]! - along[laid]! > LIVE.pixels)
  }

  #strokeAll(context: CanvasRenderingContext2D, corners: readonly number[]): void {
    for (const n of this.#order()) {
      this.#stroke(context, n, corners[n]!, undefined)
      this.#laid[n] = Math.max(corners[n]!, 0)
    }
  }

  /** Draws what is not laid yet, up to where each climber is at the playhead. */
  drawLive(context: CanvasRenderingContext2D, playhead: number): void {
    for (const n of this.#order()) this.#stroke(context, n, cornerAt(this.#trails[n]!, playhead), playhead)
  }

  /** All of every trail up to the playhead, for an exported picture. */
  drawAll(context: CanvasRenderingContext2D, playhead: number): void {
    for (const n of this.#order()) {
      const trail = this.#trails[n]!
      strokeTrail(context, trail, 0, cornerAt(trail, playhead), playhead, this.#look(n))
    }
  }

  /** The selected climber's trail lies on top. */
  #order(): number[] {
    const all = this.#trails.map((_, n) => n)
    return [...all.filter((n) => n !== this.#selected), ...all.filter((n) => n === this.#selected)]
  }

  #look(n: number): TrailLook {
    return { ...identityOf(n), width: WIDTH * (n === this.#selected ? 1.3 : 1) }
  }

  #stroke(context: CanvasRenderingContext2D, n: number, corner: number, playhead: number | undefined): void {
    strokeTrail(context, this.#trails[n]!, this.#laid[n] ?? 0, corner, playhead, this.#look(n))
  }
}

const EMPTY: Trail = {
  length: 0,
  x: new Float32Array(0),
  y: new Float32Array(0),
  step: new Float64Array(0),
  along: new Float64Array(0),
  jump: new Uint8Array(0),
}

function wipe(context: CanvasRenderingContext2D): void {
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  context.restore()
}
