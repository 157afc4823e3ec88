import type { Ast } from '../../expression/ast'
import type { Level } from '../../expression/print/levels'
import { mapParts, namesIn } from '../../expression/print/parts'
import { knownValue, takenBranches } from '../../expression/print/settle'
import { astTex, classTex, type Notation } from '../../expression/print/tex'
import { nameTex } from '../../expression/print/tex-name'
import { printAst } from '../../expression/print/text'
import { reductionFunctions } from '../../expression/reductions'
import type { Role } from './roles'
import { valueLevel, valueTex } from './value-tex'

/** What names mean at one line of a step: their numbers, one a coordinate, and what these are to the climber. */
export class Scope {
  readonly roles: Map<string, Role>
  /** Names whose number is the same for every coordinate. */
  readonly shared: Set<string>
  /** Names that nobody has computed: their numbers are written as they are. */
  readonly #exact: Set<string>
  /** For each coordinate. */
  readonly #values: readonly Map<string, number>[]

  /** `exact` names are shared; `roles` are copied. */
  constructor(dimension: number, exact: Iterable<string>, roles: ReadonlyMap<string, Role>) {
    this.roles = new Map(roles)
    this.shared = new Set(exact)
    this.#exact = new Set(exact)
    this.#values = Array.from({ length: dimension }, () => new Map<string, number>())
  }

  set(name: string, numbers: ArrayLike<number>): void {
    for (const [c, values] of this.#values.entries()) values.set(name, numbers[c]!)
  }

  /** What a line assigns. */
  assign(name: string, numbers: ArrayLike<number>, role: Role, shared: boolean): void {
    this.set(name, numbers)
    this.roles.set(name, role)
    this.#exact.delete(name)
    if (shared) this.shared.add(name)
    else this.shared.delete(name)
  }

  /** The number of `name` at coordinate `c`; NaN where it has none. */
  value(name: string, c: number): number {
    return this.#values[c]!.get(name) ?? Number.NaN
  }

  /** `ast` with names of their own for `norm(…)` and its like, which no coordinate can answer by itself. */
  answerReductions(ast: Ast): Ast {
    const inner = mapParts(ast, (part) => this.answerReductions(part))
    if (inner.kind !== 'call' || !reductionFunctions.has(inner.fn)) return inner
    const name = printAst(ast)
    const answer = this.#reduce(inner.fn, inner.args)
    this.assign(
      name,
      this.#values.map(() => answer),
      'other',
      true,
    )
    return { kind: 'name', name, span: ast.span }
  }

  #reduce(fn: string, args: readonly Ast[]): number {
    const sum = this.#values.reduce((total, values) => {
      const [a = Number.NaN, b = a] = args.map((arg) => knownValue(arg, values))
      return total + (fn === 'norm1' ? Math.abs(a) : a * b)
    }, 0)
    return fn === 'norm' ? Math.sqrt(sum) : sum
  }

  isShared(ast: Ast): boolean {
    return namesIn(ast).every((name) => this.shared.has(name) || !this.#values[0]!.has(name))
  }

  /**
   * `ast` with the numbers of coordinate `c` in the place of names, and only the branches that they take. Undefined for a
   * lone number, which the result says as well. `target` is what the line assigns.
   */
  substituted(ast: Ast, c: number, target: string): string | undefined {
    const values = this.#values[c]!
    const isExact = (name: string) => this.#exact.has(name)
    const taken = takenBranches(ast, values)
    if (taken.kind === 'name' || taken.kind === 'number') return undefined
    return astTex(taken, {
      name: (name) => {
        const value = values.get(name)
        return value === undefined ? nameTex(name) : this.#colored(name, valueTex(value, isExact(name)))
      },
      level: (name): Level | undefined => {
        const value = values.get(name)
        return value === undefined ? undefined : valueLevel(value, isExact(name))
      },
      mark: markUpdate(target, taken),
    })
  }

  /** `ast` as it is, in the colours of its names. `target` is what the line assigns. */
  symbolic(ast: Ast, target: string): string {
    const notation: Notation = { name: (name) => this.#colored(name, nameTex(name)), mark: markUpdate(target, ast) }
    return astTex(ast, notation)
  }

  #colored(name: string, tex: string): string {
    return coloredTex(this.roles.get(name) ?? 'other', tex)
  }
}

export const coloredTex = (role: Role, tex: string): string => (role === 'other' ? tex : classTex(`role-${role}`, tex))

/** The update is what is added to theta, or taken from it. */
function markUpdate(target: string, ast: Ast): (part: Ast, tex: string) => string {
  const isMove =
    target === 'theta' &&
    ast.kind === 'binary' &&
    (ast.op === 'add' || ast.op === 'sub') &&
    ast.left.kind === 'name' &&
    ast.left.name === target
  const update = isMove ? ast.right : undefined
  return (part, tex) => (part === update ? coloredTex('update', tex) : tex)
}
