import type { Optimizer } from '../../optimizers/optimizer'
import type { SceneRun } from '../../scene/types'
import { useActions } from '../../store/react'
import { format } from '../../views/format'

interface DefaultsNoteProps {
  readonly index: number
  readonly run: SceneRun
  readonly rule: Optimizer
}

/** A learning rate that flatters one optimizer is an old lie: says whose defaults are in use, and changes them in one press. */
export function DefaultsNote({ index, run, rule }: DefaultsNoteProps) {
  const { setHyperparameters } = useDefaults(index, rule)
  const tuned = Object.entries(rule.landscape ?? {})
  if (tuned.length === 0) return <p className="panel-note">Values that are not set here are the library’s defaults.</p>
  const values = tuned.map(([name, value]) => `${name} ${written(value)}`).join(', ')
  const library = tuned.map(([name]) => `${name} ${written(rule.hyperparameters[name]!)}`).join(', ')
  const inUse = tuned.every(([name, value]) => run.hyperparameters[name] === value)
  const bare = tuned.every(
    ([name]) => (run.hyperparameters[name] ?? rule.hyperparameters[name]) === rule.hyperparameters[name],
  )
  return (
    <p className="panel-note defaults-note">
      {inUse && `Tuned for landscapes: ${values}. `}
      {bare && `The library’s own default: ${library}. `}
      {!inUse && !bare && `Set by hand. Tuned for landscapes: ${values}; the library’s: ${library}. `}
      {!bare && (
        <button type="button" className="link-button" onClick={() => setHyperparameters('library')}>
          use the library’s
        </button>
      )}{' '}
      {!inUse && (
        <button type="button" className="link-button" onClick={() => setHyperparameters('landscape')}>
          use the tuned
        </button>
      )}
    </p>
  )
}

/** One step of undo, however many values change. */
function useDefaults(index: number, rule: Optimizer) {
  const { beginGesture, endGesture, setHyperparameter } = useActions()
  return {
    setHyperparameters(whose: 'library' | 'landscape') {
      beginGesture()
      for (const [name, value] of Object.entries(rule.landscape ?? {})) {
        setHyperparameter(index, name, whose === 'library' ? undefined : value)
      }
      endGesture()
    },
  }
}

const written = (value: unknown) => (typeof value === 'number' ? format(value) : String(value))
