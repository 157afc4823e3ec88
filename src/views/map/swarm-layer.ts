import type { SwarmFrame } from '../overlays'
import { type Frame, toPixelX, toPixelY } from './frame'

/** Radius of a dot in CSS pixels: many are small. */
const dotRadius = (count: number) => (count > 20_000 ? 0.9 : count > 2_000 ? 1.4 : 2.2)

const RIM = rgba(10, 14, 21)
const WHITE = rgba(255, 255, 255)

/** Up to a hundred thousand climbers as dots, written pixel by pixel: as many arcs would take a second. */
export class SwarmLayer {
  #image: ImageData | undefined

  /** Replaces all of a canvas by the swarm. */
  draw(context: CanvasRenderingContext2D, frame: Frame, swarm: SwarmFrame, pixelRatio: number): void {
    const { width, height } = context.canvas
    if (this.#image?.width !== width || this.#image.height !== height) this.#image = new ImageData(width, height)
    const pixels = new Uint32Array(this.#image.data.buffer)
    pixels.fill(0)
    const radius = dotRadius(swarm.count) * pixelRatio
    // All rims first: in a crowd the dots' colours win.
    paintDots(pixels, width, height, frame, swarm, pixelRatio, dotRows(radius + pixelRatio * 0.8), true)
    paintDots(pixels, width, height, frame, swarm, pixelRatio, dotRows(radius), false)
    context.putImageData(this.#image, 0, 0)
  }

  /** Draws the swarm over what is there. */
  drawOnto(context: CanvasRenderingContext2D, frame: Frame, swarm: SwarmFrame, pixelRatio: number): void {
    const { width, height } = context.canvas
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    new SwarmLayer().draw(canvas.getContext('2d')!, frame, swarm, pixelRatio)
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.drawImage(canvas, 0, 0)
    context.restore()
  }
}

/** Half the width of each row of a disc of pixels, from its middle row outwards to both sides. */
export function dotRows(radius: number): number[] {
  return Array.from({ length: Math.floor(radius) + 1 }, (_, row) =>
    Math.round(Math.sqrt(radius * radius - row * row) - 0.25),
  )
}

function paintDots(
  pixels: Uint32Array,
  width: number,
  height: number,
  frame: Frame,
  { count, positions, colors }: SwarmFrame,
  pixelRatio: number,
  rows: readonly number[],
  rim: boolean,
): void {
  // The projection is affine: two products a dot.
  const [x0, y0] = [toPixelX(frame, 0) * pixelRatio, toPixelY(frame, 0) * pixelRatio]
  const [dx, dy] = [toPixelX(frame, 1) * pixelRatio - x0, toPixelY(frame, 1) * pixelRatio - y0]
  const reach = rows.length - 1
  for (let k = 0; k < count; k++) {
    const px = Math.floor(x0 + dx * positions[2 * k]!)
    const py = Math.floor(y0 + dy * positions[2 * k + 1]!)
    // NaN fails the comparison.
    if (!(px >= reach && py >= reach && px < width - reach && py < height - reach)) continue
    const hasColor = colors !== undefined && 3 * k + 2 < colors.length
    const color = rim ? RIM : hasColor ? rgba(colors[3 * k]!, colors[3 * k + 1]!, colors[3 * k + 2]!) : WHITE
    for (let row = -reach; row <= reach; row++) {
      const half = rows[Math.abs(row)]!
      const start = (py + row) * width + px
      pixels.fill(color, start - half, start + half + 1)
    }
  }
}

/** A pixel as the image's memory holds it on every machine that browsers run on: little-endian. */
function rgba(r: number, g: number, b: number): number {
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0
}
