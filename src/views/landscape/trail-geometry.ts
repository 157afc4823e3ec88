import { BufferGeometry } from 'three'
import { growQuads, touch } from './quads'
import type { TrailPoint } from './trail-points'

/** Both ends, their times and the trail's length there, whose trail. */
const sizes = { position: 3, end: 3, timing: 4, who: 1 } as const
/** Which end, which side. */
const corners = [0, -1, 1, -1, 0, 1, 1, 1]

/**
 * All trails in one geometry: a quad for each piece of a trail, its four corners spread on the screen by the vertex
 * shader. Pieces are sorted by the step at which they begin, so that playback draws a prefix. Buffers grow and are
 * reused while climbers are dragged about.
 */
export class TrailGeometry {
  readonly geometry = new BufferGeometry()
  #capacity = 0
  /** The step at which each piece begins, ascending. */
  #begins = new Float32Array(0)
  #count = 0

  set(trails: readonly (readonly TrailPoint[])[]): void {
    this.#count = trails.reduce((sum, points) => sum + countPieces(points), 0)
    if (this.#count === 0) return
    if (this.#count > this.#capacity) this.#grow(Math.max(2 * this.#capacity, this.#count, 512))
    this.#fill(trails)
    touch(this.geometry, sizes)
  }

  /** Draws what has been walked by `step`. */
  show(step: number): void {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#begins[middle]! < step) low = middle + 1
      else high = middle
    }
    this.geometry.setDrawRange(0, 6 * low)
  }

  dispose(): void {
    this.geometry.dispose()
  }

  #grow(capacity: number): void {
    growQuads(this.geometry, capacity, sizes, corners)
    this.#capacity = capacity
    this.#begins = new Float32Array(capacity)
  }

  #fill(trails: readonly (readonly TrailPoint[])[]): void {
    const start = this.geometry.getAttribute('position').array
    const end = this.geometry.getAttribute('end').array
    const timing = this.geometry.getAttribute('timing').array
    const who = this.geometry.getAttribute('who').array
    const heads = trails.map((points) => nextPiece(points, 0))
    for (let n = 0; n < this.#count; n++) {
      const climber = earliest(trails, heads)
      const points = trails[climber]!
      const head = heads[climber]!
      heads[climber] = nextPiece(points, head)
      const [a, b] = [points[head - 1]!, points[head]!]
      this.#begins[n] = a.step
      for (let c = 4 * n; c < 4 * n + 4; c++) {
        start[3 * c] = a.x
        start[3 * c + 1] = a.y
        start[3 * c + 2] = a.z
        end[3 * c] = b.x
        end[3 * c + 1] = b.y
        end[3 * c + 2] = b.z
        timing[4 * c] = a.step
        timing[4 * c + 1] = b.step
        timing[4 * c + 2] = a.along
        timing[4 * c + 3] = b.along
        who[c] = climber
      }
    }
  }
}

const countPieces = (points: readonly TrailPoint[]) =>
  points.reduce((count, { jump }, k) => count + (k > 0 && !jump ? 1 : 0), 0)

/** Index of the end of the next piece after `head`; the trail's length when there is none. */
function nextPiece(points: readonly TrailPoint[], head: number): number {
  let k = head + 1
  while (k < points.length && points[k]!.jump) k++
  return Math.min(k, points.length)
}

/** The trail whose next piece begins first. */
function earliest(trails: readonly (readonly TrailPoint[])[], heads: readonly number[]): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let climber = 0; climber < trails.length; climber++) {
    const head = heads[climber]!
    if (head >= trails[climber]!.length) continue
    const { step } = trails[climber]![head - 1]!
    if (step < least) {
      least = step
      best = climber
    }
  }
  return best
}
