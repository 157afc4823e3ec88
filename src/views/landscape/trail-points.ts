import type { Trajectory } from '../../simulation/trajectory'
import { type Block, HEIGHT, meshUnit, worldX, worldZ } from './block'

/** How far beyond the block's sides trails are drawn, in world units. */
export const OUTSIDE = 0.9

/** Longest piece drawn straight: longer jumps follow the ground. */
const PIECE = 0.025
/** Shorter moves are merged: they could not be told apart on the screen. */
const MERGE = 0.002

/** One corner of a trail as drawn, in world coordinates; the walker is there at the fractional `step`. */
export interface TrailPoint {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly step: number
  /** Length of the trail up to here, in world units. */
  readonly along: number
  /** True where the trail comes back into reach: no line leads here. */
  readonly jump: boolean
}

/** The loss outside the samples, where it is known. */
export type Height = ((x: number, y: number) => number) | undefined

/** Where a climber at (x, y) is drawn: on the triangles within the domain, at the height of the loss beyond it. */
export function groundY(block: Block, height: Height, x: number, y: number, X: number, Z: number): number {
  const onMesh = meshUnit(block, X, Z)
  if (!Number.isNaN(onMesh)) return onMesh * HEIGHT
  const unit = height === undefined ? Number.NaN : block.mapping.toUnit(height(x, y))
  return (Number.isNaN(unit) ? 0 : unit) * HEIGHT
}

/**
 * The walk laid on the ground. Jumps are subdivided, so that no line cuts through a ridge; what lies out of reach is
 * clipped; the walk ends where a point is not finite. At most about `budget` points: a longer walk is drawn by every
 * k-th step.
 */
export function trailPoints(block: Block, trajectory: Trajectory, height: Height, budget: number): TrailPoint[] {
  const walk = new TrailBuilder(block, height)
  const { theta, loss, length } = trajectory
  const stride = Math.ceil(length / budget)
  for (let k = 0; k < length; k += stride) {
    const [x, y] = [theta[2 * k]!, theta[2 * k + 1]!]
    if (!Number.isFinite(x + y + loss[k]!)) break
    const isLast = k + stride >= length
    walk.to(x, y, k, isLast, Math.max(Math.ceil((budget - walk.points.length) / ((length - k) / stride)), 1))
  }
  return walk.points
}

class TrailBuilder {
  readonly points: TrailPoint[] = []
  readonly #block: Block
  readonly #height: Height
  #x = Number.NaN
  #y = Number.NaN
  #step = 0
  #along = 0
  #outside = true

  constructor(block: Block, height: Height) {
    this.#block = block
    this.#height = height
  }

  /** Walks on to (x, y), in at most `most` pieces; a short move is left out unless it is the last. */
  to(x: number, y: number, step: number, isLast: boolean, most: number): void {
    const block = this.#block
    if (Number.isNaN(this.#x)) {
      this.#x = x
      this.#y = y
      this.#step = step
      if (clip(block, x, y, x, y) !== undefined) this.#push(0, x, y, step, true)
      return
    }
    const [x0, y0] = [this.#x, this.#y]
    const length = Math.hypot(worldX(block, x) - worldX(block, x0), worldZ(block, y) - worldZ(block, y0))
    if (length < MERGE && !isLast) return
    const inReach = clip(block, x0, y0, x, y)
    if (inReach !== undefined) this.#pieces(x0, y0, x, y, step, inReach, length, most)
    this.#outside = inReach === undefined || inReach[1] < 1
    this.#x = x
    this.#y = y
    this.#step = step
  }

  #pieces(
    x0: number,
    y0: number,
    x: number,
    y: number,
    step: number,
    [from, to]: readonly [number, number],
    length: number,
    most: number,
  ): void {
    if (this.#outside) this.#push(from, x0, y0, this.#step, true, x, y, step)
    const pieces = Math.min(Math.max(Math.ceil((length * (to - from)) / PIECE), 1), most)
    for (let piece = 1; piece <= pieces; piece++) {
      this.#push(from + ((to - from) * piece) / pieces, x0, y0, this.#step, false, x, y, step)
    }
  }

  /** The point a part `t` of the way from (x0, y0) at step0 to (x1, y1) at step1. */
  #push(t: number, x0: number, y0: number, step0: number, jump: boolean, x1 = x0, y1 = y0, step1 = step0): void {
    const [x, y] = [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]
    const [X, Z] = [worldX(this.#block, x), worldZ(this.#block, y)]
    const Y = groundY(this.#block, this.#height, x, y, X, Z)
    const last = this.points.at(-1)
    if (last !== undefined && !jump) this.#along += Math.hypot(X - last.x, Y - last.y, Z - last.z)
    this.points.push({ x: X, y: Y, z: Z, step: step0 + (step1 - step0) * t, along: this.#along, jump })
    this.#outside = false
  }
}

/** The part of a straight move that lies within reach of the block (Liang & Barsky 1984); undefined where none does. */
export function clip(block: Block, x0: number, y0: number, x1: number, y1: number): [number, number] | undefined {
  const [X, Z] = [worldX(block, x0), worldZ(block, y0)]
  const [dX, dZ] = [worldX(block, x1) - X, worldZ(block, y1) - Z]
  let from = 0
  let to = 1
  for (const [start, delta, reach] of [
    [X, dX, block.halfX + OUTSIDE],
    [Z, dZ, block.halfZ + OUTSIDE],
  ] as const) {
    if (delta === 0) {
      if (Math.abs(start) > reach) return undefined
      continue
    }
    const [a, b] = [(-reach - start) / delta, (reach - start) / delta]
    from = Math.max(from, Math.min(a, b))
    to = Math.min(to, Math.max(a, b))
  }
  return from <= to ? [from, to] : undefined
}
