import { type BufferAttribute, BufferGeometry } from 'three'
import type { MarkerShape } from '../theme'
import { growQuads, touch } from './quads'
import type { TextBox } from './text-atlas'

/** What a mark means: shape and colour both say it. */
export type SpriteShape =
  | MarkerShape
  | 'minimum'
  | 'maximum'
  | 'saddle'
  | 'degenerate'
  | 'flag'
  | 'converged'
  | 'stuck'
  | 'diverged'
  | 'text'
  | 'dot'

/** The numbers by which the shader knows the shapes. */
export const shapeIds: Readonly<Record<SpriteShape, number>> = {
  circle: 0,
  square: 1,
  triangle: 2,
  diamond: 3,
  pentagon: 4,
  star: 5,
  cross: 6,
  hexagon: 7,
  minimum: 8,
  maximum: 9,
  saddle: 10,
  degenerate: 11,
  flag: 12,
  converged: 13,
  stuck: 14,
  diverged: 15,
  text: 16,
  dot: 17,
}

export type Rgb = readonly [number, number, number]

/** The `outline` argument of a mark that nothing distinguishes. */
export const PLAIN = 0
/** A ring around the mark: it is selected or under the pointer. */
export const RINGED = 1

const sizes = { position: 3, look: 4, offset: 3, color: 4 } as const
const corners = [-1, -1, 1, -1, -1, 1, 1, 1]

/**
 * Marks of constant size on the screen, filled anew by `begin`, `add`…, `end` whenever something moved. The buffers grow
 * when needed; a refill allocates nothing.
 */
export class Sprites {
  readonly geometry = new BufferGeometry()
  #capacity = 0
  #count = 0

  constructor(capacity = 16) {
    this.#grow(capacity)
  }

  begin(): void {
    this.#count = 0
  }

  /**
   * A mark of `half` the size in CSS pixels, `dx`, `dy` pixels right of and above the place (x, y, z) of the world.
   */
  add(
    shape: SpriteShape,
    x: number,
    y: number,
    z: number,
    half: number,
    [r, g, b]: Rgb,
    alpha: number,
    outline = PLAIN,
    dx = 0,
    dy = 0,
  ): void {
    if (alpha <= 0) return
    this.#quad(x, y, z, shapeIds[shape], half, half, outline, dx, dy, alpha, r, g, b, 0)
  }

  /** A piece of text from the atlas, centred on its place. */
  addText(box: TextBox, x: number, y: number, z: number, alpha: number, dx: number, dy: number): void {
    if (alpha <= 0) return
    this.#quad(x, y, z, shapeIds.text, box.halfWidth, box.halfHeight, 0, dx, dy, alpha, box.u, box.v, box.du, box.dv)
  }

  end(): void {
    touch(this.geometry, sizes)
    this.geometry.setDrawRange(0, 6 * this.#count)
  }

  #quad(
    x: number,
    y: number,
    z: number,
    shape: number,
    halfWidth: number,
    halfHeight: number,
    outline: number,
    dx: number,
    dy: number,
    alpha: number,
    r: number,
    g: number,
    b: number,
    a: number,
  ): void {
    if (this.#count === this.#capacity) this.#grow(2 * this.#capacity)
    const { position, look, offset, color } = this.geometry.attributes as Record<string, BufferAttribute>
    const first = 4 * this.#count
    for (let c = first; c < first + 4; c++) {
      position!.setXYZ(c, x, y, z)
      look!.setXYZW(c, shape, halfWidth, halfHeight, outline)
      offset!.setXYZ(c, dx, dy, alpha)
      color!.setXYZW(c, r, g, b, a)
    }
    this.#count++
  }

  #grow(capacity: number): void {
    growQuads(this.geometry, capacity, sizes, corners)
    this.#capacity = capacity
  }
}
