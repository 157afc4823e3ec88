import { useEffect, useMemo, useRef } from 'react'
import { isMethod } from '../../optimizers/optimizer'
import { resolveOptimizer } from '../../scene/resolve'
import { useActions, useScene, useSceneStore } from '../../store/react'
import type { Climber } from '../../store/types'
import { IconButton } from '../controls/IconButton'
import { Segmented } from '../controls/Segmented'
import { Copy, Trash } from '../icons'
import { Reference } from '../optimizers/Reference'
import { scrollIntoSight } from '../scroll'
import { useShown } from '../shown'
import { Arithmetic } from './Arithmetic'
import { DefaultsNote } from './DefaultsNote'
import { Equations } from './Equations'
import { HyperparameterList } from './HyperparameterList'
import { NameField } from './NameField'
import { Noise } from './Noise'
import { OptimizerSelect } from './OptimizerSelect'
import { StartFields } from './StartFields'
import { Tries } from './Tries'
import { Wrappers } from './Wrappers'

interface ClimberDetailsProps {
  readonly index: number
  readonly climber: Climber
}

const DIRECTIONS = [
  ['descend', 'Descend'],
  ['climb', 'Climb'],
] as const

/** Everything about a climber that can be changed. */
export default function ClimberDetails({ index, climber }: ClimberDetailsProps) {
  const shown = useShown()
  const { catalog } = useSceneStore()
  const { setMaximize, duplicateClimber, removeClimber } = useActions()
  const count = useScene((state) => state.climbers.length)
  const rule = useMemo(() => {
    const optimizer = resolveOptimizer(climber.run, catalog)
    return optimizer.ok ? optimizer.spec : undefined
  }, [climber.run, catalog])
  const editable =
    shown('equations') && (climber.run.equations !== undefined || (rule !== undefined && !isMethod(rule)))
  // Another card has closed, perhaps, and taken this one out of sight.
  const details = useRef<HTMLDivElement>(null)
  useEffect(() => scrollIntoSight(details.current?.closest('.climber') ?? null), [])
  return (
    <div ref={details} className="climber-details">
      {shown('optimizer') && <OptimizerSelect index={index} run={climber.run} editable={editable} />}
      {rule !== undefined && <p className="climber-summary">{rule.summary}</p>}
      {shown('maximize') && (
        <Segmented
          label="Direction"
          value={climber.run.maximize ? 'climb' : 'descend'}
          options={DIRECTIONS}
          onChange={(direction) => setMaximize(index, direction === 'climb')}
        />
      )}
      {rule !== undefined && <HyperparameterList index={index} climber={climber} rule={rule} />}
      {rule !== undefined && shown('hyperparameters') && <DefaultsNote index={index} run={climber.run} rule={rule} />}
      {rule !== undefined && !isMethod(rule) && shown('wrappers') && (
        <Wrappers index={index} run={climber.run} rule={rule} />
      )}
      {rule !== undefined && shown('noise') && <Noise index={index} climber={climber} rule={rule} />}
      {rule !== undefined && shown('tries') && <Tries rule={rule} />}
      {shown('start') && <StartFields index={index} start={climber.run.start} />}
      {rule !== undefined && isMethod(rule) && (
        <p className="panel-note">
          <Reference reference={rule.reference} />
        </p>
      )}
      {editable && (
        <Equations index={index} climber={climber} rule={rule === undefined || isMethod(rule) ? undefined : rule} />
      )}
      {shown('equations') && rule !== undefined && <Arithmetic optimizer={rule} climber={climber} />}
      <div className="climber-tools">
        <NameField key={climber.run.name ?? ''} index={index} run={climber.run} />
        <IconButton label="Duplicate this climber" onClick={() => duplicateClimber(index)}>
          <Copy />
        </IconButton>
        <IconButton label="Remove this climber" disabled={count === 0} onClick={() => removeClimber(index)}>
          <Trash />
        </IconButton>
      </div>
    </div>
  )
}
