/** Points of one stroke. One of all would be slow: a canvas sorts all edges of a path. */
const PIECE = 48

/** A stretch of a line, and how far along the line it begins, in pixels. */
export interface Piece {
  readonly path: Path2D
  readonly along: number
}

export interface Line {
  readonly pieces: readonly Piece[]
  /** In pixels. */
  readonly length: number
}

/** A line through `count` points in pieces that a canvas strokes swiftly. */
export function lineThrough(count: number, x: (k: number) => number, y: (k: number) => number): Line {
  const pieces: Piece[] = []
  let length = 0
  for (let start = 0; start === 0 || start < count - 1; start += PIECE) {
    const path = new Path2D()
    const along = length
    let [lastX, lastY] = [x(start), y(start)]
    path.moveTo(lastX, lastY)
    for (let k = start + 1; k <= Math.min(start + PIECE, count - 1); k++) {
      const [nextX, nextY] = [x(k), y(k)]
      path.lineTo(nextX, nextY)
      length += Math.hypot(nextX - lastX, nextY - lastY)
      lastX = nextX
      lastY = nextY
    }
    pieces.push({ path, along })
  }
  return { pieces, length }
}

/** Strokes a line; the dash pattern runs on from piece to piece. */
export function strokeLine(
  context: CanvasRenderingContext2D,
  { pieces }: Line,
  dash: readonly number[],
  offset: number,
): void {
  context.setLineDash([...dash])
  for (const { path, along } of pieces) {
    context.lineDashOffset = along + offset
    context.stroke(path)
  }
  context.setLineDash([])
}
