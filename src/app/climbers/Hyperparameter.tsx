import { Fragment } from 'react'
import { type HyperparameterKind, kindOf } from '../../optimizers/hyperparameters'
import { isMethod, type Optimizer } from '../../optimizers/optimizer'
import type { HyperparameterValue } from '../../optimizers/rule'
import type { SceneRun } from '../../scene/types'
import { useActions, useSceneStore } from '../../store/react'
import { IconButton } from '../controls/IconButton'
import { NumberField } from '../controls/NumberField'
import { Slider } from '../controls/Slider'
import { Reset } from '../icons'
import { sourceOfHyperparameter } from '../optimizers/defaults-source'
import { originOf, valueInUse, written } from '../optimizers/origin'

interface HyperparameterProps {
  readonly index: number
  readonly name: string
  readonly run: SceneRun
  readonly rule: Optimizer
}

/** One hyperparameter: its value, where that comes from, and the way back. */
export function Hyperparameter({ index, name, run, rule }: HyperparameterProps) {
  const { setHyperparameter } = useActions()
  const kind = kindOf(rule, name)
  const choices = isMethod(rule) ? rule.choices?.[name] : undefined
  const value = valueInUse(name, run.hyperparameters, rule)
  const { catalog } = useSceneStore()
  const source = sourceOfHyperparameter(name, run, catalog.optimizers.get(run.optimizer))
  const origin = originOf(name, run.hyperparameters, rule, source)
  const set = (next: HyperparameterValue | undefined) => setHyperparameter(index, name, next)
  return (
    <div className="row hyperparameter" data-origin={origin.kind}>
      <span className="row-name" title={`${kind.help}${kind.help && '. '}${origin.words}`}>
        <Breakable name={name} />
      </span>
      <Control name={name} value={value} kind={kind} choices={choices} onChange={set} />
      {origin.kind === 'own' ? (
        <IconButton
          label={`Reset ${name} to ${written(origin.resetTo)}, ${origin.resetWords}`}
          className="reset-button"
          onClick={() => set(rule.landscape?.[name])}
        >
          <Reset />
        </IconButton>
      ) : (
        <span className="origin" title={origin.words}>
          {origin.kind === 'landscape' ? 'tuned' : 'default'}
        </span>
      )}
    </div>
  )
}

/** A long name that may be broken after an underscore. */
function Breakable({ name }: { readonly name: string }) {
  return name.split(/(?<=_)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}

interface ControlProps {
  readonly name: string
  readonly value: HyperparameterValue
  readonly kind: HyperparameterKind
  readonly choices: readonly string[] | undefined
  readonly onChange: (value: HyperparameterValue) => void
}

function Control({ name, value, kind, choices, onChange }: ControlProps) {
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
