import { isMethod, type Optimizer } from '../optimizers/optimizer'
import type { RunSpec } from '../simulation/trajectory'

/** A run that may start anywhere. */
export type Errand = Omit<RunSpec, 'start'>

/** Whether many climbers of `run` can take their steps at once. */
export const walksTogether = ({ noise }: Errand, optimizer: Optimizer | undefined): boolean =>
  noise === undefined && optimizer !== undefined && !isMethod(optimizer)
