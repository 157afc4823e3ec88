import type { Equation } from '../../expression/print/applied'
import { assignmentTex, statementsTex } from '../../expression/print/tex'
import { nameTex } from '../../expression/print/tex-name'
import { printStatement } from '../../expression/print/text'
import { compileRule, type Schedule, stepInputs } from '../../optimizers/compile'
import type { Hyperparameters, UpdateRule } from '../../optimizers/rule'
import { numbersOf, parseSchedule } from '../../optimizers/schedule'
import { appliedRule } from '../../views/typeset/applied-rule'

export interface EquationText {
  readonly tex: string
  readonly plain: string
}

/** The equations of a rule that apply for complete, valid `hyperparameters`, one a line; schedules first. */
export function ruleTex(rule: UpdateRule, hyperparameters: Hyperparameters): readonly EquationText[] {
  const compiled = compileRule(rule, hyperparameters, 1)
  const { schedules, equations } = appliedRule(compiled, hyperparameters)
  const meant = new Set<string>([...stepInputs, ...compiled.stateNames])
  return [
    ...schedules.map((schedule) => scheduleText(schedule, hyperparameters)),
    ...equations.flatMap((equation) => {
      const replaced = meant.has(equation.name)
      meant.add(equation.name)
      return equationTexts(equation, replaced)
    }),
  ]
}

function scheduleText({ name, text }: Schedule, hyperparameters: Hyperparameters): EquationText {
  const { statements } = parseSchedule(text, numbersOf(hyperparameters).keys())
  const tex = statementsTex(statements, nameTex(name))
  return { tex: statements.length > 1 ? tex : `${nameTex(name)} = ${tex}`, plain: `${name} = ${text}` }
}

function equationTexts(equation: Equation, replaced: boolean): EquationText[] {
  const text = { tex: assignmentTex(equation.name, equation.value, replaced), plain: printStatement(equation) }
  return equation.name === 'probe' ? [text, slopeAtProbe] : [text]
}

/** What a line `probe = …` does to `g`. */
const slopeAtProbe: EquationText = {
  tex: 'g \\leftarrow \\nabla f\\left(\\mathrm{probe}\\right)',
  plain: 'g = the slope at probe',
}
