/** Something on the canvas that names must not cover: its middle and half its size, in CSS pixels. */
export interface Obstacle {
  x: number
  y: number
  halfWidth: number
  halfHeight: number
}

/** A name's place beside its head, in CSS pixels right of and above it. */
export interface NamePlace {
  dx: number
  dy: number
  shown: boolean
}

/** Sides of the head in the order in which they are tried: right, left, above, below, then the corners. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const

/** Farther than this between two frames, in CSS pixels, nobody walks. */
const JUMP = 32

/** Where a name's head was in the last frame, and on which side of it the name stood. */
interface Remembered {
  x: number
  y: number
  side: number
}

/**
 * Puts each name on a side of its head where it covers no other head, mark or name, and leaves it out where there is no
 * such side. A name that stands well stays: it does not change sides while its climber walks. One whose head has
 * jumped is placed afresh, so that a playhead that was set shows the same picture wherever it came from.
 */
export class NameLayout {
  readonly #names: Remembered[] = []
  readonly #taken: Obstacle[] = []
  #count = 0
  #width = 0
  #height = 0

  /** Begins a frame on a canvas of this size: what stands in the way is given by `avoid`, then every name by `place`. */
  begin(width: number, height: number): void {
    this.#count = 0
    this.#width = width
    this.#height = height
  }

  avoid(x: number, y: number, halfWidth: number, halfHeight: number): void {
    if (this.#count === this.#taken.length) this.#taken.push({ x, y, halfWidth, halfHeight })
    const obstacle = this.#taken[this.#count++]!
    obstacle.x = x
    obstacle.y = y
    obstacle.halfWidth = halfWidth
    obstacle.halfHeight = halfHeight
  }

  /** A place for name `index` beside a head at (x, y) of the canvas with the radius `reach`. */
  place(
    index: number,
    x: number,
    y: number,
    reach: number,
    box: { readonly halfWidth: number; readonly halfHeight: number },
    out: NamePlace,
  ): void {
    this.#names[index] ??= { x, y, side: 0 }
    const name = this.#names[index]
    if (Math.hypot(x - name.x, y - name.y) > JUMP) name.side = 0
    name.x = x
    name.y = y
    out.shown = this.#try(name.side, x, y, reach, box, out)
    for (let side = 0; side < SIDES.length && !out.shown; side++) {
      out.shown = this.#try(side, x, y, reach, box, out)
      if (out.shown) name.side = side
    }
    if (out.shown) this.avoid(x + out.dx, y - out.dy, box.halfWidth, box.halfHeight)
  }

  #try(
    side: number,
    x: number,
    y: number,
    reach: number,
    { halfWidth, halfHeight }: { readonly halfWidth: number; readonly halfHeight: number },
    out: NamePlace,
  ): boolean {
    const [right, up] = SIDES[side]!
    out.dx = right * (reach + halfWidth)
    out.dy = up * (right === 0 ? reach + halfHeight : 0.6 * reach + halfHeight)
    const [left, top] = [x + out.dx, y - out.dy]
    if (left < halfWidth || left > this.#width - halfWidth) return false
    if (top < halfHeight || top > this.#height - halfHeight) return false
    for (let k = 0; k < this.#count; k++) {
      const other = this.#taken[k]!
      if (
        Math.abs(other.x - left) < other.halfWidth + halfWidth &&
        Math.abs(other.y - top) < other.halfHeight + halfHeight
      )
        return false
    }
    return true
  }
}
