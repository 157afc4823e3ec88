import { between, type MapPose } from './frame'

const DURATION_MS = 250

/** A move of the view that takes its time, so that one sees where it leads. */
export interface Flight {
  readonly from: MapPose
  readonly to: MapPose
  /** When it began, on the clock of animation frames; undefined before its first frame. */
  readonly start: number | undefined
}

/** Where a flight is at a time, and whether it goes on. */
export function flightAt({ from, to, start }: Flight, now: number): { readonly pose: MapPose; readonly done: boolean } {
  const t = start === undefined ? 0 : Math.min(Math.max((now - start) / DURATION_MS, 0), 1)
  // Slow, fast, slow.
  return { pose: between(from, to, t * t * (3 - 2 * t)), done: t === 1 }
}
