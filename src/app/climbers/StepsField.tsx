import { limits } from '../../scene/limits'
import { useActions, useScene } from '../../store/react'
import { NumberField } from '../controls/NumberField'

export function StepsField() {
  const steps = useScene((state) => state.scene.steps)
  const { setSteps } = useActions()
  return (
    <div className="row steps-row">
      <span className="row-name" title="How many optimizer steps everyone takes">
        steps
      </span>
      <NumberField
        label="steps"
        value={steps}
        check={(value) => (value >= 1 && value <= limits.steps ? undefined : `from 1 to ${limits.steps}`)}
        onChange={setSteps}
      />
    </div>
  )
}
