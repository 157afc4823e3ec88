import type { UpdateRule } from '../../optimizers/rule'
import { wrappers as known } from '../../optimizers/wrappers'
import type { SceneRun } from '../../scene/types'
import { isOfWrapper, withWrappers } from '../../store/edit-run'
import { useActions } from '../../store/react'
import { IconButton } from '../controls/IconButton'
import { Close, Plus } from '../icons'
import { useShownHyperparameter } from '../shown'
import { Hyperparameter } from './Hyperparameter'
import { ArrowUp } from './icons'

interface WrappersProps {
  readonly index: number
  readonly run: SceneRun
  /** The optimizer as it runs, wrappers and all. */
  readonly rule: UpdateRule
}

/** What stands around an optimizer, the innermost first, and what else could. */
export function Wrappers({ index, run, rule }: WrappersProps) {
  const { replaceRun } = useActions()
  const { wrappers = [] } = run
  const wrap = (next: readonly string[]) => replaceRun(index, withWrappers(run, next))
  const others = [...known.values()].filter(({ name }) => !wrappers.includes(name))
  return (
    <div className="wrappers">
      {wrappers.map((name, place) => (
        <fieldset key={name} className="wrapper">
          <legend className="visually-hidden">{name}</legend>
          <div className="wrapper-head">
            <span title={known.get(name)?.summary}>
              wrapped in <b>{name}</b>
            </span>
            {place > 0 && (
              <IconButton
                label={`Move ${name} inside ${wrappers[place - 1]}`}
                onClick={() => wrap(swapped(wrappers, place))}
              >
                <ArrowUp />
              </IconButton>
            )}
            <IconButton label={`Take ${name} off`} onClick={() => wrap(wrappers.filter((other) => other !== name))}>
              <Close />
            </IconButton>
          </div>
          <WrapperHyperparameters wrapper={name} index={index} run={run} rule={rule} />
        </fieldset>
      ))}
      {others.length > 0 && (
        <div className="row wrap-row">
          <span className="row-name">wrap in</span>
          <span className="chips">
            {others.map(({ name, summary }) => (
              <button
                key={name}
                type="button"
                className="chip"
                title={summary}
                aria-label={`Wrap in ${name}`}
                onClick={() => wrap([...wrappers, name])}
              >
                <Plus /> {name}
              </button>
            ))}
          </span>
        </div>
      )}
    </div>
  )
}

function WrapperHyperparameters({ wrapper, index, run, rule }: WrappersProps & { readonly wrapper: string }) {
  const shown = useShownHyperparameter()
  return Object.keys(rule.hyperparameters)
    .filter((name) => isOfWrapper(wrapper, name) && shown(name))
    .map((name) => (
      <Hyperparameter
        key={name}
        index={index}
        name={name}
        label={name.slice(wrapper.length + 1)}
        run={run}
        rule={rule}
      />
    ))
}

/** With the one at `place` before the one before it. */
const swapped = (names: readonly string[], place: number): readonly string[] =>
  names.map((name, i) => (i === place - 1 ? names[place]! : i === place ? names[place - 1]! : name))
