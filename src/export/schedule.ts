import { parse } from '../expression'
import { Level } from '../expression/print/levels'
import { namesIn } from '../expression/print/parts'
import { type PythonScope, printPython, printPythonNumber } from '../expression/print/python'
import { numpyLibrary } from '../expression/print/python-functions'
import { indented, line } from './code'
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
  const definitions = statements.slice(0, -1).flatMap((statement) => {
    const local = names.claim(statement.name!)
    const written = line(`${local} = `, statement.value, scope, numpyLibrary)
    scope.set(statement.name!, { ...printPython(statement.value, scope, numpyLibrary), text: local, level: Level.atom })
    return written
  })
  const last = line('return ', statements.at(-1)!.value, scope, numpyLibrary, printPythonNumber)
  return [`def ${name}(t):`, ...indented([...definitions, ...last])]
}
