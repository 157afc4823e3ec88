import type { Ast, Statement } from '../ast'
import { mapParts, namesIn } from './parts'
import { type Known, knownValue, settle, takenBranches } from './settle'

/** A line of update equations: it has a name always. */
export interface Equation {
  readonly name: string
  readonly value: Ast
  /** Which line of the text it is, from 0. */
  readonly line: number
}

export interface Applied {
  /** Numbers that are known before the step: flags, hyperparameters, the step itself. */
  readonly known: Known
  /** What one step leaves to the next, beside `theta`. */
  readonly carried: ReadonlySet<string>
}

/**
 * The update equations that have a say in where the climber goes, as they read once the `known` numbers are in: no branch
 * that is not taken, no second name for what has one, nothing that nobody reads.
 */
export function appliedEquations(statements: readonly Statement[], { known, carried }: Applied): Equation[] {
  const equations = statements.map(({ name, value }, line) => ({ name: name!, value, line }))
  const simplified = (by: typeof settle) =>
    withoutUnread(withoutCopies(settled(equations, known, by), carried), carried)
  const applied = simplified(settle)
  // With a learning rate of 0 nothing moves her, but the equations are to say so.
  return applied.some(({ name }) => name === 'theta') ? applied : simplified(takenBranches)
}

function settled(equations: readonly Equation[], known: Known, by: typeof settle): Equation[] {
  const scope = new Map(known)
  return equations.map(({ name, value, line }) => {
    const equation = { name, value: by(value, scope), line }
    const number = knownValue(equation.value, scope)
    if (number === undefined) scope.delete(name)
    else scope.set(name, number)
    return equation
  })
}

/** `v_max = v` goes, and `v` is read in the place of `v_max`, where nothing can tell the difference. */
function withoutCopies(equations: readonly Equation[], carried: ReadonlySet<string>): Equation[] {
  const sources = new Map<string, string>()
  const kept: Equation[] = []
  for (const [i, { name, value, line }] of equations.entries()) {
    const renamed = rename(value, sources)
    sources.delete(name)
    const source = renamed.kind === 'name' ? renamed.name : undefined
    if (source === name) continue
    const staysTheSame = source !== undefined && !equations.slice(i + 1).some((later) => assigns(later, source))
    if (staysTheSame && !carried.has(name) && name !== 'theta' && name !== 'probe') sources.set(name, source)
    else kept.push({ name, value: renamed, line })
  }
  return kept
}

/** A line `probe = …` also assigns to `g`. */
const assigns = ({ name }: Equation, target: string) => name === target || (name === 'probe' && target === 'g')

function withoutUnread(equations: readonly Equation[], carried: ReadonlySet<string>): Equation[] {
  const wanted = new Set(['theta'])
  for (;;) {
    const read = new Set(wanted)
    const kept = [...equations].reverse().filter((equation) => {
      const { name, value } = equation
      const target = name === 'probe' ? 'g' : name
      if (!read.has(target) && !read.has(name)) return false
      read.delete(target)
      read.delete(name)
      for (const other of namesIn(value)) read.add(other)
      return true
    })
    const before = wanted.size
    for (const name of read) if (carried.has(name)) wanted.add(name)
    if (wanted.size === before) return kept.reverse()
  }
}

const rename = (ast: Ast, sources: ReadonlyMap<string, string>): Ast =>
  ast.kind === 'name'
    ? { ...ast, name: sources.get(ast.name) ?? ast.name }
    : mapParts(ast, (part) => rename(part, sources))
