import { DEFAULT_SPEED } from '../../store/playback-store'

/** What the speed menu offers, as multiples of the speed at which scenes begin. */
export const MULTIPLES = [0.25, 0.5, 1, 2, 4, 8, 16] as const

/** The menu's steps a second, ascending; a speed that was set elsewhere is among them. */
export function speedsWith(current: number): number[] {
  const offered = MULTIPLES.map((multiple) => multiple * DEFAULT_SPEED)
  return offered.includes(current) ? offered : [...offered, current].sort((a, b) => a - b)
}

/** `2×` */
export const multipleText = (speed: number): string => `${Number((speed / DEFAULT_SPEED).toPrecision(2))}×`
