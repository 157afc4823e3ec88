import { findOptimizer } from '../../optimizers/find'
import type { Optimizer } from '../../optimizers/optimizer'
import type { RunSpec } from '../../simulation/trajectory'

/** Which hyperparameters are worth a sweep, the most telling first. */
const telling = ['lr', 'momentum', 'beta1', 'beta', 'rho', 'alpha', 'beta2', 'weight_decay']

/** Names of the hyperparameters that are numbers, in the optimizer's order. */
export const sweepable = ({ hyperparameters }: Pick<Optimizer, 'hyperparameters'>): string[] =>
  Object.entries(hyperparameters).flatMap(([name, value]) => (typeof value === 'number' ? [name] : []))

/** The two that a sweep begins with; null where there are not two. */
export function usualAxes(optimizer: Pick<Optimizer, 'hyperparameters'>): readonly [x: string, y: string] | null {
  const names = sweepable(optimizer)
  const [x, y] = [...telling.filter((name) => names.includes(name)), ...names.filter((name) => !telling.includes(name))]
  return x === undefined || y === undefined ? null : [x, y]
}

/** The optimizer of a run that was resolved, as experiments need it. */
export const optimizerOf = (spec: RunSpec | null, known: ReadonlyMap<string, Optimizer>): Optimizer | undefined =>
  spec === null ? undefined : findOptimizer(spec, known)
