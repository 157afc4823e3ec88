import type { MarkerShape } from '../../views/theme'

const CENTRE = { x: 29, y: 8 }
const RADIUS = 5.5

/** Corners of each shape: count, inner radius as a share (stars and crosses), turn in degrees. */
const corners: Readonly<Record<Exclude<MarkerShape, 'circle'>, readonly [count: number, inner: number, turn: number]>> =
  {
    square: [4, 1, 45],
    triangle: [3, 1, 0],
    diamond: [4, 1, 0],
    pentagon: [5, 1, 0],
    hexagon: [6, 1, 0],
    star: [5, 0.45, 0],
    cross: [4, 0.4, 45],
  }

export function Marker({ shape, color }: { readonly shape: MarkerShape; readonly color: string }) {
  const look = { className: 'marker', fill: color }
  if (shape === 'circle') return <circle cx={CENTRE.x} cy={CENTRE.y} r={RADIUS - 0.5} {...look} />
  return <polygon points={outline(shape)} strokeLinejoin="round" {...look} />
}

function outline(shape: Exclude<MarkerShape, 'circle'>): string {
  const [count, inner, turn] = corners[shape]
  const steps = inner === 1 ? count : 2 * count
  return Array.from({ length: steps }, (_, i) => {
    const angle = ((turn - 90) * Math.PI) / 180 + (2 * Math.PI * i) / steps
    const radius = RADIUS * (steps !== count && i % 2 === 1 ? inner : 1)
    return `${(CENTRE.x + radius * Math.cos(angle)).toFixed(2)},${(CENTRE.y + radius * Math.sin(angle)).toFixed(2)}`
  }).join(' ')
}
