import { log } from '../expression/lowering/logarithm'
import { pow } from '../expression/lowering/power'
import { scalar } from '../expression/lowering/scalar'
import { cos } from '../expression/lowering/trigonometric'
import { createRandom } from '../math/random'

/** How the slope that a climber feels differs from the true one: in each coordinate by a number of this distribution. */
export interface NoiseSpec {
  readonly kind: 'gaussian' | 'student-t'
  /** Standard deviation of `gaussian`; what a `student-t` number is multiplied by. In units of the slope. */
  readonly scale: number
  /** Degrees of freedom of `student-t`: the fewer, the heavier its tails; at 2 or less its variance is infinite. */
  readonly df?: number
}

/** Degrees of freedom where a document does not say: the variance is finite, the kurtosis is not. */
export const DEFAULT_DF = 3

/** Keeps this stream apart from what else draws on a run's seed. */
const STREAM = 0x6e6f6973

/**
 * A stream of noise that `seed` determines to the last bit: its functions are the lowered ones, which are the same on
 * every machine, as `Math.log` and `Math.cos` are not.
 */
export function createNoise({ kind, scale, df = DEFAULT_DF }: NoiseSpec, seed: number): () => number {
  const random = createRandom(seed ^ STREAM)
  const radius = kind === 'gaussian' ? gaussianRadius : (u: number) => studentRadius(u, df)
  return () => {
    // 1 - u is never 0.
    const r = radius(1 - random.uniform())
    return scale * r * cos(scalar, 2 * Math.PI * random.uniform())
  }
}

/** Box & Muller 1958. */
const gaussianRadius = (u: number) => Math.sqrt(-2 * log(scalar, u))

/** Bailey 1994, "Polar generation of random variates with the t-distribution", theorem 1. */
const studentRadius = (u: number, df: number) => Math.sqrt(df * (pow(scalar, u, -2 / df) - 1))
