import type { LossScaleKind } from './loss-scale'

interface Props {
  readonly kind: LossScaleKind
  /** False where no loss is positive. */
  readonly canBeLog: boolean
  readonly onChange: (kind: LossScaleKind) => void
}

/** Says how losses are scaled, and turns it. */
export function ScaleToggle({ kind, canBeLog, onChange }: Props) {
  if (!canBeLog) return null
  const other = kind === 'log' ? 'linear' : 'log'
  return (
    <button
      type="button"
      className="scale-toggle"
      aria-pressed={kind === 'log'}
      aria-label="Logarithmic loss"
      title={`Loss on a ${kind === 'log' ? 'logarithmic' : 'linear'} scale: press for ${other === 'log' ? 'logarithmic' : 'linear'}`}
      onClick={() => onChange(other)}
    >
      <span>loss</span>
      <span className="scale-toggle-kind">{kind === 'log' ? 'log' : 'linear'}</span>
    </button>
  )
}
