import { eigen2 } from '../math/eigen'
import type { Objective } from '../math/objective'
import type { Domain } from '../surfaces/surface'
import { hasLeft, pointAt, type Walk } from './outcome'
import type { RunSpec } from './trajectory'

/**
 * Why a walk diverged: the loss has no value where she stepped; the steps were too large for the curvature, `limit`
 * being the largest stable learning rate there; the loss has no bound in the direction she went; or nobody knows.
 */
export type DivergenceCause =
  | { readonly kind: 'undefined-loss' }
  | { readonly kind: 'too-large-step'; readonly limit: number }
  | { readonly kind: 'no-bound' }
  | { readonly kind: 'unknown' }

/** Finds the cause, and claims one only when the numbers bear it out. `end` is the step at which she had diverged. */
export function causeOfDivergence(
  walk: Walk,
  objective: Objective,
  spec: RunSpec,
  domain: Domain,
  end: number,
): DivergenceCause {
  // Far away a loss that is not a number is the difference of two infinities.
  if (Number.isNaN(walk.loss[end]!) && !hasLeft(walk, end, domain)) return { kind: 'undefined-loss' }
  const from = riseFrom(walk, spec.maximize, end)
  const limit = from === undefined ? undefined : stableRate(objective, pointAt(walk, from), spec)
  if (limit !== undefined && Number(spec.hyperparameters.lr) > limit) return { kind: 'too-large-step', limit }
  return from === undefined && end > 0 ? { kind: 'no-bound' } : { kind: 'unknown' }
}

/** The point from which the loss went the wrong way until `end`; undefined when it went the right way in the end. */
function riseFrom(walk: Walk, maximize: boolean, end: number): number | undefined {
  const sign = maximize ? -1 : 1
  const goesWrong = (k: number) => k > 0 && sign * walk.loss[k]! > sign * walk.loss[k - 1]!
  // Whether a loss that is not a number would have been higher or lower, the step before tells.
  let k = Number.isNaN(walk.loss[end]!) ? end - 1 : end
  if (!goesWrong(k)) return undefined
  while (goesWrong(k)) k--
  return k
}

const isPlainSgd = ({ optimizer, equations, wrappers = [], noise }: RunSpec) =>
  optimizer === 'SGD' && equations === undefined && wrappers.length === 0 && noise === undefined

/**
 * The learning rate above which SGD diverges on a quadratic of the curvature at `theta`: there the characteristic
 * polynomial of its recurrence has the root -1 (Polyak 1964). Undefined for other optimizers and where nothing curves
 * towards her goal.
 */
function stableRate(objective: Objective, theta: Float64Array, spec: RunSpec): number | undefined {
  if (!isPlainSgd(spec) || objective.dimension !== 2 || objective.hessian === undefined) return undefined
  const h = new Float64Array(4)
  objective.hessian(theta, h)
  const sign = spec.maximize ? -1 : 1
  const curvature = eigen2(sign * h[0]!, sign * h[1]!, sign * h[3]!).values[1]
  if (!(curvature > 0)) return undefined
  const { momentum = 0, dampening = 0, nesterov = false } = spec.hyperparameters
  const mu = Number(momentum)
  if (nesterov) return (2 * (1 + mu)) / ((1 + 2 * mu) * curvature)
  const share = mu === 0 ? 1 : 1 - Number(dampening)
  return share > 0 ? (2 * (1 + mu)) / (share * curvature) : undefined
}
