import type { Catalog } from '../../scene/resolve'
import { opened, withEquations } from '../../scene/typed'
import type { SceneRun } from '../../scene/types'

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

/** The registered optimizer that a typed one was opened from, as the name that it got by that tells. */
export function openedFrom({ optimizer, equations }: SceneRun, catalog: Catalog): string | undefined {
  const [, name] = /^My (.+)$/.exec(optimizer) ?? []
  return equations !== undefined && name !== undefined && catalog.optimizers.has(name) ? name : undefined
}
