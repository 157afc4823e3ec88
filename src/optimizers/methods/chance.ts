/** Chance and directions to the last bit alike on every machine: the lowered functions are, `Math.log` and `Math.cos` are not. */
import { log } from '../../expression/lowering/logarithm'
import { scalar } from '../../expression/lowering/scalar'
import { cos, sin } from '../../expression/lowering/trigonometric'
import type { Random } from '../../math/random'
import { norm, scaled, type Vector } from './vectors'

/** Normal with mean 0 and standard deviation 1 (Box & Muller 1958). */
export function gaussian({ uniform }: Random): number {
  // 1 - u is never 0.
  const radius = Math.sqrt(-2 * log(scalar, 1 - uniform()))
  return radius * cos(scalar, 2 * Math.PI * uniform())
}

/** The direction of length 1 that is `turns` of a circle away from the first axis. */
export const around = (turns: number): Vector =>
  Float64Array.of(cos(scalar, 2 * Math.PI * turns), sin(scalar, 2 * Math.PI * turns))

/** A direction of length 1, all alike likely. */
export function anyDirection(dimension: number, random: Random): Vector {
  const direction = Float64Array.from({ length: dimension }, () => gaussian(random))
  return scaled(direction, 1 / norm(direction))
}
