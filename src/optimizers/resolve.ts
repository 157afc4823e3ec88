import { nearest } from '../expression'
import { boundsInWords, hyperparameterKind, isWithin } from './hyperparameters'
import { isMethod, type Optimizer } from './optimizer'
import type { Hyperparameters } from './rule'

/** A combination of hyperparameters that the optimizer refuses; the message says which and what to do. */
export class HyperparameterError extends Error {
  override readonly name = 'HyperparameterError'
}

/**
 * Fills in the library's defaults and checks names, types, ranges and combinations.
 * Throws HyperparameterError.
 */
export function resolveHyperparameters(rule: Optimizer, given: Hyperparameters): Hyperparameters {
  const known = new Map(Object.entries(rule.hyperparameters))
  const resolved = new Map(known)
  for (const [name, value] of Object.entries(given)) {
    const standard = known.get(name)
    if (standard === undefined) throw unknown(rule, name, [...known.keys()])
    if (typeof value !== typeof standard) {
      throw new HyperparameterError(`${rule.name}: ${name} must be a ${typeof standard}, not ${JSON.stringify(value)}`)
    }
    if (typeof value === 'number') checkRange(rule, name, value)
    if (typeof value === 'string') checkChoice(rule, name, value)
    resolved.set(name, value)
  }
  const hyperparameters = Object.fromEntries(resolved)
  const problem = rule.validate?.(hyperparameters)
  if (problem !== undefined) throw new HyperparameterError(`${rule.name}: ${problem}`)
  return hyperparameters
}

function unknown(rule: Optimizer, name: string, known: readonly string[]): HyperparameterError {
  const near = nearest(name, known)
  const hint = near === undefined ? `it has ${known.join(', ')}` : `did you mean \`${near}\`?`
  return new HyperparameterError(`${rule.name} has no hyperparameter \`${name}\`: ${hint}`)
}

function checkChoice(rule: Optimizer, name: string, value: string): void {
  const choices = new Map(Object.entries((isMethod(rule) && rule.choices) || {})).get(name)
  if (choices === undefined || choices.includes(value)) return
  throw new HyperparameterError(`${rule.name}: ${name} must be one of ${choices.join(', ')}, not \`${value}\``)
}

function checkRange(rule: Optimizer, name: string, value: number): void {
  const { valid } = hyperparameterKind(name, rule.name)
  if (Number.isFinite(value) && isWithin(value, valid)) return
  const bounds = Number.isFinite(value) ? boundsInWords(valid) : 'finite'
  throw new HyperparameterError(`${rule.name}: ${name} must be ${bounds}, not ${value}`)
}
