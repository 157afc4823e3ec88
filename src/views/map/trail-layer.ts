import type { Climber } from '../../store/types'
import { type Identity, identityOf } from '../theme'
import type { Frame } from './frame'
import { RIM } from './marks'
import { cornerAt, type Trail, trailOf } from './trail'

/** Corners that all trails have at most, together. */
const BUDGET = 48_000
const LEAST = 1500
/** Corners that are drawn anew in every frame before they are laid on the trails' own canvas. */
const LIVE = 48
const WIDTH = 2.6
const HALO = 1
/** Pixels of an older line drawn over the rim of the newer one where they meet. */
const OVERLAP = 8

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
    if (corners.some((corner, n) => corner - this.#laid[n]! > LIVE)) this.#strokeAll(context, corners)
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

interface TrailLook extends Identity {
  readonly width: number
}

/** From one corner to another, and on to the playhead where one is given. */
function strokeTrail(
  context: CanvasRenderingContext2D,
  trail: Trail,
  from: number,
  corner: number,
  playhead: number | undefined,
  { color, dash, width }: TrailLook,
): void {
  if (corner < 0 || trail.length === 0) return
  const path = pathOf(trail, from, corner, playhead)
  if (path === undefined) return
  context.lineCap = 'round'
  context.lineJoin = 'round'
  // Round caps lengthen every dash by the line's width.
  const pattern = dash.map((part, k) => (k % 2 === 0 ? Math.max(part - width, 0.01) : part + width))
  const offset = trail.along[from]! + width / 2
  context.strokeStyle = RIM
  context.lineWidth = width + 2 * HALO
  if (pattern.length > 0) {
    // The rim runs on through the gaps, fainter.
    context.globalAlpha = 0.3
    context.stroke(path)
    context.setLineDash(pattern)
    context.lineDashOffset = offset
  }
  context.globalAlpha = 0.85
  context.stroke(path)
  context.globalAlpha = 1
  context.strokeStyle = color
  context.lineWidth = width
  const start = backBy(trail, from, OVERLAP)
  context.lineDashOffset = trail.along[start]! + width / 2
  context.stroke(start === from ? path : pathOf(trail, start, corner, playhead)!)
  context.setLineDash([])
}

function pathOf(trail: Trail, from: number, corner: number, playhead: number | undefined): Path2D | undefined {
  const { x, y, step, jump, length } = trail
  const path = new Path2D()
  let drawn = false
  path.moveTo(x[from]!, y[from]!)
  for (let k = from + 1; k <= corner; k++) {
    if (jump[k] === 1) path.moveTo(x[k]!, y[k]!)
    else {
      path.lineTo(x[k]!, y[k]!)
      drawn = true
    }
  }
  const next = corner + 1
  if (playhead !== undefined && next < length && jump[next] === 0 && step[next]! > step[corner]!) {
    const t = (playhead - step[corner]!) / (step[next]! - step[corner]!)
    path.lineTo(x[corner]! + (x[next]! - x[corner]!) * t, y[corner]! + (y[next]! - y[corner]!) * t)
    drawn = true
  }
  return drawn ? path : undefined
}

/** The corner so many pixels before another, but not before a gap. */
function backBy({ along, jump }: Trail, from: number, pixels: number): number {
  let k = from
  while (k > 0 && jump[k] === 0 && along[from]! - along[k]! < pixels) k--
  return k
}

function wipe(context: CanvasRenderingContext2D): void {
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  context.restore()
}
