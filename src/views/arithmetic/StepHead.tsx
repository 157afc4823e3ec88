import { usePlayback } from '../../store/react'

interface StepHeadProps {
  readonly step: number
  readonly last: number
}

/** Which step it is, and the way to the ones before and after it. */
export function StepHead({ step, last }: StepHeadProps) {
  const seek = usePlayback((state) => state.seek)
  const pause = usePlayback((state) => state.pause)
  const go = (to: number) => {
    pause()
    seek(to)
  }
  return (
    <div className="arithmetic-head">
      <button type="button" aria-label="The step before" disabled={step <= 0} onClick={() => go(step - 1)}>
        ‹
      </button>
      <p>{step < 1 ? `${last} steps to come` : `step ${step} of ${last}`}</p>
      <button type="button" aria-label="The step after" disabled={step >= last} onClick={() => go(step + 1)}>
        ›
      </button>
    </div>
  )
}
