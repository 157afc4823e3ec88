import { COLORS } from '../colormap'
import { type Block, HEIGHT } from '../landscape/block'
import { SUN } from '../landscape/shade'
import type { Overlay } from '../overlays'
import { readOverlay } from './read-overlay'
import { decode, encoded } from './srgb'

/** Which pixels of the sheet are painted. All lengths are in device pixels. */
export interface ReliefView {
  /** Size of the whole sheet. */
  readonly sheetWidth: number
  readonly sheetHeight: number
  /** The painted window, from the sheet's left and top edge; it may start between pixels. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Thickness of an isoline; 0 draws none. */
  readonly line: number
}

/** On maps the light comes from the upper left: from below, hills would be read as hollows. */
const LIGHT = [SUN[0], SUN[1], -SUN[2]] as const

/** Slopes are shaded as if the relief were this much lower than in the landscape: a map is quiet. */
const QUIET = 0.5

/**
 * Paints the ground as seen from straight above, with the landscape's colours, light and isolines, a row a slice; the
 * result is `width * height` RGBA pixels. Heights are the same blend of expansions that the landscape's shader reads.
 */
export function* paintRelief(
  block: Block,
  colors: Uint8Array,
  overlay: Overlay | null,
  view: ReliefView,
): Generator<void, Uint8ClampedArray<ArrayBuffer>> {
  const pixels = new Uint8ClampedArray(view.width * view.height * 4)
  const { size } = block.field
  const columns = sampleColumns(view, size)
  const row = new SampleRow(size)
  const pen = new Pen(block, colors, overlay, view)
  for (let py = 0; py < view.height; py++) {
    const v = Math.min(Math.max(1 - (view.top + py + 0.5) / view.sheetHeight, 0), 1)
    row.read(block.texels, v * (size - 1))
    pen.paint(pixels, 4 * py * view.width, columns, row, v)
    yield
  }
  return pixels
}

/** Which cell of the samples each column of pixels lies in, and how far. */
interface Columns {
  readonly cell: Uint16Array
  readonly part: Float32Array
}

function sampleColumns({ left, width, sheetWidth }: ReliefView, size: number): Columns {
  const cell = new Uint16Array(width)
  const part = new Float32Array(width)
  for (let px = 0; px < width; px++) {
    const at = Math.min(Math.max((left + px + 0.5) / sheetWidth, 0), 1) * (size - 1)
    cell[px] = Math.min(Math.floor(at), size - 2)
    part[px] = at - cell[px]!
  }
  return { cell, part }
}

/** The samples blended along y once a row: what is left for a pixel is a blend along x. */
class SampleRow {
  readonly height: Float32Array
  readonly riseX: Float32Array
  readonly riseY: Float32Array
  readonly valid: Float32Array

  constructor(size: number) {
    this.height = new Float32Array(size)
    this.riseX = new Float32Array(size)
    this.riseY = new Float32Array(size)
    this.valid = new Float32Array(size)
  }

  /** At a place between the rows of samples, counted from the south. */
  read(texels: Float32Array, at: number): void {
    const size = this.height.length
    const j = Math.min(Math.floor(at), size - 2)
    const t = at - j
    const s = 1 - t
    for (let i = 0, k = 4 * j * size, n = k + 4 * size; i < size; i++, k += 4, n += 4) {
      this.height[i] = s * texels[k]! + t * texels[n]! + 0.5 * s * t * (texels[k + 2]! - texels[n + 2]!)
      this.riseX[i] = s * texels[k + 1]! + t * texels[n + 1]!
      this.riseY[i] = s * texels[k + 2]! + t * texels[n + 2]!
      this.valid[i] = s * texels[k + 3]! + t * texels[n + 3]!
    }
  }
}

/** Light ink on dark valleys, dark ink elsewhere; linear light, as in the landscape's shader. */
const LIGHT_INK = [0.62, 0.76, 1] as const
const DARK_INK = [0.015, 0.04, 0.06] as const

class Pen {
  readonly #block: Block
  readonly #overlay: Overlay | null
  readonly #view: ReliefView
  readonly #linear: Float32Array
  readonly #tint = new Float32Array(4)

  constructor(block: Block, colors: Uint8Array, overlay: Overlay | null, view: ReliefView) {
    this.#block = block
    this.#overlay = overlay
    this.#view = view
    this.#linear = Float32Array.from(colors, (byte) => decode[byte]!)
  }

  paint(pixels: Uint8ClampedArray, start: number, { cell, part }: Columns, row: SampleRow, v: number): void {
    const { field, halfX, halfZ, isolines } = this.#block
    const { sheetWidth, sheetHeight, line } = this.#view
    const { height, riseX, riseY, valid } = row
    const last = field.size - 1
    const slopeX = (QUIET * HEIGHT * last) / (2 * halfX)
    const slopeZ = (QUIET * HEIGHT * last) / (2 * halfZ)
    const [perPixelX, perPixelY] = [last / sheetWidth, last / sheetHeight]
    const cellPixels = Math.min(1 / perPixelX, 1 / perPixelY)
    const tint = this.#tint
    for (let px = 0, out = start; px < cell.length; px++, out += 4) {
      const i = cell[px]!
      const t = part[px]!
      const s = 1 - t
      const filled = s * valid[i]! + t * valid[i + 1]!
      const coverage = filled >= 1 ? 1 : (filled - 0.5) * cellPixels + 0.5
      if (coverage <= 0) continue
      const h = s * height[i]! + t * height[i + 1]! + 0.5 * s * t * (riseX[i]! - riseX[i + 1]!)
      const gx = s * riseX[i]! + t * riseX[i + 1]!
      const gy = s * riseY[i]! + t * riseY[i + 1]!
      const light = lightOn(slopeX * gx, slopeZ * gy)
      const dark = smoothstep(0.1, 0.24, h)
      let ink = 0
      if (line > 0) {
        const [risingX, risingY] = [gx * perPixelX, gy * perPixelY]
        const change = isolines.perUnit * Math.sqrt(risingX * risingX + risingY * risingY)
        ink = inkAt(h * isolines.perUnit + isolines.offset, change, isolines.every, line, dark)
      }
      if (this.#overlay === null) tint[3] = 0
      else readOverlay(this.#overlay, i + t, v * last, last, tint)
      const color = 4 * Math.min(Math.max(Math.round(h * (COLORS - 1)), 0), COLORS - 1)
      for (let channel = 0; channel < 3; channel++) {
        const plain = this.#linear[color + channel]!
        const level = plain + (tint[channel]! - plain) * tint[3]!
        const inkColor = LIGHT_INK[channel]! + (DARK_INK[channel]! - LIGHT_INK[channel]!) * dark
        const lit = level * light
        pixels[out + channel] = encoded(lit + (inkColor - lit) * ink)
      }
      pixels[out + 3] = coverage >= 1 ? 255 : 255 * coverage
    }
  }
}

/** Sky and wrapped sun, as in the landscape without its shadows; the slopes are those of height over the ground. */
function lightOn(slopeX: number, slopeY: number): number {
  const up = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY)
  const wrapped = Math.max(((-slopeX * LIGHT[0] + LIGHT[1] + slopeY * LIGHT[2]) * up + 0.4) / 1.4, 0)
  return 0.6 * (0.7 + 0.3 * up) + 0.8 * wrapped * wrapped
}

/** How much ink an isoline leaves here: every line thin, every `every`-th stronger, none where they run together. */
function inkAt(number: number, change: number, every: number, line: number, dark: number): number {
  const minor = coverage(number, change, line) * (1 - smoothstep(0.22, 0.55, change))
  const strong = change / every
  const major = coverage(number / every, strong, 1.6 * line) * (1 - smoothstep(0.22, 0.55, strong))
  return Math.max(minor * (0.17 + 0.03 * dark), major * (0.3 + 0.12 * dark))
}

/** Of a pixel, by a line at the whole numbers of a quantity that changes by `change` a pixel. */
function coverage(quantity: number, change: number, width: number): number {
  const distance = Math.abs(quantity - Math.round(quantity)) / Math.max(change, 1e-7)
  const half = Math.max(width, 1) / 2
  // A line thinner than a pixel is a fainter line.
  return (1 - smoothstep(half - 0.5, half + 0.5, distance)) * Math.min(width, 1)
}

function smoothstep(low: number, high: number, value: number): number {
  const t = Math.min(Math.max((value - low) / (high - low), 0), 1)
  return t * t * (3 - 2 * t)
}
