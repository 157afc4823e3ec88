import { Fragment } from 'react'
import { kindOf } from '../../optimizers/hyperparameters'
import { isMethod, type Optimizer } from '../../optimizers/optimizer'
import type { HyperparameterValue } from '../../optimizers/rule'
import type { SceneRun } from '../../scene/types'
import { useActions, useScene, useSceneStore } from '../../store/react'
import { IconButton } from '../controls/IconButton'
import { Reset } from '../icons'
import { sourceOfHyperparameter } from '../optimizers/defaults-source'
import { originOf, valueInUse, written } from '../optimizers/origin'
import { HyperparameterControl } from './HyperparameterControl'
import { Schedule } from './Schedule'
import { ScheduleNow } from './ScheduleNow'
import { ScheduleToggle } from './ScheduleToggle'

interface HyperparameterProps {
  readonly index: number
  readonly name: string
  /** What it is called where its name is clear from what stands around it. */
  readonly label?: string
  readonly run: SceneRun
  readonly rule: Optimizer
}

/** One hyperparameter: its value, or its formula of the step; where that comes from, and the way back. */
export function Hyperparameter({ index, name, label = name, run, rule }: HyperparameterProps) {
  const { setHyperparameter } = useActions()
  const { catalog } = useSceneStore()
  const steps = useScene((state) => state.scene.steps)
  const kind = kindOf(rule, name)
  const choices = isMethod(rule) ? rule.choices?.[name] : undefined
  const value = valueInUse(name, run.hyperparameters, rule)
  const source = sourceOfHyperparameter(name, run, catalog.optimizers.get(run.optimizer))
  const origin = originOf(name, run.hyperparameters, rule, source)
  const set = (next: HyperparameterValue | undefined) => setHyperparameter(index, name, next)
  const context = { rule, name, given: run.hyperparameters, steps }
  const schedule = isNumber(rule, name) && typeof value === 'string' ? value : null
  return (
    <>
      <div className="row hyperparameter" data-origin={origin.kind} data-schedule={schedule !== null || undefined}>
        <span className="row-name" title={`${kind.help}${kind.help && '. '}${origin.words}`}>
          <Breakable name={label} />
        </span>
        {isNumber(rule, name) && <ScheduleToggle value={value} context={context} onChange={set} />}
        {schedule === null ? (
          <HyperparameterControl name={name} value={value} kind={kind} choices={choices} onChange={set} />
        ) : (
          <ScheduleNow text={schedule} context={context} />
        )}
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
      {schedule !== null && <Schedule index={index} run={run} context={context} text={schedule} onChange={set} />}
    </>
  )
}

const isNumber = (rule: Optimizer, name: string) => typeof rule.hyperparameters[name] === 'number'

/** A long name that may be broken after an underscore. */
function Breakable({ name }: { readonly name: string }) {
  return name.split(/(?<=_)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
