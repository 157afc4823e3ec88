import { tokenize } from '../expression/tokenize'
import type { HyperparameterKind } from './hyperparameters'
import type { UpdateRule } from './rule'

/**
 * Equations around those of any other optimizer, as data. In the wrapped optimizer all names but `theta`, `g` and `probe`
 * bear the wrapper's name in front, so that they never meet others: `k` of Lookahead is `lookahead_k`.
 */
export interface Wrapper {
  readonly name: string
  readonly summary: string
  readonly reference: string
  readonly hyperparameters: Readonly<Record<string, number>>
  readonly kinds: Readonly<Record<string, HyperparameterKind>>
  readonly state: UpdateRule['state']
  /** Equations above and below those of the optimizer. */
  readonly before: string
  readonly after: string
}

/** Marks one file's export as a wrapper. */
export const wrapper = (definition: Wrapper): Wrapper => definition

/** `rule` inside `outer`, a rule like any other: its equations are all that runs. */
export function wrap(rule: UpdateRule, outer: Wrapper): UpdateRule {
  const prefixed = (name: string) => `${outer.name.toLowerCase()}_${name}`
  const rename = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [prefixed(name), value]))
  const own = namesOf(outer)
  const inOwnWords = (equations: string) => renameNames(equations, (name) => (own.has(name) ? prefixed(name) : name))
  return {
    ...rule,
    name: `${outer.name}(${rule.name})`,
    summary: `${rule.summary} ${outer.name}: ${outer.summary}`,
    reference: `${rule.reference}; ${outer.name}: ${outer.reference}`,
    hyperparameters: { ...rule.hyperparameters, ...rename(outer.hyperparameters) },
    kinds: { ...rule.kinds, ...rename(outer.kinds) },
    state: { ...rule.state, ...rename(outer.state) },
    equations: [inOwnWords(outer.before), rule.equations, inOwnWords(outer.after)].join('\n'),
  }
}

const shared: ReadonlySet<string> = new Set(['theta', 'g', 'probe'])

function namesOf({ hyperparameters, state, before, after }: Wrapper): ReadonlySet<string> {
  const assigned = [...`${before}\n${after}`.matchAll(/^\s*(\w+)\s*=/gm)].map(([, name]) => name!)
  const names = [...Object.keys(hyperparameters), ...Object.keys(state), ...assigned]
  return new Set(names.filter((name) => !shared.has(name)))
}

function renameNames(text: string, rename: (name: string) => string): string {
  let renamed = ''
  let copied = 0
  for (const { kind, text: name, position, length } of tokenize(text)) {
    if (kind !== 'name') continue
    renamed += text.slice(copied, position) + rename(name)
    copied = position + length
  }
  return renamed + text.slice(copied)
}
