import { colormap } from '../colormap'
import type { Block } from '../landscape/block'
import type { Overlay } from '../overlays'
import type { Frame } from './frame'
import { paintRelief, type ReliefView } from './relief'

/** Pixels along the longer side of the picture that is there at once. */
const COARSE = 384
/** Milliseconds of painting between two breaths of the page. */
const SLICE_MS = 7
/** The view rests for so long before it is painted finely. */
const REST_MS = 60

/** What is painted; changes of the view alone keep it. */
export interface SheetContent {
  readonly block: Block
  readonly contours: boolean
  readonly overlay: Overlay | null
}

/** A painted picture and the part of the sheet it shows, as shares of the sheet's sides from its left and top. */
interface Picture {
  readonly canvas: HTMLCanvasElement
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * The shaded relief as pictures: a coarse one of the whole sheet, painted at once, and a fine one of what is seen, pixel for pixel,
 * painted in slices as soon as the view rests. While one drags or zooms, both are moved and stretched.
 */
export class Sheet {
  readonly #onPainted: () => void
  readonly #colors = colormap('terrain')
  #content: SheetContent | undefined
  #coarse: Picture | undefined
  #fine: Picture | undefined
  #fineKey = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(onPainted: () => void) {
    this.#onPainted = onPainted
  }

  /** Draws the sheet in its frame, with the pictures at hand; orders a better one if there is none. */
  draw(context: CanvasRenderingContext2D, frame: Frame, content: SheetContent, pixelRatio: number): void {
    if (!sameContent(content, this.#content)) {
      this.#content = content
      this.#coarse = paintCoarse(content, this.#colors, frame)
      this.#forgetFine()
    }
    const view = fineView(frame, content, pixelRatio)
    const key = Object.values(view).join()
    if (view.width > 0 && view.height > 0 && key !== this.#fineKey) this.#order(content, view, key)
    if (this.#coarse !== undefined) show(context, frame, this.#coarse)
    if (this.#fine !== undefined) show(context, frame, this.#fine)
  }

  /** Paints what is seen in one go, for an exported picture. */
  drawFinely(context: CanvasRenderingContext2D, frame: Frame, content: SheetContent, pixelRatio: number): void {
    const view = fineView(frame, content, pixelRatio)
    if (view.width > 0 && view.height > 0) show(context, frame, paintNow(content, this.#colors, view))
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  #forgetFine(): void {
    clearTimeout(this.#timer)
    this.#fine = undefined
    this.#fineKey = ''
  }

  #order(content: SheetContent, view: ReliefView, key: string): void {
    clearTimeout(this.#timer)
    this.#fineKey = key
    const painting = paintRelief(content.block, this.#colors, content.overlay, view)
    const slice = () => {
      const until = performance.now() + SLICE_MS
      let result = painting.next()
      while (!result.done && performance.now() < until) result = painting.next()
      if (!result.done) {
        this.#timer = setTimeout(slice)
        return
      }
      this.#fine = pictureOf(result.value, view)
      this.#onPainted()
    }
    // The first picture comes without delay.
    this.#timer = setTimeout(slice, this.#fine === undefined ? 0 : REST_MS)
  }
}

const sameContent = (a: SheetContent, b: SheetContent | undefined) =>
  b !== undefined && a.block === b.block && a.contours === b.contours && a.overlay === b.overlay

function paintCoarse(content: SheetContent, colors: Uint8Array, { sheet }: Frame): Picture {
  const { halfX, halfZ } = content.block
  const longer = Math.max(halfX, halfZ)
  const [width, height] = [Math.round((COARSE * halfX) / longer), Math.round((COARSE * halfZ) / longer)]
  // At rest a CSS pixel of line; thinner than a pixel of the coarse picture it is a fainter one.
  const line = content.contours ? Math.min(width / (sheet.right - sheet.left), 1) : 0
  const view = { sheetWidth: width, sheetHeight: height, left: 0, top: 0, width, height, line }
  return paintNow(content, colors, view)
}

function paintNow({ block, overlay }: SheetContent, colors: Uint8Array, view: ReliefView): Picture {
  const painting = paintRelief(block, colors, overlay, view)
  let result = painting.next()
  while (!result.done) result = painting.next()
  return pictureOf(result.value, view)
}

/** The seen part of the sheet in device pixels, aligned with the canvas's own. */
function fineView({ sheet, size }: Frame, { contours }: SheetContent, pixelRatio: number): ReliefView {
  const left = Math.floor(Math.max(sheet.left, 0) * pixelRatio)
  const top = Math.floor(Math.max(sheet.top, 0) * pixelRatio)
  return {
    sheetWidth: (sheet.right - sheet.left) * pixelRatio,
    sheetHeight: (sheet.bottom - sheet.top) * pixelRatio,
    left: left - sheet.left * pixelRatio,
    top: top - sheet.top * pixelRatio,
    width: Math.ceil(Math.min(sheet.right, size.width) * pixelRatio) - left,
    height: Math.ceil(Math.min(sheet.bottom, size.height) * pixelRatio) - top,
    line: contours ? pixelRatio : 0,
  }
}

function pictureOf(pixels: Uint8ClampedArray<ArrayBuffer>, view: ReliefView): Picture {
  const canvas = document.createElement('canvas')
  canvas.width = view.width
  canvas.height = view.height
  canvas.getContext('2d')!.putImageData(new ImageData(pixels, view.width, view.height), 0, 0)
  return {
    canvas,
    left: view.left / view.sheetWidth,
    top: view.top / view.sheetHeight,
    width: view.width / view.sheetWidth,
    height: view.height / view.sheetHeight,
  }
}

/** Stretches a picture over its part of the sheet; it may stand out by the fraction of a pixel, which is cut off. */
function show(context: CanvasRenderingContext2D, { sheet }: Frame, picture: Picture): void {
  const [width, height] = [sheet.right - sheet.left, sheet.bottom - sheet.top]
  context.drawImage(
    picture.canvas,
    sheet.left + picture.left * width,
    sheet.top + picture.top * height,
    picture.width * width,
    picture.height * height,
  )
}
