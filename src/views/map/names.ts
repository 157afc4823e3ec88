import type { NameLayout } from '../landscape/name-layout'
import { RADIUS, RIM } from './marks'

const HALF_HEIGHT = 8
const FONT = '600 11.5px ui-sans-serif, system-ui, sans-serif'

/** A climber's name, and the middle of her mark. */
export interface Name {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** Names beside the climbers' heads, where they cover nothing; `layout` keeps them on their sides and knows what to avoid. */
export function drawNames(
  context: CanvasRenderingContext2D,
  layout: NameLayout,
  names: readonly (Name | null)[],
): void {
  context.font = FONT
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.strokeStyle = RIM
  context.lineWidth = 3.4
  context.fillStyle = '#ffffff'
  names.forEach((name, index) => {
    if (name === null) return
    const { text, x, y } = name
    const box = { halfWidth: context.measureText(text).width / 2 + 1, halfHeight: HALF_HEIGHT }
    const place = { dx: 0, dy: 0, shown: false }
    layout.place(index, x, y, RADIUS.walker + 5, box, place)
    if (!place.shown) return
    context.strokeText(text, x + place.dx, y - place.dy)
    context.fillText(text, x + place.dx, y - place.dy)
  })
}
