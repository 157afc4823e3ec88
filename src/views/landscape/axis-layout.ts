import { type Camera, Vector3 } from 'three'
import { format } from '../format'
import { roundStep, ticks } from '../ticks'
import { BASE, type Block, worldX, worldZ } from './block'
import type { Sprites } from './sprites'
import type { TextBox, TextStyle } from './text-atlas'
import { TICKS } from './uniforms'

/** One number or name beside the block. */
interface Label {
  readonly text: string
  readonly axis: 'x' | 'y'
  /** Place along its axis, in world units. */
  readonly along: number
  /** Number of the tick, counted from zero of the axis: which ones stay when there is little room. */
  readonly tick: number
  readonly isName: boolean
}

/** Distance of numbers and names from the block's foot, in CSS pixels. */
const GAP = { number: 15, name: 38 }
/** Numbers nearer than this to the next are thinned out. */
const ROOM = { x: 40, y: 26 }

export function axisLabels(block: Block): Label[] {
  const { x, y } = block.surface.domain
  const numbers = (axis: 'x' | 'y', low: number, high: number, along: (value: number) => number): Label[] => {
    const step = roundStep((high - low) / TICKS)
    return ticks(low, high, TICKS).map((value) => ({
      text: format(value, digitsFor(low, high, step)),
      axis,
      along: along(value),
      tick: Math.round(value / step),
      isName: false,
    }))
  }
  return [
    ...numbers('x', x[0], x[1], (value) => worldX(block, value)),
    ...numbers('y', y[0], y[1], (value) => worldZ(block, value)),
    { text: 'x', axis: 'x', along: 0, tick: 0, isName: true },
    { text: 'y', axis: 'y', along: 0, tick: 0, isName: true },
  ]
}

/** As many digits as tell neighbouring ticks apart. */
function digitsFor(low: number, high: number, step: number): number {
  const largest = Math.max(Math.abs(low), Math.abs(high))
  return Math.min(Math.max(Math.ceil(Math.log10(largest / step)) + 1, 3), 9)
}

export const axisTexts = (labels: readonly Label[], color: string, paper: string): [string, TextStyle][] =>
  labels.map(({ text, isName }) => [
    text,
    {
      font: isName
        ? 'italic 17px KaTeX_Math, "Times New Roman", Georgia, serif'
        : '500 12.5px ui-sans-serif, system-ui, sans-serif',
      color,
      halo: paper,
    },
  ])

/** Which sides of the block bear numbers: those nearest the camera. When it looks along an axis, the left side. */
export function nearSides(camera: Camera, out: { x: number; y: number }): void {
  const { x, y, z } = camera.position
  const sideways = 0.16 * Math.hypot(x, y, z)
  out.x = x > sideways ? 1 : x < -sideways ? -1 : z >= 0 ? -1 : 1
  out.y = z >= -1e-6 ? 1 : -1
}

/** Places the labels of both axes for a camera. Scratch objects are its own: placing allocates nothing. */
export class AxisLayout {
  readonly #foot = new Vector3()
  readonly #out = new Vector3()

  /** Adds the labels to `sprites`; `near` is as `nearSides` gives it, sizes are in CSS pixels. */
  place(
    sprites: Sprites,
    block: Block,
    labels: readonly Label[],
    boxes: readonly TextBox[],
    camera: Camera,
    near: { readonly x: number; readonly y: number },
    width: number,
    height: number,
  ): void {
    const strideX = this.#stride(block, 'x', labels, camera, near, width, height)
    const strideY = this.#stride(block, 'y', labels, camera, near, width, height)
    labels.forEach((label, n) => {
      const stride = label.axis === 'x' ? strideX : strideY
      if (!label.isName && label.tick % stride !== 0) return
      const box = boxes[n]!
      this.#project(block, label.axis, label.along, 0, near, camera, this.#foot)
      this.#project(block, label.axis, label.along, 0.2, near, camera, this.#out)
      const [dx, dy] = [(this.#out.x - this.#foot.x) * width, (this.#out.y - this.#foot.y) * height]
      const length = Math.hypot(dx, dy) || 1
      // Outward on the screen, by the gap and the half of the text that points inward.
      const gap = (label.isName ? GAP.name : GAP.number) + Math.abs(dx / length) * (box.halfWidth - 6)
      const X = label.axis === 'x' ? label.along : near.x * block.halfX
      const Z = label.axis === 'x' ? near.y * block.halfZ : label.along
      sprites.addText(box, X, -BASE, Z, 1, (dx / length) * gap, (dy / length) * gap)
    })
  }

  /** Every how many numbers one is shown: by the distance of two neighbours on the screen. */
  #stride(
    block: Block,
    axis: 'x' | 'y',
    labels: readonly Label[],
    camera: Camera,
    near: { readonly x: number; readonly y: number },
    width: number,
    height: number,
  ): number {
    let first: Label | undefined
    let least = Number.POSITIVE_INFINITY
    for (const label of labels) {
      if (label.axis !== axis || label.isName) continue
      if (first !== undefined) {
        this.#project(block, axis, first.along, 0, near, camera, this.#foot)
        this.#project(block, axis, label.along, 0, near, camera, this.#out)
        const dx = ((this.#out.x - this.#foot.x) * width) / 2 / ROOM.x
        const dy = ((this.#out.y - this.#foot.y) * height) / 2 / ROOM.y
        least = Math.min(least, Math.hypot(dx, dy))
      }
      first = label
    }
    return least >= 1 ? 1 : least >= 0.5 ? 2 : least >= 0.2 ? 5 : 10
  }

  #project(
    block: Block,
    axis: 'x' | 'y',
    along: number,
    outward: number,
    near: { readonly x: number; readonly y: number },
    camera: Camera,
    out: Vector3,
  ): void {
    if (axis === 'x') out.set(along, -BASE, near.y * (block.halfZ + outward))
    else out.set(near.x * (block.halfX + outward), -BASE, along)
    out.project(camera)
  }
}
