import { type CSSProperties, useMemo } from 'react'
import { usePlayback } from '../../store/react'
import { format } from '../../views/format'
import { type ScheduleCurve as Curve, curveOf, heightOf, shareOfStep } from './schedule-curve'
import { valueAtPlayhead } from './schedule-reading'

interface ScheduleCurveProps {
  readonly name: string
  /** One a step. */
  readonly values: Float64Array
}

/** A schedule over the run as a small curve, with the playhead on it. */
export function ScheduleCurve({ name, values }: ScheduleCurveProps) {
  const curve = useMemo(() => curveOf(values), [values])
  const words = `${name} over ${values.length} steps: ${format(values[0]!)} at the first, ${format(values.at(-1)!)} at the last`
  return (
    <div className="schedule-curve">
      <div className="schedule-plot">
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img" aria-label={words}>
          <path d={curve.path} vectorEffect="non-scaling-stroke" />
        </svg>
        <Playhead curve={curve} values={values} />
      </div>
      <p className="schedule-range" aria-hidden="true">
        <span>{format(curve.high, 3)}</span>
        <span>{format(curve.low, 3)}</span>
      </p>
    </div>
  )
}

interface PlayheadProps {
  readonly curve: Curve
  readonly values: Float64Array
}

function Playhead({ curve: { low, high }, values }: PlayheadProps) {
  const step = usePlayback((state) => Math.min(Math.max(Math.floor(state.step), 1), values.length))
  const place = {
    '--across': shareOfStep(step, values.length),
    '--down': heightOf(valueAtPlayhead(values, step), low, high),
  } as CSSProperties
  return <span className="schedule-playhead" style={place} />
}
