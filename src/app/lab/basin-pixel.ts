import type { BasinMap } from '../../analysis/basins'
import type { Domain, Interval } from '../../surfaces/surface'

/** A pixel of a basin map: where its climber starts, and what becomes of her. */
export interface BasinPixel {
  readonly start: readonly [x: number, y: number]
  /** An index into the map's `minima`, `DIVERGED` or `UNDECIDED`. */
  readonly label: number
}

/** The pixel that a place lies in; places outside of the domain belong to the nearest. */
export function pixelAt({ size, labels }: BasinMap, domain: Domain, x: number, y: number): BasinPixel {
  const cell = (value: number, [low, high]: Interval) =>
    Math.min(Math.max(Math.floor(((value - low) / (high - low)) * size), 0), size - 1)
  const centre = (i: number, [low, high]: Interval) => low + ((high - low) * (i + 0.5)) / size
  const [i, j] = [cell(x, domain.x), cell(y, domain.y)]
  return { start: [centre(i, domain.x), centre(j, domain.y)], label: labels[j * size + i]! }
}
