import { lazy, Suspense, useState } from 'react'
import type { Optimizer } from '../../optimizers/optimizer'
import type { Climber } from '../../store/types'
import { useSurface } from '../use-surface'

/** Fetched by whoever opens it. */
const StepArithmetic = lazy(() => import('../../views/arithmetic/StepArithmetic'))

interface ArithmeticProps {
  readonly optimizer: Optimizer
  readonly climber: Climber
}

/** The step at the playhead in numbers. */
export function Arithmetic({ optimizer, climber: { spec, trajectory } }: ArithmeticProps) {
  const surface = useSurface()
  const [open, setOpen] = useState(false)
  return (
    <details className="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Arithmetic of this step</summary>
      {open && spec !== null && trajectory !== null && surface !== null && (
        <Suspense>
          <StepArithmetic optimizer={optimizer} spec={spec} trajectory={trajectory} objective={surface} />
        </Suspense>
      )}
    </details>
  )
}
