import type { SceneRun } from '../../scene/types'
import { useSceneStore } from '../../store/react'
import { groupsOf } from '../optimizers/groups'
import { useSetOptimizer } from '../optimizers/use-set-optimizer'
import { usePageActions } from '../page-context'
import '../styles/optimizers.css'
import { prepared } from './equation-editor'

interface OptimizerSelectProps {
  readonly index: number
  readonly run: SceneRun
  /** Whether there are equations that can be edited. */
  readonly editable: boolean
}

/** No registered optimizer has this name: it stands for one that is typed, or that nobody knows. */
const OTHER = ''

/** The quick way to another optimizer, and the ways to see them all and to make one's own. */
export function OptimizerSelect({ index, run, editable }: OptimizerSelectProps) {
  const { catalog } = useSceneStore()
  const setOptimizer = useSetOptimizer()
  const { openDialog, edit } = usePageActions()
  const typed = run.equations !== undefined
  const other = typed || !catalog.optimizers.has(run.optimizer)
  return (
    <>
      <label className="row">
        <span className="row-name">optimizer</span>
        <select
          className="select"
          value={other ? OTHER : run.optimizer}
          onChange={(event) => setOptimizer(index, event.target.value)}
        >
          {other && (
            <option value={OTHER}>
              {run.optimizer} ({typed ? 'typed' : 'unknown'})
            </option>
          )}
          {groupsOf(catalog.optimizers.values()).map(({ title, optimizers }) => (
            <optgroup key={title} label={title}>
              {optimizers.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <p className="optimizer-ways">
        <button type="button" className="link-button" onClick={() => openDialog('optimizers')}>
          Browse all {catalog.optimizers.size}…
        </button>
        {editable && (
          <button type="button" className="link-button" {...prepared} onClick={() => edit(index)}>
            Edit the equations…
          </button>
        )}
      </p>
    </>
  )
}
