import { useActions } from '../../store/react'

interface ProgressProps {
  /** What is being computed. */
  readonly label: string
  /** 0 to 1; null shows nothing. */
  readonly value: number | null
}

/** How far an experiment has come, with a way out; what is on the screen stays there. */
export function Progress({ label, value }: ProgressProps) {
  const { cancel } = useActions()
  if (value === null) return null
  return (
    <div className="lab-progress">
      <progress aria-label={label} value={value} max={1} />
      <button type="button" className="chip" onClick={cancel}>
        cancel
      </button>
    </div>
  )
}
