import type { Identity } from '../theme'
import { RIM } from './marks'
import type { Trail } from './trail'

/** Thickness of the dark rim on each side. */
const HALO = 1
/** Pixels of an older line drawn over the rim of the newer one where they meet. */
const OVERLAP = 8
/** A line longer than this is a scribble: its dashes could not be read, and would take seconds to draw. */
const SCRIBBLE = 40_000
/** Corners and pixels of one stroke. One of all would be slow: a canvas sorts all edges of a path. */
const PIECE = { corners: 64, pixels: 1500 }

export interface TrailLook extends Identity {
  readonly width: number
}

/** Draws a trail from one corner to another, and on to the playhead where one is given. */
export function strokeTrail(
  context: CanvasRenderingContext2D,
  trail: Trail,
  from: number,
  corner: number,
  playhead: number | undefined,
  { color, dash, width }: TrailLook,
): void {
  if (corner < 0 || trail.length === 0) return
  const tip = playhead === undefined ? undefined : tipAt(trail, corner, playhead)
  if (corner === from && tip === undefined) return
  const isDashed = dash.length > 0 && trail.along[trail.length - 1]! < SCRIBBLE
  // Round caps lengthen every dash by the line's width.
  const pattern = isDashed ? dash.map((part, k) => (k % 2 === 0 ? Math.max(part - width, 0.01) : part + width)) : []
  const pieces = piecesOf(trail, from, corner, tip)
  const before = backBy(trail, from, OVERLAP)
  const overlapping = before === from ? pieces : [...piecesOf(trail, before, from, undefined), ...pieces]
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = RIM
  context.lineWidth = width + 2 * HALO
  if (isDashed) {
    // The rim runs on through the gaps, fainter.
    context.globalAlpha = 0.3
    stroke(context, pieces, [], width)
  }
  context.globalAlpha = 0.85
  stroke(context, pieces, pattern, width)
  context.globalAlpha = 1
  context.strokeStyle = color
  context.lineWidth = width
  stroke(context, overlapping, pattern, width)
  context.setLineDash([])
}

/** A piece of a trail, and how far along the trail it begins. */
interface Piece {
  readonly path: Path2D
  readonly along: number
}

function stroke(
  context: CanvasRenderingContext2D,
  pieces: readonly Piece[],
  pattern: readonly number[],
  width: number,
) {
  context.setLineDash([...pattern])
  for (const { path, along } of pieces) {
    context.lineDashOffset = along + width / 2
    context.stroke(path)
  }
}

function piecesOf(trail: Trail, from: number, corner: number, tip: readonly [number, number] | undefined): Piece[] {
  const { x, y, jump, along } = trail
  const pieces: Piece[] = []
  let start = from
  let path = new Path2D()
  path.moveTo(x[from]!, y[from]!)
  for (let k = from + 1; k <= corner; k++) {
    if (jump[k] === 0) path.lineTo(x[k]!, y[k]!)
    const isFull = k - start >= PIECE.corners || along[k]! - along[start]! > PIECE.pixels
    if (jump[k] === 0 && !isFull) continue
    pieces.push({ path, along: along[start]! })
    start = k
    path = new Path2D()
    path.moveTo(x[k]!, y[k]!)
  }
  if (tip !== undefined) path.lineTo(...tip)
  pieces.push({ path, along: along[start]! })
  return pieces
}

/** Where she is between a corner and the next; undefined where no line leads on. */
function tipAt({ x, y, step, jump, length }: Trail, corner: number, playhead: number): [number, number] | undefined {
  const next = corner + 1
  if (next >= length || jump[next] === 1 || !(step[next]! > step[corner]!) || playhead <= step[corner]!)
    return undefined
  const t = (playhead - step[corner]!) / (step[next]! - step[corner]!)
  return [x[corner]! + (x[next]! - x[corner]!) * t, y[corner]! + (y[next]! - y[corner]!) * t]
}

/** The corner so many pixels before another, but not before a gap. */
function backBy({ along, jump }: Trail, from: number, pixels: number): number {
  let k = from
  while (k > 0 && jump[k] === 0 && along[from]! - along[k]! < pixels) k--
  return k
}
