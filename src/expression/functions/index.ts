import { arithmetic } from './arithmetic'
import type { FunctionDefinition } from './definition'
import { exponential } from './exponential'
import { piecewise } from './piecewise'
import { special } from './special'
import { trigonometric } from './trigonometric'

export type { FunctionDefinition } from './definition'

const table: ReadonlyMap<string, FunctionDefinition> = new Map([
  ...arithmetic,
  ...exponential,
  ...trigonometric,
  ...piecewise,
  ...special,
])

/** The definition of a function of the graph, or undefined. */
export const definitionOf = (name: string): FunctionDefinition | undefined => table.get(name)

/** Every name that can be typed as a call, with the graph's name for it. */
export const callables: ReadonlyMap<string, string> = new Map([
  ...[...table].filter(([, definition]) => definition.typed).map(([name]) => [name, name] as const),
  ['ln', 'log'],
  ['if', 'select'],
  ['arcsin', 'asin'],
  ['arccos', 'acos'],
  ['arctan', 'atan'],
  ['arsinh', 'asinh'],
  ['arcosh', 'acosh'],
  ['artanh', 'atanh'],
  ['sgn', 'sign'],
])
