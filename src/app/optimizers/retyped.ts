import type { Catalog } from '../../scene/resolve'
import { opened, withEquations } from '../../scene/typed'
import type { SceneRun } from '../../scene/types'
import { withOptimizer } from '../../store/edit-optimizer'

/** A run whose optimizer is a text. */
export interface TypedRun extends SceneRun {
  readonly equations: string
}

/** A climber's optimizer as a text to be edited; empty where it has no equations. */
export function asTyped(run: SceneRun, catalog: Catalog): TypedRun {
  const typed = opened(run, catalog) ?? run
  return { ...typed, equations: typed.equations ?? '' }
}

/** What somebody edits: the text, and what the optimizer is called. */
export interface Typed {
  readonly name: string
  readonly text: string
}

/**
 * The run with another text or name. `before` is the run that was opened: once nothing differs from it any more, it is that
 * run again, an optimizer of the gallery perhaps.
 */
export function retyped(run: SceneRun, before: SceneRun, { name, text }: Typed, catalog: Catalog): SceneRun {
  const original = asTyped(before, catalog)
  if (text === original.equations && name === original.optimizer) return before
  return withEquations({ ...asTyped(run, catalog), optimizer: name }, text)
}

/**
 * The way back from a typed optimizer: the climber as she is, with the optimizer that `opened`, her run when the text was
 * opened, had; or with the one that her optimizer's name, `My Adam`, tells. Undefined where there is none.
 */
export function untyped(run: SceneRun, opened: SceneRun, catalog: Catalog): SceneRun | undefined {
  if (run.equations === undefined) return undefined
  const [, name = ''] = /^My (.+)$/.exec(run.optimizer) ?? []
  if (opened.equations !== undefined)
    return catalog.optimizers.has(name) ? withOptimizer(run, name, catalog) : undefined
  const { equations: _, wrappers: __, ...rest } = run
  const { optimizer, hyperparameters, wrappers } = opened
  return { ...rest, optimizer, hyperparameters, ...(wrappers && { wrappers }) }
}
