import type { Optimizer } from '../../optimizers/optimizer'
import { isOfWrapper } from '../../store/edit-run'
import type { Climber } from '../../store/types'
import { useShownHyperparameter } from '../shown'
import { Hyperparameter } from './Hyperparameter'
import '../styles/hyperparameters.css'

interface HyperparameterListProps {
  readonly index: number
  readonly climber: Climber
  readonly rule: Optimizer
}

/** Every hyperparameter of the optimizer under PyTorch's name, and what is wrong with their combination. */
export function HyperparameterList({ index, climber, rule }: HyperparameterListProps) {
  const shown = useShownHyperparameter()
  const { wrappers = [] } = climber.run
  const isOwn = (name: string) => !wrappers.some((wrapper) => isOfWrapper(wrapper, name))
  return (
    <div className="hyperparameters">
      {Object.keys(rule.hyperparameters)
        .filter((name) => isOwn(name) && shown(name))
        .map((name) => (
          <Hyperparameter key={`${rule.name} ${name}`} index={index} name={name} run={climber.run} rule={rule} />
        ))}
      {climber.problem !== null && (
        <p className="field-problem" role="alert">
          {climber.problem}
        </p>
      )}
    </div>
  )
}
