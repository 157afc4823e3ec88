import type { Climber } from '../store/types'

/** What a climber is called: by her own name, or by her optimizer, its momentum and what it is wrapped in. */
export function nameOf({ run }: Pick<Climber, 'run'>): string {
  const { name, optimizer, hyperparameters, wrappers = [] } = run
  if (name !== undefined) return name
  const { momentum = 0 } = hyperparameters
  // A schedule is a text.
  const isHeavy = typeof momentum === 'string' || Number(momentum) > 0
  return wrappers.reduce((inside, wrapper) => `${wrapper}(${inside})`, isHeavy ? `${optimizer} + momentum` : optimizer)
}
