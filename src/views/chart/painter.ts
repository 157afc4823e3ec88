import type { LandscapeProps } from '../landscape/props'
import type { Theme } from '../theme'
import { drawHover, drawPlayhead } from './draw-cursor'
import { drawCurves, drawGrid } from './draw-lines'
import type { LossCurve, LossScale } from './loss-scale'
import { type Plot, plotOf } from './plot'

/** What the chart shows. Replaced, never mutated. */
export interface ChartContent {
  readonly curves: readonly LossCurve[]
  /** Null: a bare timeline, without losses. */
  readonly scale: LossScale | null
  readonly bare: boolean
  readonly selected: number
  readonly theme: Theme
}

/** Draws the chart on two canvases: lines, which rest, and the playhead, which moves. At rest nothing is drawn. */
export class ChartPainter {
  readonly #canvases: readonly HTMLCanvasElement[]
  /** Null where the browser has no 2-D canvas: the chart stays a slider. */
  readonly #lines: CanvasRenderingContext2D | null
  readonly #cursor: CanvasRenderingContext2D | null
  readonly #playback: LandscapeProps['playback']
  readonly #unsubscribe: () => void
  #content: ChartContent | undefined
  #size = { width: 0, height: 0, pixelRatio: 1 }
  #hover: number | null = null
  #linesStale = true
  #request: number | undefined

  constructor(lines: HTMLCanvasElement, cursor: HTMLCanvasElement, playback: LandscapeProps['playback']) {
    this.#canvases = [lines, cursor]
    this.#lines = lines.getContext('2d')
    this.#cursor = cursor.getContext('2d')
    this.#playback = playback
    this.#unsubscribe = playback.subscribe((now, before) => {
      if (now.last !== before.last) this.#touch(true)
      else if (now.step !== before.step) this.#touch(false)
    })
  }

  dispose(): void {
    this.#unsubscribe()
    if (this.#request !== undefined) cancelAnimationFrame(this.#request)
  }

  get plot(): Plot {
    const { width, height } = this.#size
    return plotOf(width, height, this.#playback.getState().last, this.#content?.bare ?? true)
  }

  setContent(content: ChartContent): void {
    this.#content = content
    this.#touch(true)
  }

  setSize(width: number, height: number, pixelRatio: number): void {
    this.#size = { width, height, pixelRatio }
    for (const canvas of this.#canvases) {
      canvas.width = Math.round(width * pixelRatio)
      canvas.height = Math.round(height * pixelRatio)
    }
    this.#linesStale = true
    this.#paint()
  }

  /** The step under the pointer, or null. */
  setHover(step: number | null): void {
    if (step === this.#hover) return
    this.#hover = step
    this.#touch(false)
  }

  #touch(lines: boolean): void {
    this.#linesStale ||= lines
    this.#request ??= requestAnimationFrame(() => {
      this.#request = undefined
      this.#paint()
    })
  }

  #paint(): void {
    const content = this.#content
    const [lines, cursor] = [this.#lines, this.#cursor]
    if (content === undefined || lines === null || cursor === null || this.#size.width === 0) return
    const { plot } = this
    if (this.#linesStale) this.#paintLines(lines, plot, content)
    this.#linesStale = false
    this.#wipe(cursor)
    if (this.#hover !== null) drawHover(cursor, plot, this.#hover, content.theme)
    drawPlayhead(cursor, plot, content.scale, content.curves, this.#playback.getState().step, content.theme)
  }

  #paintLines(context: CanvasRenderingContext2D, plot: Plot, content: ChartContent): void {
    const { curves, scale, bare, selected, theme } = content
    this.#wipe(context)
    if (bare) {
      context.fillStyle = theme.grid
      context.fillRect(plot.left, (plot.top + plot.bottom) / 2 - 2, plot.right - plot.left, 4)
      return
    }
    drawGrid(context, plot, scale, theme)
    if (scale !== null) drawCurves(context, plot, scale, curves, selected, theme)
  }

  #wipe(context: CanvasRenderingContext2D): void {
    const { width, height, pixelRatio } = this.#size
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
    context.clearRect(0, 0, width, height)
  }
}
