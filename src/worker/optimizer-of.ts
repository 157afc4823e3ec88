import { findOptimizer, type OptimizerChoice } from '../optimizers/find'
import type { Optimizer } from '../optimizers/optimizer'
import { optimizers } from '../registry'

/** The optimizer of a job. Throws where the page and its worker disagree about what there is. */
export function optimizerOf(choice: OptimizerChoice): Optimizer {
  const optimizer = findOptimizer(choice, optimizers)
  if (optimizer === undefined) throw new Error(`unknown optimizer \`${choice.optimizer}\``)
  return optimizer
}
