import { useMemo } from 'react'
import type { Hyperparameters, UpdateRule } from '../../optimizers/rule'
import { Tex } from '../../views/typeset/Tex'
import { ruleTex } from '../typeset/rule-tex'

interface RuleEquationsProps {
  readonly rule: UpdateRule
  /** Complete and valid: only the equations that apply for them are shown. */
  readonly hyperparameters: Hyperparameters
}

/** The update equations that run, typeset from the very text that is compiled. */
export function RuleEquations({ rule, hyperparameters }: RuleEquationsProps) {
  const lines = useMemo(() => ruleTex(rule, hyperparameters), [rule, hyperparameters])
  return (
    <div className="equations">
      {lines.map(({ tex, plain }, line) => (
        <Tex key={line} tex={tex} plain={plain} display />
      ))}
    </div>
  )
}
