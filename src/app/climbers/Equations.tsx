import { useMemo } from 'react'
import type { UpdateRule } from '../../optimizers/rule'
import type { RunSpec } from '../../simulation/trajectory'
import { Tex } from '../../views/typeset/Tex'
import { ruleTex } from '../typeset/rule-tex'

interface EquationsProps {
  readonly rule: UpdateRule
  readonly spec: RunSpec | null
}

/** The update equations that run, typeset from the very text that is compiled. */
export function Equations({ rule, spec }: EquationsProps) {
  const lines = useMemo(() => ruleTex(rule, spec?.hyperparameters ?? rule.hyperparameters), [rule, spec])
  return (
    <details className="disclosure">
      <summary>Equations</summary>
      <div className="equations">
        {lines.map(({ tex, plain }) => (
          <Tex key={plain} tex={tex} plain={plain} display />
        ))}
      </div>
      <p className="panel-note">{rule.reference}</p>
    </details>
  )
}
