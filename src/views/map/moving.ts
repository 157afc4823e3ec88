import type { CriticalPoint } from '../../analysis/types'
import { NameLayout } from '../landscape/name-layout'
import { createSlope } from '../landscape/slopes'
import { createPlace, type Place, placeAt } from '../landscape/walk'
import { nameOf } from '../name-of'
import type { MapContent } from './content'
import { drawCriticalPoints, radiusIn, samePixel } from './critical'
import { type Frame, pixelX, pixelY, toPixelX, toPixelY } from './frame'
import { RADIUS } from './marks'
import { drawNames } from './names'
import { drawSketches } from './sketches'
import { drawFlags, drawSlopes, drawWalkers } from './walkers'

/** What the pointer has to do with at the moment. */
export interface Attention {
  readonly hovered: CriticalPoint | null
  /** The climber whose flag is being dragged, or -1. */
  readonly dragged: number
}

/** What stands or moves on the ground, drawn anew in every frame: critical points, flags, climbers, names. */
export class Moving {
  readonly #places: Place[] = []
  readonly #slope = createSlope()
  readonly #names = new NameLayout()

  draw(context: CanvasRenderingContext2D, frame: Frame, content: MapContent, step: number, at: Attention): void {
    const { climbers, points, selected, highlighted, sketches } = content
    this.#walk(frame, content, step)
    const standsOut = (point: CriticalPoint) =>
      point === at.hovered || (highlighted != null && samePixel(frame, point, highlighted))
    drawCriticalPoints(context, frame, points, standsOut)
    drawFlags(context, frame, climbers, selected, at.dragged)
    if (sketches !== undefined) drawSketches(context, frame, sketches(step))
    drawSlopes(context, frame, climbers, this.#places, step, this.#slope)
    drawWalkers(context, frame, climbers, this.#places, selected)
    if (content.names) this.#drawNames(context, frame, content)
  }

  #walk(frame: Frame, { climbers, height }: MapContent, step: number): void {
    this.#places.length = Math.min(this.#places.length, climbers.length)
    climbers.forEach(({ trajectory }, n) => {
      this.#places[n] ??= createPlace()
      if (trajectory !== null) placeAt(frame.block, trajectory, height, step, this.#places[n])
    })
  }

  #drawNames(context: CanvasRenderingContext2D, frame: Frame, { climbers, points }: MapContent): void {
    const layout = this.#names
    layout.begin(frame.size.width, frame.size.height)
    const radius = radiusIn(frame, points.length) + 2
    for (const { x, y } of points) layout.avoid(toPixelX(frame, x), toPixelY(frame, y), radius, radius)
    const names = climbers.map((climber, n) => {
      if (climber.trajectory === null) return null
      const [x, y] = [pixelX(frame, this.#places[n]!.x), pixelY(frame, this.#places[n]!.z)]
      layout.avoid(x, y, RADIUS.walker + 2, RADIUS.walker + 2)
      return { text: nameOf(climber), x, y }
    })
    drawNames(context, layout, names)
  }
}
