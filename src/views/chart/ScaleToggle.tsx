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
  const isLog = kind === 'log'
  return (
    <button
      type="button"
      className="scale-toggle"
      title={isLog ? 'On a logarithmic scale. Press for linear.' : 'On a linear scale. Press for logarithmic.'}
      onClick={() => onChange(isLog ? 'linear' : 'log')}
    >
      <span>loss</span> <span className="scale-toggle-kind">{isLog ? 'log' : 'linear'}</span>
    </button>
  )
}
