import type { BasinMap } from '../analysis/basins'
import { DIVERGED } from '../analysis/basins-labels'
import { isMarked } from './basin-marks'
import type { Overlay } from './overlays'
import type { Theme } from './theme'

type Rgba = readonly [red: number, green: number, blue: number, alpha: number]

/** How strongly a basin tints the ground: its relief and its contours stay readable. */
const TINT = 150

/**
 * Seven hues that people with any of the common colour-vision deficiencies tell apart: those of Okabe & Ito 2008
 * (https://jfly.uni-koeln.de/color/), moved a little so that no two come closer than 0.12 in OKLab to any of these eyes.
 */
const hues: readonly (readonly [number, number, number])[] = [
  [0, 79, 155],
  [230, 171, 18],
  [11, 138, 118],
  [207, 72, 0],
  [75, 210, 219],
  [185, 117, 205],
  [250, 240, 83],
]

/** Where there are more minima than hues, the hues come again paler, then darker: share of white, or of black below 0. */
const shades = [0, 0.45, -0.4]

/** Darker than any basin, and a grey that leaves the ground nearly as it is. */
const others: Readonly<Record<Theme['name'], { readonly diverged: Rgba; readonly undecided: Rgba }>> = {
  light: { diverged: [27, 35, 48, 200], undecided: [128, 132, 140, 110] },
  dark: { diverged: [4, 6, 10, 215], undecided: [150, 156, 168, 90] },
}

/**
 * The colour of a label. That of a minimum depends on nothing but its place in the list, so that a map keeps its colours
 * while it is refined; the list is sorted by value, so the deepest comes first.
 */
export function basinColor(label: number, theme: Pick<Theme, 'name'>): Rgba {
  if (label < 0) return label === DIVERGED ? others[theme.name].diverged : others[theme.name].undecided
  const shade = shades[Math.floor(label / hues.length) % shades.length]!
  const target = shade < 0 ? 0 : 255
  const [r, g, b] = hues[label % hues.length]!.map((channel) =>
    Math.round(channel + (target - channel) * Math.abs(shade)),
  )
  return [r!, g!, b!, TINT]
}

/** On both of those, as in the legend's swatches; quieter where the tint is. */
const marks = { diverged: [255, 255, 255, 170], undecided: [255, 255, 255, 120] } as const

/** Samples along a side at least: a coarse map's cells are drawn to their true borders, not to half a cell. */
const SMALLEST = 256

const markOf = (label: number): Rgba => (label === DIVERGED ? marks.diverged : marks.undecided)

/** The map as a tint of the ground; what is no basin is marked as well. */
export function overlayOf(map: BasinMap, theme: Pick<Theme, 'name'>): Overlay {
  const size = Math.max(map.size, SMALLEST)
  const tints = new Map(Array.from(new Set(map.labels), (label) => [label, basinColor(label, theme)]))
  const rgba = new Uint8Array(4 * size * size)
  // Samples stand on the borders of the domain, climbers in the middle of cells.
  const cells = Int32Array.from({ length: size }, (_, i) =>
    Math.min(Math.floor((i / (size - 1)) * map.size), map.size - 1),
  )
  for (let j = 0; j < size; j++) {
    const row = cells[j]! * map.size
    for (let i = 0; i < size; i++) {
      const label = map.labels[row + cells[i]!]!
      const color = isMarked(label, (i + 0.5) / size, (j + 0.5) / size) ? markOf(label) : tints.get(label)!
      const at = 4 * (j * size + i)
      rgba[at] = color[0]
      rgba[at + 1] = color[1]
      rgba[at + 2] = color[2]
      rgba[at + 3] = color[3]
    }
  }
  return { size, rgba }
}
