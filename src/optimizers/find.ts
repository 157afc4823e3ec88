import { isMethod, type Optimizer } from './optimizer'
import { parseRule } from './text'
import { wrap } from './wrapper'
import { wrappers } from './wrappers'

/** Which optimizer a run uses: one by its name, or typed, perhaps inside wrappers. */
export interface OptimizerChoice {
  /** The name of a registered optimizer; of a typed one, what it is called. */
  readonly optimizer: string
  /** A typed optimizer's text, as `parseRule` reads it. */
  readonly equations?: string
  /** Names of wrappers, the innermost first. */
  readonly wrappers?: readonly string[]
}

/** A wrapper that is not there, or does not fit; the message says what to do. */
export class WrapperError extends Error {
  override readonly name = 'WrapperError'
}

/**
 * The optimizer itself; undefined when `known` has none of that name. Throws ExpressionError when a typed one cannot be
 * read, and WrapperError.
 */
export function findOptimizer(
  { optimizer: name, equations, wrappers: around = [] }: OptimizerChoice,
  known: ReadonlyMap<string, Optimizer>,
): Optimizer | undefined {
  const optimizer = equations === undefined ? known.get(name) : parseRule(name, equations)
  if (optimizer === undefined || around.length === 0) return optimizer
  if (isMethod(optimizer))
    throw new WrapperError(`${name} is a method and cannot be wrapped: remove ${around.join(', ')}`)
  if (new Set(around).size < around.length) throw new WrapperError('the same wrapper twice: remove one of them')
  return around.reduce((rule, outer) => {
    const found = wrappers.get(outer)
    if (found === undefined)
      throw new WrapperError(`unknown wrapper \`${outer}\`: there are ${[...wrappers.keys()].join(', ')}`)
    return wrap(rule, found)
  }, optimizer)
}
