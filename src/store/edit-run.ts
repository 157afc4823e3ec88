import type { SceneRun } from '../scene/types'
import type { NoiseSpec } from '../simulation/noise'

/** Changes of one run as pure functions, for `replaceRun`: what stands around its optimizer, and what she feels. */

/** Hyperparameters of a wrapper bear its name in front (see optimizers/wrapper.ts): `lookahead_k`. */
export const isOfWrapper = (wrapper: string, hyperparameter: string): boolean =>
  hyperparameter.startsWith(`${wrapper.toLowerCase()}_`)

/** Inside these wrappers, the innermost first. Values given to wrappers that are gone go with them. */
export function withWrappers(run: SceneRun, wrappers: readonly string[]): SceneRun {
  const { wrappers: before = [], hyperparameters, ...rest } = run
  const gone = before.filter((wrapper) => !wrappers.includes(wrapper))
  const kept = Object.entries(hyperparameters).filter(([name]) => !gone.some((wrapper) => isOfWrapper(wrapper, name)))
  return { ...rest, hyperparameters: Object.fromEntries(kept), ...(wrappers.length > 0 && { wrappers }) }
}

/** Feels the true slope where `noise` is undefined. The seed stays: the same noise comes back with it. */
export function withNoise(run: SceneRun, noise: NoiseSpec | undefined): SceneRun {
  const { noise: _, ...exact } = run
  return noise === undefined ? exact : { ...exact, noise }
}

/** With a seed of her own, a whole number of 32 bits; any other number leaves the run as it is. */
export function withSeed(run: SceneRun, seed: number): SceneRun {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) return run
  const { seed: _, ...rest } = run
  return seed === 0 ? rest : { ...rest, seed }
}
