import type { Hyperparameters } from '../optimizers/rule'
import { sampleSchedule } from '../optimizers/schedule'

/**
 * The hyperparameters of each step, counted from 1: a text where the default is a number is a formula of `t` (see
 * optimizers/schedule.ts), and is replaced by its value. `resolveHyperparameters` has checked that it can be read.
 */
export function scheduled(
  hyperparameters: Hyperparameters,
  defaults: Hyperparameters,
  steps: number,
): (step: number) => Hyperparameters {
  const numbers = new Map(Object.entries(defaults).filter(([, value]) => typeof value === 'number'))
  const formulas = Object.entries(hyperparameters).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && numbers.has(entry[0]),
  )
  if (formulas.length === 0) return () => hyperparameters
  const samples = formulas.map(([name, text]) => [name, sampleSchedule(text, steps, hyperparameters)] as const)
  const at = (step: number) => samples.map(([name, values]) => [name, values[step - 1]!] as const)
  return (step) => ({ ...hyperparameters, ...Object.fromEntries(at(step)) })
}
