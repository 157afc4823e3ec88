import { callables } from '../../expression/functions'
import { arithmetic } from '../../expression/functions/arithmetic'
import type { FunctionTable } from '../../expression/functions/definition'
import { exponential } from '../../expression/functions/exponential'
import { piecewise } from '../../expression/functions/piecewise'
import { special } from '../../expression/functions/special'
import { trigonometric } from '../../expression/functions/trigonometric'

/** A function as it can be typed. */
export interface FunctionEntry {
  /** Its names, the shortest-lived alias last: `['asin', 'arcsin']`. */
  readonly names: readonly string[]
  readonly call: string
}

const families: readonly (readonly [title: string, table: FunctionTable])[] = [
  ['Powers and roots', arithmetic],
  ['Exponential and hyperbolic', exponential],
  ['Trigonometric', trigonometric],
  ['Piecewise', piecewise],
  ['Special', special],
]

/** Of functions whose arguments do not explain themselves. */
const argumentsOf: ReadonlyMap<string, string> = new Map([
  ['select', 'if(condition, a, b)'],
  ['clamp', 'clamp(x, low, high)'],
  ['atan2', 'atan2(y, x)'],
])

/** Everything that can be called in a formula, straight from the language's own table. */
export const functionFamilies: readonly (readonly [title: string, functions: readonly FunctionEntry[]])[] =
  families.map(([title, table]) => [title, table.flatMap(([name, { arity }]) => entriesOf(name, arity))])

function entriesOf(name: string, arity: number): FunctionEntry[] {
  const names = [...callables].filter(([, target]) => target === name).map(([typed]) => typed)
  if (names.length === 0) return []
  const call = argumentsOf.get(name) ?? `${names[0]}(${['x', 'y', 'z'].slice(0, arity).join(', ')})`
  return [{ names, call }]
}
