import { useMemo, useState } from 'react'
import { useActions, useScene } from '../../store/react'
import type { SweepState } from '../../store/types'
import { format } from '../../views/format'
import { nameOf } from '../../views/name-of'
import { Segmented } from '../controls/Segmented'
import { Progress } from './Progress'
import { SweepAxisFields } from './SweepAxisFields'
import { SweepLegend } from './SweepLegend'
import { SweepMapView } from './SweepMapView'
import { usualAxes } from './sweep-axes'
import { type Measure, measureScale } from './sweep-measure'
import { type Subject, useClimber, useSubject } from './use-subject'
import { Who } from './Who'

/** A map over two hyperparameters of one climber: how her walk from the same start would have ended. */
export function SweepPart() {
  const sweep = useScene((state) => state.sweep)
  const subject = useClimber(sweep?.climber ?? -1)
  return sweep === null || subject === null ? null : <Sweep sweep={sweep} subject={subject} />
}

const MEASURES = [
  ['loss', 'loss'],
  ['steps', 'steps'],
  ['divergence', 'diverged'],
] as const

function Sweep({ sweep, subject }: { readonly sweep: SweepState; readonly subject: Subject }) {
  const [measure, setMeasure] = useState<Measure>('loss')
  const steps = useScene((state) => state.scene.steps)
  const scale = useMemo(() => (sweep.map === null ? null : measureScale(sweep.map, measure)), [sweep.map, measure])
  return (
    <div className="lab-part" id="lab-sweep" data-map-size={sweep.map?.size}>
      <Who subject={subject}>with other values, from the same start.</Who>
      <OtherSubject present={subject} />
      {subject.optimizer !== undefined && (
        <>
          <SweepAxisFields side="x" sweep={sweep} optimizer={subject.optimizer} />
          <SweepAxisFields side="y" sweep={sweep} optimizer={subject.optimizer} />
        </>
      )}
      <Segmented label="What the map shows" value={measure} options={MEASURES} onChange={setMeasure} />
      <p className="panel-note">{explain(measure, steps, sweep.goal)}</p>
      <SweepMapView sweep={sweep} subject={subject} measure={measure} scale={scale} />
      {sweep.map !== null && <SweepLegend map={sweep.map} measure={measure} scale={scale} />}
      <Progress label="Computing the sweep" value={sweep.progress} />
    </div>
  )
}

/** The sweep stays with its climber when another is selected, and offers to follow. */
function OtherSubject({ present }: { readonly present: Subject }) {
  const other = useSubject()
  const { openSweep } = useActions()
  const axes = other?.optimizer === undefined ? null : usualAxes(other.optimizer)
  if (other === null || axes === null || other.index === present.index) return null
  return (
    <button type="button" className="link-button" onClick={() => openSweep(other.index, ...axes)}>
      Sweep {nameOf(other.climber)} instead
    </button>
  )
}

function explain(measure: Measure, steps: number, goal: number): string {
  if (measure === 'loss') return `The loss after ${steps} steps.`
  if (measure === 'divergence') return 'The step at which she diverged, where she did.'
  return Number.isNaN(goal)
    ? 'There is no listed goal here: nobody can be said to arrive.'
    : `Steps until the loss is ${format(goal, 3)}: 99 % of the way to the best.`
}
