import type { CriticalKind } from '../../analysis/types'
import type { Outcome } from '../../simulation/trajectory'
import type { MarkerShape } from '../theme'

/** Shapes of marks, as the landscape's sprites have them: radius 1, y downwards. */

type Point = readonly [x: number, y: number]

/** Corners of a regular polygon that points up. */
function polygon(sides: number, radius: number, lower = 0): Point[] {
  return Array.from({ length: sides }, (_, k) => {
    const angle = (2 * Math.PI * k) / sides
    return [radius * Math.sin(angle), lower - radius * Math.cos(angle)]
  })
}

const star = polygon(10, 1.28).map(([x, y], k): Point => (k % 2 === 1 ? [0.48 * x, 0.48 * y] : [x, y]))
const bar = 0.38
const plus: readonly Point[] = [
  [bar, -1],
  [bar, -bar],
  [1, -bar],
  [1, bar],
  [bar, bar],
  [bar, 1],
  [-bar, 1],
  [-bar, bar],
  [-1, bar],
  [-1, -bar],
  [-bar, -bar],
  [-bar, -1],
]
const square = (half: number): readonly Point[] => [
  [-half, -half],
  [half, -half],
  [half, half],
  [-half, half],
]

const walkers: Readonly<Record<Exclude<MarkerShape, 'circle'>, readonly Point[]>> = {
  square: square(0.86),
  triangle: polygon(3, 1.28, 0.2),
  diamond: polygon(4, 1.16),
  pentagon: polygon(5, 1.08),
  hexagon: polygon(6, 1.04),
  star,
  cross: plus,
}

const kinds: Readonly<Record<Exclude<CriticalKind, 'minimum'>, readonly Point[]>> = {
  maximum: walkers.triangle,
  saddle: walkers.diamond,
  degenerate: square(0.74),
}

/** Begins the path of a climber's mark around (x, y). */
export function walkerPath(context: CanvasRenderingContext2D, shape: MarkerShape, x: number, y: number, r: number) {
  if (shape === 'circle') disc(context, x, y, r)
  else outline(context, walkers[shape], x, y, r)
}

/** Begins the path of a critical point's mark around (x, y). */
export function kindPath(context: CanvasRenderingContext2D, kind: CriticalKind, x: number, y: number, r: number) {
  if (kind === 'minimum') disc(context, x, y, r)
  else outline(context, kinds[kind], x, y, r)
}

export function disc(context: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  context.beginPath()
  context.arc(x, y, r, 0, 2 * Math.PI)
}

function outline(context: CanvasRenderingContext2D, points: readonly Point[], x: number, y: number, r: number): void {
  context.beginPath()
  for (const [px, py] of points) context.lineTo(x + px * r, y + py * r)
  context.closePath()
}

/** How a walk ended, as strokes over the climber's mark: a tick, a bar, a cross. */
export function outcomePath(context: CanvasRenderingContext2D, outcome: Outcome, x: number, y: number, r: number) {
  context.beginPath()
  const line = (...points: readonly Point[]) => {
    points.forEach(([px, py], k) => {
      if (k === 0) context.moveTo(x + px * r, y + py * r)
      else context.lineTo(x + px * r, y + py * r)
    })
  }
  if (outcome === 'converged') line([-0.45, -0.02], [-0.1, 0.36], [0.48, -0.36])
  if (outcome === 'stuck') line([-0.42, 0], [0.42, 0])
  if (outcome === 'diverged') {
    line([-0.36, -0.36], [0.36, 0.36])
    line([-0.36, 0.36], [0.36, -0.36])
  }
}
