import { useMemo } from 'react'
import { kindOf } from '../../optimizers/hyperparameters'
import { isMethod, type Optimizer } from '../../optimizers/optimizer'
import { defaultsSource } from './defaults-source'
import { written, writtenList } from './origin'
import { Reference } from './Reference'
import { RuleEquations } from './RuleEquations'

interface OptimizerDetailsProps {
  readonly optimizer: Optimizer
  /** What the button says. */
  readonly action: string
  readonly onTake: () => void
}

/** One optimizer of the gallery: what it does, the equations that would run, where they come from, and its defaults. */
export function OptimizerDetails({ optimizer, action, onTake }: OptimizerDetailsProps) {
  const { name, summary, reference, hyperparameters, landscape } = optimizer
  const inUse = useMemo(() => ({ ...hyperparameters, ...landscape }), [hyperparameters, landscape])
  return (
    <section className="optimizer-details" aria-label={name}>
      <header>
        <h3>{name}</h3>
        <button type="button" className="button primary" onClick={onTake}>
          {action}
        </button>
      </header>
      <p>{summary}</p>
      {isMethod(optimizer) ? (
        <p className="panel-note">
          A method: it may ask for {optimizer.hessian ? 'heights, slopes and curvatures' : 'heights and slopes'} more
          than once in a step, and its steps are told in words.
        </p>
      ) : (
        <RuleEquations rule={optimizer} hyperparameters={inUse} />
      )}
      <p className="panel-note">
        <Reference reference={reference} />
      </p>
      {Object.keys(hyperparameters).length > 0 && <Defaults optimizer={optimizer} />}
    </section>
  )
}

function Defaults({ optimizer }: { readonly optimizer: Optimizer }) {
  const { hyperparameters, landscape } = optimizer
  return (
    <table className="defaults">
      <caption>
        Defaults of {defaultsSource(optimizer)}
        {landscape !== undefined && `; on landscapes she starts with ${writtenList(landscape)}`}
      </caption>
      <tbody>
        {Object.entries(hyperparameters).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{written(value)}</td>
            <td>{kindOf(optimizer, name).help}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
