/** Where the chart's parts lie, in CSS pixels from its left and top edge. */
export interface Plot {
  readonly width: number
  readonly height: number
  /** The rectangle of the lines. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The step at the right edge. */
  readonly last: number
}

/** From this width on there is room beside the lines for the numbers of a playhead that stands at the end. */
const ROOMY = 480

/** Space around the lines; a bare timeline has no numbers and hence no room for them. */
export const marginOf = (bare: boolean, width: number) =>
  bare ? { left: 10, right: 10, top: 4, bottom: 4 } : { left: 46, right: width < ROOMY ? 12 : 84, top: 9, bottom: 18 }

export function plotOf(width: number, height: number, last: number, bare: boolean): Plot {
  const margin = marginOf(bare, width)
  return {
    width,
    height,
    left: margin.left,
    right: Math.max(width - margin.right, margin.left + 1),
    top: margin.top,
    bottom: Math.max(height - margin.bottom, margin.top + 1),
    last: Math.max(last, 1),
  }
}

export const xOfStep = ({ left, right, last }: Plot, step: number) => left + ((right - left) * step) / last

/** The whole step under a pixel, within the walk. */
export function stepAtX({ left, right, last }: Plot, x: number): number {
  const share = Math.min(Math.max((x - left) / (right - left), 0), 1)
  return Math.round(share * last)
}

/** Heights outside the range lie on its border. */
export const yOfUnit = ({ top, bottom }: Plot, unit: number) => bottom - (bottom - top) * Math.min(Math.max(unit, 0), 1)
