import type { LossScale } from '../../views/chart/loss-scale'
import { colormap, sample } from '../../views/colormap'
import type { Theme } from '../../views/theme'
import type { SweepCell } from './sweep-measure'

type Rgb = readonly [red: number, green: number, blue: number]

/** A colour, and another for its pattern where it has one. */
export interface CellLook {
  readonly color: Rgb
  readonly stripe?: Rgb
  /** Stripes rise or fall; a cell without a walk is crossed by both. */
  readonly pattern?: 'rising' | 'falling' | 'crossed'
}

type Others = Readonly<Record<Exclude<SweepCell['kind'], 'value'>, CellLook>>

/** Cells without a number are outside of the colours' range and told by their stripes too. */
export const others: Readonly<Record<Theme['name'], Others>> = {
  light: {
    diverged: { color: [60, 66, 78], stripe: [206, 210, 216], pattern: 'rising' },
    unarrived: { color: [226, 226, 222], stripe: [148, 152, 160], pattern: 'falling' },
    held: { color: [226, 226, 222] },
    refused: { color: [243, 242, 238], stripe: [190, 190, 190], pattern: 'crossed' },
  },
  dark: {
    diverged: { color: [14, 17, 23], stripe: [128, 136, 148], pattern: 'rising' },
    unarrived: { color: [56, 62, 74], stripe: [120, 128, 140], pattern: 'falling' },
    held: { color: [56, 62, 74] },
    refused: { color: [24, 30, 40], stripe: [78, 84, 96], pattern: 'crossed' },
  },
}

/** Viridis: even steps of lightness, and readable with any of the common colour-vision deficiencies. Low is dark. */
export function createLook(scale: LossScale | null, theme: Pick<Theme, 'name'>): (cell: SweepCell) => CellLook {
  const colors = colormap('viridis')
  return (cell) =>
    cell.kind === 'value'
      ? { color: sample(colors, scale === null ? 0 : scale.toUnit(cell.value)) }
      : others[theme.name][cell.kind]
}

/** Device pixels from one stripe to the next, at one device pixel a CSS pixel. */
const PERIOD = 6

/** Whether a stripe covers a pixel. */
export function isStripe(pattern: CellLook['pattern'], x: number, y: number, pixelRatio: number): boolean {
  const period = PERIOD * pixelRatio
  const covers = (along: number) => ((along % period) + period) % period < period / 4
  const [rises, falls] = [pattern === 'rising', pattern === 'falling']
  if (pattern === 'crossed') return covers(x + y) || covers(x - y)
  return (rises && covers(x + y)) || (falls && covers(x - y))
}
