import type { Hyperparameters } from '../../optimizers/rule'
import type { MethodRun } from './method-export'

const calls: Readonly<Record<string, (first: string) => string>> = {
  armijo: (first) => `backtracking(f, theta, g, d, ${first}, c1, shrink)`,
  strong_wolfe: (first) => `strong_wolfe(f, grad, theta, g, d, ${first}, c1, c2)`,
  exact: (first) => `exact_search(f, grad, theta, g, d, ${first})`,
}

/** The line that finds how far along `d` she goes, by the search of that name; `first` is the first trial. */
export const searchLine = (search: string, first: string): string => `t = ${calls[search]!(first)}`

/** The search that a run's hyperparameters name. */
export const searchOf = ({ line_search }: Hyperparameters): string => String(line_search)

/**
 * She goes there. Where there is noise she keeps the slope that the search felt at its end; backtracking asks for none, so
 * that she feels anew in the next step.
 */
export const goAlong = (search: string, { isNoisy }: MethodRun): string[] => [
  'if t > 0:',
  '    theta = theta + t * d',
  ...(isNoisy ? [search === 'armijo' ? '    g = None' : '    g = grad(theta)'] : []),
]

/** The slope where she stands. Noise is new in each step, so that who stays keeps the slope that she felt. */
export const feelSlope = ({ isNoisy }: MethodRun): string[] =>
  isNoisy ? ['if g is None:', '    g = grad(theta)'] : ['g = grad(theta)']

/** Before the first step. */
export const noSlopeYet = ({ isNoisy }: MethodRun): string[] =>
  isNoisy ? ['g = None  # the slope that she felt, until she moves'] : []
