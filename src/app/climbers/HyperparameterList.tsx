import type { Optimizer } from '../../optimizers/optimizer'
import type { Climber } from '../../store/types'
import { useShownHyperparameter } from '../shown'
import { Hyperparameter } from './Hyperparameter'

interface HyperparameterListProps {
  readonly index: number
  readonly climber: Climber
  readonly rule: Optimizer
}

/** Every hyperparameter under PyTorch's name, and what is wrong with their combination. */
export function HyperparameterList({ index, climber, rule }: HyperparameterListProps) {
  const shown = useShownHyperparameter()
  return (
    <div className="hyperparameters">
      {Object.keys(rule.hyperparameters)
        .filter(shown)
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
