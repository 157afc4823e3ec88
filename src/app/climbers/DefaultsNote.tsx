import type { Optimizer } from '../../optimizers/optimizer'
import type { SceneRun } from '../../scene/types'
import { useActions, useSceneStore } from '../../store/react'
import { sourceOf } from '../optimizers/defaults-source'
import { standingOf, valueInUse, writtenList } from '../optimizers/origin'

interface DefaultsNoteProps {
  readonly index: number
  readonly run: SceneRun
  readonly rule: Optimizer
}

/** A learning rate that flatters one optimizer is an old lie: says whose values are in use, and changes them in one press. */
export function DefaultsNote({ index, run, rule }: DefaultsNoteProps) {
  const { replaceRun } = useActions()
  const { catalog } = useSceneStore()
  const source = sourceOf(run, catalog.optimizers.get(run.optimizer))
  const { kind, own } = standingOf(run.hyperparameters, rule)
  const { landscape = {} } = rule
  const use = (hyperparameters: SceneRun['hyperparameters']) => replaceRun(index, { ...run, hyperparameters })
  const values = (names: readonly string[]) =>
    writtenList(Object.fromEntries(names.map((name) => [name, valueInUse(name, run.hyperparameters, rule)])))
  return (
    <p className="panel-note defaults-note">
      {kind === 'library' && `All values are the defaults of ${source}. `}
      {kind === 'landscape' && `Tuned for landscapes: ${writtenList(landscape)}. The rest: defaults of ${source}. `}
      {kind === 'mixed' && (own.length > 0 ? `Set by hand: ${values(own)}. ` : 'Tuned for landscapes only in part. ')}
      {kind !== 'library' && (
        <button type="button" className="link-button" onClick={() => use({})}>
          use the defaults of {source}
        </button>
      )}{' '}
      {kind !== 'landscape' && Object.keys(landscape).length > 0 && (
        <button type="button" className="link-button" onClick={() => use(landscape)}>
          use the tuned: {writtenList(landscape)}
        </button>
      )}
    </p>
  )
}
