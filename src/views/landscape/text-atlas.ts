import { CanvasTexture, LinearFilter } from 'three'

/** Where a piece of text lies in the atlas, and how large it is on the screen. */
export interface TextBox {
  readonly u: number
  readonly v: number
  readonly du: number
  readonly dv: number
  /** CSS pixels. */
  readonly halfWidth: number
  readonly halfHeight: number
}

export interface TextStyle {
  readonly font: string
  readonly color: string
  /** Colour of the rim that keeps the text legible over anything. */
  readonly halo: string
}

const WIDTH = 512
const PADDING = 3

/** Short texts drawn once on a canvas and shown as sprites: crisp at their size, and part of exported pictures. */
export class TextAtlas {
  readonly texture: CanvasTexture
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D

  constructor() {
    this.#canvas = document.createElement('canvas')
    this.#context = this.#canvas.getContext('2d')!
    this.texture = this.#createTexture()
  }

  /** Draws the texts anew, in order; returns one box each. */
  set(texts: readonly (readonly [text: string, style: TextStyle])[], pixelRatio: number): TextBox[] {
    const places = this.#arrange(texts, pixelRatio)
    const height = powerOfTwo(Math.max(...places.map(({ y, height }) => y + height), 1))
    const resized = this.#canvas.width !== WIDTH * pixelRatio || this.#canvas.height !== height
    this.#canvas.width = WIDTH * pixelRatio
    this.#canvas.height = height
    // A texture's storage keeps its size for life.
    if (resized) this.texture.dispose()
    texts.forEach(([text, style], n) => {
      this.#draw(text, style, places[n]!, pixelRatio)
    })
    this.texture.needsUpdate = true
    return places.map(({ x, y, width, height: h }) => ({
      u: x / this.#canvas.width,
      v: 1 - (y + h) / height,
      du: width / this.#canvas.width,
      dv: h / height,
      halfWidth: width / 2 / pixelRatio,
      halfHeight: h / 2 / pixelRatio,
    }))
  }

  dispose(): void {
    this.texture.dispose()
  }

  #createTexture(): CanvasTexture {
    const texture = new CanvasTexture(this.#canvas)
    texture.generateMipmaps = false
    texture.minFilter = texture.magFilter = LinearFilter
    return texture
  }

  #arrange(texts: readonly (readonly [string, TextStyle])[], ratio: number) {
    let [x, y, row] = [0, 0, 0]
    return texts.map(([text, { font }]) => {
      this.#context.font = scaled(font, ratio)
      const {
        width: advance,
        fontBoundingBoxAscent: up,
        fontBoundingBoxDescent: down,
      } = this.#context.measureText(text)
      // Even sizes: the middle of the text is then a corner of four pixels.
      const width = Math.min(even(advance + 2 * PADDING * ratio), WIDTH * ratio)
      const height = even(up + down + 2 * PADDING * ratio)
      if (x + width > WIDTH * ratio) {
        x = 0
        y += row
        row = 0
      }
      const place = { x, y, width, height, baseline: y + PADDING * ratio + up }
      x += width
      row = Math.max(row, height)
      return place
    })
  }

  #draw(
    text: string,
    { font, color, halo }: TextStyle,
    place: { x: number; width: number; baseline: number },
    ratio: number,
  ): void {
    const context = this.#context
    context.font = scaled(font, ratio)
    context.textAlign = 'center'
    context.lineJoin = 'round'
    context.lineWidth = 3.2 * ratio
    context.strokeStyle = halo
    context.fillStyle = color
    const middle = place.x + place.width / 2
    context.strokeText(text, middle, place.baseline, place.width)
    context.fillText(text, middle, place.baseline, place.width)
  }
}

/** A CSS font with its size in pixels multiplied. */
const scaled = (font: string, ratio: number) =>
  font.replace(/([\d.]+)px/, (_, size: string) => `${Number(size) * ratio}px`)

const even = (length: number) => 2 * Math.ceil(length / 2)
const powerOfTwo = (length: number) => 2 ** Math.ceil(Math.log2(length))
