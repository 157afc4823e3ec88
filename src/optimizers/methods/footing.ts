import type { Climb } from '../method'
import type { Vector } from './vectors'

/** A place of which the loss and the slope are known. */
export interface Footing {
  readonly theta: Vector
  readonly loss: number
  readonly gradient: Vector
}

/** Asks the loss and the slope at `theta`. */
export function look({ oracle }: Pick<Climb, 'oracle'>, theta: Vector): Footing {
  const gradient = new Float64Array(theta.length)
  const loss = oracle.gradient(theta, gradient)
  return { theta, loss, gradient }
}
