import { arrows } from '../keys/arrows'

/** What a key asks of the ground while it has the focus. */
export type GroundCommand =
  | { readonly kind: 'orbit'; readonly azimuth: number; readonly elevation: number }
  | { readonly kind: 'move'; readonly x: number; readonly y: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'release' }
  | { readonly kind: 'reset' }

/** Degrees of a turn, and the share of the domain of a move, by one press. */
const TURN = 6
const MOVE = 0.05
const ZOOM = 1.15

export function groundCommand(key: string, shift: boolean): GroundCommand | null {
  const arrow = arrows.get(key)
  if (arrow !== undefined) {
    const [right, up] = arrow
    if (shift) return { kind: 'move', x: right * MOVE, y: up * MOVE }
    return { kind: 'orbit', azimuth: right * TURN, elevation: up * TURN }
  }
  if (key === '+' || key === '=') return { kind: 'zoom', factor: ZOOM }
  if (key === '-' || key === '_') return { kind: 'zoom', factor: 1 / ZOOM }
  if (key === 'Enter') return { kind: 'release' }
  if (key === '0') return { kind: 'reset' }
  return null
}
