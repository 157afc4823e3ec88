import type { SweepAxis } from '../../analysis/sweep-axis'
import type { Optimizer } from '../../optimizers/optimizer'
import { useActions } from '../../store/react'
import type { SweepState } from '../../store/types'
import { NumberField } from '../controls/NumberField'
import { sweepable } from './sweep-axes'

interface SweepAxisFieldsProps {
  readonly side: 'x' | 'y'
  readonly sweep: SweepState
  readonly optimizer: Optimizer
}

const directions = { x: 'across', y: 'upwards' } as const

/** One side of the map: which hyperparameter, from where to where, by equal steps or by equal factors. */
export function SweepAxisFields({ side, sweep, optimizer }: SweepAxisFieldsProps) {
  const { setSweepAxis } = useActions()
  const axis = sweep[side]
  const other = sweep[side === 'x' ? 'y' : 'x']
  const { low, high, scale } = axis
  const isLog = scale === 'log'
  const set = (change: Partial<SweepAxis>) => setSweepAxis(side, change)
  return (
    <fieldset className="sweep-axis">
      <legend className="visually-hidden">{directions[side]}</legend>
      <select
        className="select"
        aria-label={`Hyperparameter ${directions[side]}`}
        value={axis.name}
        onChange={(event) => set({ name: event.target.value })}
      >
        {sweepable(optimizer)
          .filter((name) => name !== other.name)
          .map((name) => (
            <option key={name} value={name}>
              {side === 'x' ? '→' : '↑'} {name}
            </option>
          ))}
      </select>
      <NumberField
        label={`${axis.name} from`}
        value={low}
        check={(value) => checkLow(value, axis)}
        onChange={(value) => set({ low: value })}
      />
      <span aria-hidden="true">–</span>
      <NumberField
        label={`${axis.name} to`}
        value={high}
        check={(value) => (value > low ? undefined : `must be above ${low}`)}
        onChange={(value) => set({ high: value })}
      />
      <button
        type="button"
        className="chip"
        aria-pressed={isLog}
        aria-label={`log scale of ${axis.name}`}
        disabled={!isLog && low <= 0}
        title={isLog ? 'By equal factors' : low > 0 ? 'By equal steps' : 'A logarithmic scale begins above 0'}
        onClick={() => set({ scale: isLog ? 'linear' : 'log' })}
      >
        log
      </button>
    </fieldset>
  )
}

function checkLow(value: number, { high, scale }: SweepAxis): string | undefined {
  if (value >= high) return `must be below ${high}`
  return scale === 'log' && value <= 0 ? 'must be above 0 on a logarithmic scale' : undefined
}
