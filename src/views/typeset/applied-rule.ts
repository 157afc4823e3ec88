import { appliedEquations, type Equation } from '../../expression/print/applied'
import { namesIn } from '../../expression/print/parts'
import type { CompiledRule, Schedule } from '../../optimizers/compile'
import type { Hyperparameters } from '../../optimizers/rule'
import { numbersOf } from '../../optimizers/schedule'

export interface AppliedRule {
  /** The schedules that the equations read. */
  readonly schedules: readonly Schedule[]
  readonly equations: readonly Equation[]
}

/**
 * The equations of a rule that apply for `hyperparameters`, those it was compiled for; `more` numbers may be known besides,
 * such as the step.
 */
export function appliedRule(
  { lines, schedules, stateNames }: CompiledRule,
  hyperparameters: Hyperparameters,
  more: ReadonlyMap<string, number> = new Map(),
): AppliedRule {
  const equations = appliedEquations(
    lines.map(({ statement }) => statement),
    {
      known: new Map([...flagsOf(hyperparameters), ...numbersOf(hyperparameters), ...more]),
      carried: new Set(stateNames),
    },
  )
  const read = new Set(equations.flatMap(({ value }) => namesIn(value)))
  return { schedules: schedules.filter(({ name }) => read.has(name)), equations }
}

const flagsOf = (hyperparameters: Hyperparameters) =>
  Object.entries(hyperparameters)
    .filter(([, value]) => typeof value === 'boolean')
    .map(([name, value]) => [name, Number(value)] as const)
