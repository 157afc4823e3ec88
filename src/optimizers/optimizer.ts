import type { Method } from './method'
import type { UpdateRule } from './rule'

/** Whatever makes a climber walk: update equations of one coordinate, or a method that sees the whole objective. */
export type Optimizer = UpdateRule | Method

export const isMethod = (optimizer: Optimizer): optimizer is Method => 'begin' in optimizer

/** Every state variable that a run of `optimizer` may record. */
export const stateNamesOf = (optimizer: Optimizer): readonly string[] =>
  isMethod(optimizer) ? optimizer.recorded : Object.keys(optimizer.state)
