import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Optimizer } from '../../optimizers/optimizer'
import type { Climber } from '../../store/types'
import { scrollIntoSight } from '../scroll'
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
  const details = useRef<HTMLDetailsElement>(null)
  return (
    <details ref={details} className="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Arithmetic of this step</summary>
      {open && spec !== null && trajectory !== null && surface !== null && (
        <Suspense>
          <StepArithmetic optimizer={optimizer} spec={spec} trajectory={trajectory} objective={surface} />
          <Arrived then={() => scrollIntoSight(details.current)} />
        </Suspense>
      )}
    </details>
  )
}

/** Tells that what is loaded beside it has been laid out. */
function Arrived({ then }: { readonly then: () => void }) {
  const told = useRef(then)
  useEffect(() => told.current(), [])
  return null
}
