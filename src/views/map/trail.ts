import type { Trajectory } from '../../simulation/trajectory'
import { worldX, worldZ } from '../landscape/block'
import { OUTSIDE } from '../landscape/trail-points'
import { lastFinite } from '../landscape/walk'
import { clip } from './clip'
import { type Box, type Frame, pixelX, pixelY } from './frame'

/** Moves shorter than this many pixels are merged: nobody could tell them apart. */
const MERGE = 0.6
/** Trails are drawn so far beyond the canvas's border, so that their caps and dashes do not show there. */
const BEYOND = 60

/** A walk as a line on the canvas: structure of arrays, `length` corners. */
export interface Trail {
  readonly length: number
  /** CSS pixels. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** The fractional step at which she is there. */
  readonly step: Float64Array
  /** Length of the line up to here, in pixels: where in the dash pattern it is. */
  readonly along: Float64Array
  /** 1 where the walk comes back into the picture: no line leads here. */
  readonly jump: Uint8Array
}

/**
 * The walk in the pixels of a frame. What lies out of reach (see the landscape's `OUTSIDE`) or off the canvas is cut away; it ends
 * where it is not finite. A walk longer than `budget` is drawn by every k-th step.
 */
export function trailOf(frame: Frame, trajectory: Trajectory, budget: number): Trail {
  const builder = new TrailBuilder(frame)
  const { theta } = trajectory
  const last = lastFinite(trajectory)
  const stride = Math.ceil((last + 1) / budget)
  for (let k = 0; k < last; k += stride) builder.to(theta[2 * k]!, theta[2 * k + 1]!, k)
  builder.to(theta[2 * last]!, theta[2 * last + 1]!, last, true)
  return builder.trail()
}

/** Where trails are drawn: within reach of the sheet, and not far off the canvas. */
export function reachOf({ sheet, scale, size }: Frame): Box {
  const reach = OUTSIDE * scale
  return {
    left: Math.max(sheet.left - reach, -BEYOND),
    top: Math.max(sheet.top - reach, -BEYOND),
    right: Math.min(sheet.right + reach, size.width + BEYOND),
    bottom: Math.min(sheet.bottom + reach, size.height + BEYOND),
  }
}

class TrailBuilder {
  readonly #frame: Frame
  readonly #reach: Box
  readonly #x: number[] = []
  readonly #y: number[] = []
  readonly #step: number[] = []
  readonly #along: number[] = []
  readonly #jump: number[] = []
  #fromX = Number.NaN
  #fromY = Number.NaN
  #fromStep = 0
  /** The line does not end where the walk is: a piece has been cut away. */
  #cut = true

  constructor(frame: Frame) {
    this.#frame = frame
    this.#reach = reachOf(frame)
  }

  /** Walks on to a place of the domain; a move that nobody could see is merged with the next unless it is the last. */
  to(x: number, y: number, step: number, isLast = false): void {
    const { block } = this.#frame
    const px = pixelX(this.#frame, worldX(block, x))
    const py = pixelY(this.#frame, worldZ(block, y))
    const isFirst = Number.isNaN(this.#fromX)
    if (!isFirst) {
      if (!isLast && Math.hypot(px - this.#fromX, py - this.#fromY) < MERGE) return
      this.#move(px, py, step)
    }
    this.#fromX = px
    this.#fromY = py
    this.#fromStep = step
  }

  trail(): Trail {
    return {
      length: this.#x.length,
      x: Float32Array.from(this.#x),
      y: Float32Array.from(this.#y),
      step: Float64Array.from(this.#step),
      along: Float64Array.from(this.#along),
      jump: Uint8Array.from(this.#jump),
    }
  }

  #move(px: number, py: number, step: number): void {
    const seen = clip(this.#fromX, this.#fromY, px, py, this.#reach)
    if (seen === undefined) {
      this.#cut = true
      return
    }
    const [from, to] = seen
    if (this.#cut || from > 0) this.#push(from, px, py, step, 1)
    this.#push(to, px, py, step, 0)
    this.#cut = to < 1
  }

  #push(t: number, px: number, py: number, step: number, jump: 0 | 1): void {
    const x = this.#fromX + (px - this.#fromX) * t
    const y = this.#fromY + (py - this.#fromY) * t
    const last = this.#x.length - 1
    const moved = last < 0 || jump === 1 ? 0 : Math.hypot(x - this.#x[last]!, y - this.#y[last]!)
    this.#along.push((this.#along[last] ?? 0) + moved)
    this.#x.push(x)
    this.#y.push(y)
    this.#step.push(this.#fromStep + (step - this.#fromStep) * t)
    this.#jump.push(jump)
  }
}

/** Index of the last corner reached at a playhead; -1 before the first. */
export function cornerAt({ step, length }: Trail, playhead: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (step[middle]! <= playhead) low = middle + 1
    else high = middle
  }
  return low - 1
}
