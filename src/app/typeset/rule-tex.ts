import type { Hyperparameters, UpdateRule } from '../../optimizers/rule'

export interface EquationText {
  readonly tex: string | null
  readonly plain: string
}

/** The equations of a rule, one a line. */
export function ruleTex(rule: UpdateRule, _hyperparameters: Hyperparameters): readonly EquationText[] {
  return rule.equations
    .trim()
    .split('\n')
    .map((line) => ({ tex: null, plain: line.trim() }))
}
