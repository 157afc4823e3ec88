import { useScene } from '../../store/react'
import { AfterFirstWalk } from '../AfterFirstWalk'
import { AddClimber } from '../later'
import { useShown } from '../shown'
import { ClimberCard } from './ClimberCard'
import { ReleaseNote } from './ReleaseNote'
import { StepsField } from './StepsField'

/** Who walks. */
export function ClimbersPanel() {
  const climbers = useScene((state) => state.climbers)
  const shown = useShown()
  return (
    <section aria-labelledby="climbers-heading">
      <h2 id="climbers-heading" className="panel-heading">
        Climbers
      </h2>
      {climbers.length === 0 && <p className="empty">Nobody walks here yet. Add a climber, or click the ground.</p>}
      <ul className="climbers">
        {climbers.map((climber, index) => (
          <ClimberCard key={index} index={index} climber={climber} />
        ))}
      </ul>
      {shown('add') && (
        <AfterFirstWalk room="line-room">
          <AddClimber />
        </AfterFirstWalk>
      )}
      {shown('release') && <ReleaseNote />}
      {shown('steps') && <StepsField />}
    </section>
  )
}
