import type { HyperparameterKind } from '../../optimizers/hyperparameters'
import type { HyperparameterValue } from '../../optimizers/rule'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'

interface HyperparameterControlProps {
  readonly name: string
  readonly value: HyperparameterValue
  readonly kind: HyperparameterKind
  readonly choices: readonly string[] | undefined
  readonly onChange: (value: HyperparameterValue) => void
}

/** What suits a value's type: a slider and a number, a switch, a choice, a text. */
export function HyperparameterControl({ name, value, kind, choices, onChange }: HyperparameterControlProps) {
  if (typeof value === 'boolean') {
    return (
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={value}
          aria-label={name}
          checked={value}
          onChange={() => onChange(!value)}
        />
        <span>{value ? 'on' : 'off'}</span>
      </label>
    )
  }
  if (typeof value === 'string' && choices !== undefined) {
    return (
      <select className="select" aria-label={name} value={value} onChange={(event) => onChange(event.target.value)}>
        {!choices.includes(value) && <option value={value}>{value} (unknown)</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    )
  }
  if (typeof value === 'string') {
    return (
      <input
        className="text-field"
        aria-label={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  const [min, max] = kind.range
  return (
    <>
      <Slider label={name} title={kind.help} value={value} min={min} max={max} scale={kind.scale} onChange={onChange} />
      <NumberField label={`${name}, value`} value={value} onChange={onChange} />
    </>
  )
}
