import { parse } from '../expression'
import { Level } from '../expression/print/levels'
import { namesIn } from '../expression/print/parts'
import { type PythonScope, printPython, printPythonNumber } from '../expression/print/python'
import { type Code, literal } from '../expression/print/python-code'
import { numpyLibrary } from '../expression/print/python-functions'
import type { Hyperparameters } from '../optimizers/rule'
import { numbersOf } from '../optimizers/schedule'
import { indented } from './code'
import { PythonNames } from './names'

/** Names other than `t` and `T` that a schedule's formula reads. */
export function namesReadBy(text: string, names: readonly string[]): ReadonlySet<string> {
  const { statements } = parse(text, { inputs: [...new Set(['t', 'T', ...names])] })
  return new Set(statements.flatMap(({ value }) => namesIn(value)))
}

/** A schedule as a function of the step, `name(t)`. `scope` says what `T` and the hyperparameters are in Python. */
export function scheduleFunction(name: string, text: string, outer: PythonScope): string[] {
  const { statements } = parse(text, { inputs: [...new Set(['t', 'T', ...outer.keys()])] })
  const names = new PythonNames(['t', name, ...[...outer.values()].map((code) => code.text)])
  const scope = new Map(outer).set('t', { text: 't', level: Level.atom, shape: 'scalar' })
  const definitions = statements.slice(0, -1).map((statement) => {
    const local = names.claim(statement.name!)
    const code = printPython(statement.value, scope, numpyLibrary)
    scope.set(statement.name!, { ...code, text: local, level: Level.atom })
    return `${local} = ${code.text}`
  })
  const last = printPythonNumber(statements.at(-1)!.value, scope, numpyLibrary)
  return [`def ${name}(t):`, ...indented([...definitions, `return ${last.text}`])]
}

/** A hyperparameter that is a formula of the step, and the Python function that computes it. */
export interface Scheduled {
  readonly name: string
  readonly text: string
  readonly fn: string
}

/** The hyperparameters that are texts where `defaults` are numbers. */
export function schedulesOf(hyperparameters: Hyperparameters, defaults: Hyperparameters): Scheduled[] {
  const standard = new Map(Object.entries(defaults))
  return Object.entries(hyperparameters)
    .filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && typeof standard.get(entry[0]) === 'number',
    )
    .map(([name, text]) => ({ name, text, fn: `${name}_at` }))
}

/** The schedules as functions, below the numbers that they read, which get none of the names that are `taken`. */
export function scheduleLines(
  schedules: readonly Scheduled[],
  hyperparameters: Hyperparameters,
  taken: Iterable<string> = [],
): string[] {
  const numbers = numbersOf(hyperparameters)
  const read = new Set(schedules.flatMap(({ text }) => [...namesReadBy(text, [...numbers.keys()])]))
  const names = new PythonNames(['t', ...schedules.map(({ fn }) => fn), ...taken])
  const known = [...numbers]
    .filter(([name]) => read.has(name))
    .map(([name, value]) => ({ name, value, text: names.claim(name) }))
  const scope = new Map<string, Code>([
    ['T', { text: 'STEPS', level: Level.atom, shape: 'scalar' }],
    ...known.map(
      ({ name, value, text }) => [name, { text, level: Level.atom, shape: 'number', value }] as [string, Code],
    ),
  ])
  return [
    ...known.map(({ text, value }) => `${text} = ${literal(value).text}`),
    ...schedules.flatMap(({ fn, text }) => [...scheduleFunction(fn, text, scope), '']),
  ]
}
