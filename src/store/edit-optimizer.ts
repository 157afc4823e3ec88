import { isMethod } from '../optimizers/optimizer'
import type { Hyperparameters } from '../optimizers/rule'
import type { Catalog } from '../scene/resolve'
import type { SceneRun } from '../scene/types'
import { newRun } from './edit'
import { isOfWrapper } from './edit-run'

/**
 * The run with another optimizer, for `replaceRun`. It brings its own hyperparameters: a learning rate that suits one
 * optimizer wrecks another. Everything else that she was told stays, but for wrappers around a method and a name that no
 * longer fits.
 */
export function withOptimizer(run: SceneRun, optimizer: string, catalog: Catalog): SceneRun {
  if (run.optimizer === optimizer && run.equations === undefined) return run
  const { equations: _, wrappers: around = [], name, hyperparameters: before, ...kept } = run
  const next = catalog.optimizers.get(optimizer)
  const wrappers = next !== undefined && isMethod(next) ? [] : around
  const { hyperparameters } = newRun(optimizer, run.start, catalog)
  return {
    ...kept,
    optimizer,
    hyperparameters: { ...hyperparameters, ...hyperparametersOf(wrappers, before) },
    ...(wrappers.length > 0 && { wrappers }),
    ...(name !== undefined && !speaksOf(name, run) && { name }),
  }
}

const hyperparametersOf = (wrappers: readonly string[], hyperparameters: Hyperparameters): Hyperparameters =>
  Object.fromEntries(
    Object.entries(hyperparameters).filter(([name]) => wrappers.some((wrapper) => isOfWrapper(wrapper, name))),
  )

/** Whether a climber's name tells her optimizer or a hyperparameter that is set: `SGD on the ridge`, `lr 0.2`. */
function speaksOf(name: string, { optimizer, hyperparameters }: SceneRun): boolean {
  const words = wordsOf(name)
  const told = [...wordsOf(optimizer), ...Object.keys(hyperparameters)]
  return told.some((word) => words.includes(word.toLowerCase()))
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
