import { useMemo } from 'react'
import type { Objective } from '../../math/objective'
import { compileRule } from '../../optimizers/compile'
import type { UpdateRule } from '../../optimizers/rule'
import type { RunSpec, Trajectory } from '../../simulation/trajectory'
import { LineView } from './LineView'
import { leadsTo, stepArithmetic } from './step-arithmetic'

interface RuleStepProps {
  readonly rule: UpdateRule
  readonly spec: RunSpec
  readonly trajectory: Trajectory
  readonly objective: Objective
  readonly step: number
}

/** The equations of one step of an update rule, in its numbers. */
export function RuleStep({ rule, spec, trajectory, objective, step }: RuleStepProps) {
  const compiled = useMemo(() => compileRule(rule, spec.hyperparameters, spec.steps), [rule, spec])
  const lines = useMemo(
    () => stepArithmetic(compiled, trajectory, step, { spec, objective }),
    [compiled, trajectory, step, spec, objective],
  )
  if (!leadsTo(trajectory, step, lines)) {
    return <p className="arithmetic-note">The walk on the screen is of other settings: hers is still being computed.</p>
  }
  return (
    <>
      <ol
        className="arithmetic-lines"
        aria-label="Lines of this step"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too.
        tabIndex={0}
      >
        {lines.map((line, i) => (
          <LineView key={`${i} ${line.name}`} line={line} />
        ))}
      </ol>
      <p className="arithmetic-legend">
        {legend
          .filter(([role]) => lines.some((line) => line.role === role))
          .map(([role, words]) => (
            <span key={role} className={`role-${role}`}>
              {words}
            </span>
          ))}
      </p>
    </>
  )
}

const legend = [
  ['gradient', 'slope'],
  ['momentum', 'momentum'],
  ['update', 'update'],
] as const
