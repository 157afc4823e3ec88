import type { CSSProperties } from 'react'
import { format } from '../../views/format'
import { fromPosition, type SliderRange, STEPS, toPosition } from './slider-scale'
import { useGesture } from './use-gesture'

interface SliderProps extends SliderRange {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly title?: string
}

/** The platform's slider, with a filled track and a logarithmic scale where that is wanted. A drag is one step of undo. */
export function Slider({ label, value, onChange, title, ...range }: SliderProps) {
  const position = toPosition(value, range)
  const fill = { '--fill': `${(100 * position) / STEPS}%` } as CSSProperties
  return (
    <input
      className="slider"
      type="range"
      min={0}
      max={STEPS}
      step={1}
      value={position}
      aria-label={label}
      aria-valuetext={format(value)}
      title={title}
      style={fill}
      onChange={(event) => onChange(fromPosition(event.target.valueAsNumber, range))}
      {...useGesture()}
    />
  )
}
