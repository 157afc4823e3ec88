import { DIVERGED } from '../../analysis/basins-labels'
import { basinColor } from '../../views/basin-colors'
import { useTheme } from '../page-context'
import '../styles/basin-swatch.css'

/** The colour with which a basin tints the ground; the two that are none are told by their marks as well. */
export function BasinSwatch({ label }: { readonly label: number }) {
  const [red, green, blue] = basinColor(label, useTheme())
  return (
    <svg className="basin-swatch" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width="13" height="13" rx="3" fill={`rgb(${red} ${green} ${blue})`} />
      {label === DIVERGED && <path d="M4 4l6 6M10 4l-6 6" />}
      {label < DIVERGED && <path d="M4 7h6" />}
    </svg>
  )
}
