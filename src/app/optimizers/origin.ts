import type { Optimizer } from '../../optimizers/optimizer'
import type { Hyperparameters, HyperparameterValue } from '../../optimizers/rule'
import { format } from '../../views/format'

/** Where a hyperparameter's value comes from. */
export type Origin =
  | { readonly kind: 'library' | 'landscape'; readonly words: string }
  | { readonly kind: 'own'; readonly words: string; readonly resetTo: HyperparameterValue; readonly resetWords: string }

/** The value in use. Typed optimizers call their hyperparameters as they like, `constructor` for one. */
export const valueInUse = (name: string, given: Hyperparameters, rule: Optimizer): HyperparameterValue =>
  Object.hasOwn(given, name) ? given[name]! : rule.hyperparameters[name]!

const tunedOf = (name: string, { landscape = {} }: Optimizer): HyperparameterValue | undefined =>
  Object.hasOwn(landscape, name) ? landscape[name] : undefined

/**
 * Whether a value is the optimizer's own default, this program's choice for landscapes, or somebody's own. `source` is
 * whose the default is.
 */
export function originOf(name: string, given: Hyperparameters, rule: Optimizer, source: string): Origin {
  const standard = rule.hyperparameters[name]!
  const landscape = tunedOf(name, rule)
  const value = valueInUse(name, given, rule)
  if (value === standard) return { kind: 'library', words: `the default of ${source}` }
  const otherwise = `the default of ${source} is ${written(standard)}`
  if (value === landscape) return { kind: 'landscape', words: `tuned for landscapes; ${otherwise}` }
  return {
    kind: 'own',
    words: `set here; ${otherwise}`,
    resetTo: landscape ?? standard,
    resetWords: landscape === undefined ? `the default of ${source}` : 'as tuned for landscapes',
  }
}

/** How all the values of a run stand: whose they are, and which were set by hand. */
export interface Standing {
  readonly kind: 'library' | 'landscape' | 'mixed'
  /** Names of those that are neither the default nor what suits landscapes. */
  readonly own: readonly string[]
}

export function standingOf(given: Hyperparameters, rule: Optimizer): Standing {
  const names = Object.keys(rule.hyperparameters)
  const value = (name: string) => valueInUse(name, given, rule)
  const tuned = (name: string) => tunedOf(name, rule) ?? rule.hyperparameters[name]
  const own = names.filter((name) => value(name) !== rule.hyperparameters[name] && value(name) !== tuned(name))
  if (names.every((name) => value(name) === rule.hyperparameters[name])) return { kind: 'library', own }
  return { kind: names.every((name) => value(name) === tuned(name)) ? 'landscape' : 'mixed', own }
}

export const written = (value: HyperparameterValue): string =>
  typeof value === 'number' ? format(value) : String(value)

/** `lr 0.05, momentum 0.9` */
export const writtenList = (values: Hyperparameters): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${written(value)}`)
    .join(', ')
