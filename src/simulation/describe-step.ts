import type { Evaluations, Method, StepPoint, StepRecord } from '../optimizers/method'
import { attemptsAt } from '../optimizers/methods/attempts'
import { scheduled } from './scheduled'
import type { RunSpec, Trajectory } from './trajectory'

/**
 * What the step of `method` that led to point `k` (from 1) tried and chose, with its numbers: sentences for the arithmetic
 * panel, the last one saying where it led. Empty for point 0 and beyond the end of the walk.
 */
export function describeStep(method: Method, trajectory: Trajectory, spec: RunSpec, k: number): readonly string[] {
  if (!(k >= 1 && k < trajectory.length) || method.describe === undefined) return []
  return method.describe(stepRecord(method, trajectory, spec, k))
}

/** Step `k` (from 1) of a finished run. */
export function stepRecord(method: Method, trajectory: Trajectory, spec: RunSpec, k: number): StepRecord {
  const { attempts, dimension } = trajectory
  return {
    step: k,
    hyperparameters: scheduled(spec.hyperparameters, method.hyperparameters, spec.steps)(k),
    maximize: spec.maximize,
    from: pointOf(trajectory, k - 1),
    to: pointOf(trajectory, k),
    attempts: attempts === undefined ? [] : attemptsAt(attempts, k, dimension),
    asked: askedDuring(trajectory, k),
  }
}

function pointOf({ dimension: d, theta, loss, gradient, state, stateNames }: Trajectory, k: number): StepPoint {
  const states = stateNames.map((name, j) => {
    const from = (k * stateNames.length + j) * d
    return [name, state.subarray(from, from + d)] as const
  })
  return {
    theta: theta.subarray(k * d, (k + 1) * d),
    loss: loss[k]!,
    gradient: gradient.subarray(k * d, (k + 1) * d),
    state: new Map(states),
  }
}

function askedDuring({ asked }: Trajectory, k: number): Evaluations {
  const [value = 0, gradient = 0, hessian = 0] = [0, 1, 2].map((j) =>
    asked === undefined ? 0 : asked[3 * k + j]! - asked[3 * (k - 1) + j]!,
  )
  return { value, gradient, hessian }
}
