import { useDeferredValue } from 'react'
import type { Objective } from '../../math/objective'
import { isMethod, type Optimizer } from '../../optimizers/optimizer'
import { describeStep } from '../../simulation/describe-step'
import type { RunSpec, Trajectory } from '../../simulation/trajectory'
import { usePlayback } from '../../store/react'
import { notesOn } from './notes'
import { RuleStep } from './RuleStep'
import { StepHead } from './StepHead'
import './arithmetic.css'

export interface StepArithmeticProps {
  /** The optimizer of `spec`, wrappers and all. */
  readonly optimizer: Optimizer
  readonly spec: RunSpec
  readonly trajectory: Trajectory
  /** The ground that was walked on. */
  readonly objective: Objective
}

/**
 * The arithmetic of the step that led to the playhead: equations with their numbers, or, for methods, what was tried and
 * chosen in words. Follows the playhead at whole steps.
 */
export default function StepArithmetic({ optimizer, spec, trajectory, objective }: StepArithmeticProps) {
  const last = trajectory.length - 1
  const now = usePlayback(({ step }) => Math.min(Math.floor(step), last))
  // While she runs, the newest step matters, not each one on the way.
  const step = useDeferredValue(now)
  return (
    <div className="arithmetic">
      <StepHead step={step} last={last} />
      {step < 1 ? (
        <p className="arithmetic-note">She has not stepped yet.</p>
      ) : isMethod(optimizer) ? (
        <ul className="arithmetic-lines arithmetic-words">
          {describeStep(optimizer, trajectory, spec, step).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <RuleStep rule={optimizer} spec={spec} trajectory={trajectory} objective={objective} step={step} />
      )}
      {notesOn(spec).map((note) => (
        <p key={note} className="arithmetic-note">
          {note}
        </p>
      ))}
    </div>
  )
}
