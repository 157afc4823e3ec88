/** A keystroke's answer and a whole map of climbers, on one thread, from the formula's text to where everyone ends. */

import { createExecutor } from '../../src/kernels/create-executor'
import { fleetOf } from '../../src/kernels/make-fleet'
import { compileRule } from '../../src/optimizers/compile'
import { resolveHyperparameters } from '../../src/optimizers/resolve'
import type { UpdateRule } from '../../src/optimizers/rule'
import { optimizers, surfaces } from '../../src/registry'
import { createSurface, specOf } from '../../src/surfaces/create'

const executor = createExecutor()

/**
 * Milliseconds from the text of a formula that nobody has typed before to the ends of `size` x `size` walks of `steps` steps
 * of SGD. `key` makes it a new one: by its shape, so that no engine has its code at hand, or by its numbers alone, as where
 * a digit is typed or a parameter is dragged.
 */
export function previewOf(
  surface: string,
  key: number,
  size: number,
  steps: number,
  novel: 'shape' | 'numbers',
): number {
  const spec = specOf(surfaces.get(surface)!)
  const spread = ([low, high]: readonly [number, number], at: (k: number) => number) =>
    Float64Array.from({ length: size * size }, (_, k) => low + ((high - low) * (at(k) + 0.5)) / size)
  const x = spread(spec.domain.x, (k) => k % size)
  const y = spread(spec.domain.y, (k) => Math.floor(k / size))
  const term = novel === 'shape' ? `x^${1 + (key % 4)} y^${1 + Math.floor(key / 4)}` : 'x'
  const began = performance.now()
  const { landscape } = createSurface({ ...spec, formula: `${spec.formula} + ${term}/${1e6 + key}` }, executor)
  const sgd = optimizers.get('SGD') as UpdateRule
  // Small enough that nobody diverges and nobody comes to rest: every step of everyone is computed.
  const rule = compileRule(sgd, resolveHyperparameters(sgd, { lr: 1e-5 + key * 1e-9 }))
  const fleet = fleetOf(executor, { landscape: landscape!, rule }).create(size * size)
  fleet.reset({ x, y })
  fleet.advance(steps)
  return performance.now() - began
}
