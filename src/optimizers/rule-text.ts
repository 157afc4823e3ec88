import type { Hyperparameters, HyperparameterValue, UpdateRule } from './rule'
import { tidy } from './text'

/**
 * `rule` as a text that `parseRule` reads: what is opened to be edited. `defaults` are the values its params get; schedules
 * among them are no defaults.
 */
export function ruleText(rule: UpdateRule, defaults: Hyperparameters = rule.hyperparameters): string {
  const values = new Map(Object.entries(defaults).filter(([, value]) => typeof value !== 'string'))
  const kinds = new Map(Object.entries(rule.kinds ?? {}))
  const slider = (name: string, value: HyperparameterValue) => {
    const kind = kinds.get(name)
    return kind === undefined || typeof value !== 'number' ? '' : ` from ${kind.range[0]} to ${kind.range[1]}`
  }
  const lines = [
    ...(rule.summary === '' ? [] : [`# ${rule.summary}`]),
    ...Object.entries(rule.hyperparameters).map(
      ([name, standard]) => `param ${name} = ${values.get(name) ?? standard}${slider(name, standard)}`,
    ),
    ...Object.entries(rule.state).map(([name, initial]) => `state ${name} = ${initial}`),
    ...(rule.average === undefined ? [] : [`average ${rule.average}`]),
    tidy(rule.equations),
  ]
  return `${lines.join('\n')}\n`
}
