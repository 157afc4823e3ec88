import type { HeightField } from '../../analysis/types'
import type { HeightScale } from '../../surfaces/surface'
import { sample } from '../../views/colormap'
import { heightMapping } from '../../views/height'

/** How the little block is seen, as the landscape sees it from its isometric camera. */
const AZIMUTH = (32 * Math.PI) / 180
const ELEVATION = (38 * Math.PI) / 180
/** Of the block, in units of its width. */
const HEIGHT = 0.42
const BASE = 0.12
const SUN = [-0.55, 0.75, 0.36] as const

export interface ReliefColors {
  readonly colors: Uint8Array
  /** Colours of the two walls in sight. */
  readonly walls: readonly [string, string]
}

type Project = (x: number, y: number, height: number) => readonly [number, number]

/** Draws a height field as a small block, painter's way: from the back to the front, without WebGL. */
export function paintRelief(
  context: CanvasRenderingContext2D,
  field: HeightField,
  scale: HeightScale,
  { colors, walls }: ReliefColors,
): void {
  const { width, height } = context.canvas
  context.clearRect(0, 0, width, height)
  const mapping = heightMapping(field, scale)
  const units = Float32Array.from(field.f, (f) => (Number.isNaN(f) ? Number.NaN : mapping.toUnit(f)))
  const project = projection(width, height)
  const { size } = field
  const last = size - 1
  for (let i = 0; i < last; i++) {
    for (let j = last - 1; j >= 0; j--) paintCell(context, units, size, i, j, project, colors)
  }
  const edge = Array.from({ length: size }, (_, k) => k)
  paintWall(
    context,
    edge.map((k) => [k / last, 0, units[k]!]),
    project,
    walls[0],
  )
  paintWall(
    context,
    edge.map((k) => [1, k / last, units[k * size + last]!]),
    project,
    walls[1],
  )
}

/** From the unit square and a height of 0 to 1 to pixels; the whole block fits. */
function projection(width: number, height: number): Project {
  const across = Math.cos(AZIMUTH) + Math.sin(AZIMUTH)
  const deep = across * Math.sin(ELEVATION) + (HEIGHT + BASE) * Math.cos(ELEVATION)
  const scale = Math.min(width / across, height / deep) * 0.98
  const middle = height / 2 + (scale * (HEIGHT - BASE) * Math.cos(ELEVATION)) / 2
  return (x, y, unit) => {
    const [X, Z] = [x - 0.5, 0.5 - y]
    const right = X * Math.cos(AZIMUTH) - Z * Math.sin(AZIMUTH)
    const near = X * Math.sin(AZIMUTH) + Z * Math.cos(AZIMUTH)
    return [
      width / 2 + scale * right,
      middle + scale * (near * Math.sin(ELEVATION) - unit * HEIGHT * Math.cos(ELEVATION)),
    ]
  }
}

function paintCell(
  context: CanvasRenderingContext2D,
  units: Float32Array,
  size: number,
  i: number,
  j: number,
  project: Project,
  colors: Uint8Array,
): void {
  const at = (di: number, dj: number) => units[(j + dj) * size + i + di]!
  const [a, b, c, d] = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)]
  const mean = (a + b + c + d) / 4
  if (Number.isNaN(mean)) return
  const step = 1 / (size - 1)
  const slopeX = ((b + c - a - d) / (2 * step)) * HEIGHT
  const slopeZ = ((a + b - c - d) / (2 * step)) * HEIGHT
  const length = Math.hypot(slopeX, 1, slopeZ)
  const facing = (-slopeX * SUN[0] + SUN[1] - slopeZ * SUN[2]) / length
  const light = 0.55 + 0.8 * Math.max((facing + 0.4) / 1.4, 0) ** 2
  const [red, green, blue] = sample(colors, mean).map((channel) => Math.min(Math.round(channel * light), 255))
  const color = `rgb(${red} ${green} ${blue})`
  context.fillStyle = color
  // A hairline of the same colour closes the seams that antialiasing leaves.
  context.strokeStyle = color
  context.lineWidth = 0.7
  context.beginPath()
  context.moveTo(...project(i * step, j * step, a))
  context.lineTo(...project((i + 1) * step, j * step, b))
  context.lineTo(...project((i + 1) * step, (j + 1) * step, c))
  context.lineTo(...project(i * step, (j + 1) * step, d))
  context.closePath()
  context.fill()
  context.stroke()
}

function paintWall(
  context: CanvasRenderingContext2D,
  rim: readonly (readonly [x: number, y: number, unit: number])[],
  project: Project,
  color: string,
): void {
  const [first, last] = [rim[0]!, rim.at(-1)!]
  context.fillStyle = color
  context.beginPath()
  context.moveTo(...project(first[0], first[1], -BASE / HEIGHT))
  for (const [x, y, unit] of rim) context.lineTo(...project(x, y, Number.isNaN(unit) ? 0 : unit))
  context.lineTo(...project(last[0], last[1], -BASE / HEIGHT))
  context.closePath()
  context.fill()
}
