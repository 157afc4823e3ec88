import type { Climber } from '../store/types'

/** What a climber is called: by her own name, or by her optimizer and its momentum. */
export function nameOf({ run }: Pick<Climber, 'run'>): string {
  if (run.name !== undefined) return run.name
  const momentum = Number(run.hyperparameters.momentum ?? 0)
  return momentum > 0 ? `${run.optimizer} + momentum` : run.optimizer
}
