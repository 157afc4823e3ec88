import { identityOf } from '../../views/theme'
import { Marker } from './Marker'

/** How a climber's trail and mark look: her colour, dash and shape, with the thin dark halo that they have on the ground. */
export function Swatch({ index }: { readonly index: number }) {
  const { color, dash, shape } = identityOf(index)
  const line = {
    x1: 1,
    y1: 8,
    x2: 27,
    y2: 8,
    strokeDasharray: dash.map((length) => length * 0.6).join(' ') || undefined,
  }
  return (
    <svg className="swatch" viewBox="0 0 36 16" width="36" height="16" aria-hidden="true" focusable="false">
      <line {...line} className="halo" strokeWidth="4.5" />
      <line {...line} stroke={color} strokeWidth="2.5" />
      <Marker shape={shape} color={color} />
    </svg>
  )
}
