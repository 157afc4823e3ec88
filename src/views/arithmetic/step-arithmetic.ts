import { parse } from '../../expression'
import type { Ast } from '../../expression/ast'
import type { Equation } from '../../expression/print/applied'
import { Level, levelOf } from '../../expression/print/levels'
import { nameTex } from '../../expression/print/tex-name'
import { printStatement } from '../../expression/print/text'
import { type CompiledRule, type Schedule, stepInputs } from '../../optimizers/compile'
import { numbersOf, parseSchedule } from '../../optimizers/schedule'
import type { Trajectory } from '../../simulation/trajectory'
import { appliedRule } from '../typeset/applied-rule'
import { evaluateStep, type Ran } from './evaluate-step'
import { type Role, roleOfLine, rolesOf } from './roles'
import { coloredTex, Scope } from './scope'

export type { Ran } from './evaluate-step'
export type { Role } from './roles'

/** One line of a step: an equation, with this step's numbers beside it. */
export interface ArithmeticLine {
  /** What the line gives a value. */
  readonly name: string
  readonly role: Role
  readonly tex: string
  readonly plain: string
  /** One for each coordinate, or a single one where they all share it. */
  readonly results: readonly LineResult[]
}

export interface LineResult {
  /** From 0; undefined where all coordinates share the result. */
  readonly coordinate?: number
  /** The right-hand side with numbers in the place of names; undefined where it says no more than the value. */
  readonly tex?: string
  readonly value: number
  /** Whether the value answers a question: 1 is yes, 0 is no. */
  readonly isAnswer?: boolean
}

/**
 * The arithmetic of the step that led to point `step` (from 1) of `trajectory`: the equations that applied, each with this
 * step's numbers and its result, evaluated with the graph that ran. Empty for point 0 and beyond the end of the walk.
 */
export function stepArithmetic(
  compiled: CompiledRule,
  trajectory: Trajectory,
  step: number,
  ran: Ran,
): readonly ArithmeticLine[] {
  if (!(step >= 1 && step < trajectory.length)) return []
  return new StepPrinter(compiled, trajectory, step, ran).lines()
}

/**
 * Whether `lines` lead where the trajectory went. They do whenever they are of the rule that walked it; while a changed rule
 * is being computed, what there is to see is still the walk of the one before.
 */
export function leadsTo(trajectory: Trajectory, step: number, lines: readonly ArithmeticLine[]): boolean {
  const { dimension: d, theta } = trajectory
  const results = [...lines].reverse().find(({ name }) => name === 'theta')?.results ?? []
  const same = (a: number, b: number | undefined) => a === b || (Number.isNaN(a) && Number.isNaN(b))
  return results.length === d && results.every(({ value }, i) => same(value, theta[step * d + i]))
}

class StepPrinter {
  readonly #compiled: CompiledRule
  readonly #trajectory: Trajectory
  readonly #step: number
  readonly #ran: Ran
  readonly #scope: Scope
  /** Names that mean something before the line that is being printed. */
  readonly #meant: Set<string>

  constructor(compiled: CompiledRule, trajectory: Trajectory, step: number, ran: Ran) {
    this.#compiled = compiled
    this.#trajectory = trajectory
    this.#step = step
    this.#ran = ran
    this.#meant = new Set([...stepInputs, ...compiled.stateNames])
    const exact = ['t', 'T', ...numbersOf(ran.spec.hyperparameters).keys()]
    this.#scope = new Scope(trajectory.dimension, exact, rolesOf(compiled))
    for (const name of ['loss', 'norm_g', ...Object.keys(ran.spec.hyperparameters)]) this.#scope.shared.add(name)
  }

  lines(): ArithmeticLine[] {
    const compiled = this.#compiled
    const values = evaluateStep(compiled, this.#trajectory, this.#step, this.#ran)
    for (const [name, numbers] of values.given) this.#scope.set(name, numbers)
    const now = new Map([['t', this.#step]])
    const { schedules, equations } = appliedRule(compiled, this.#ran.spec.hyperparameters, now)
    return [
      this.#felt(),
      ...schedules.map((schedule) => this.#schedule(schedule)),
      ...equations.flatMap((equation) => {
        const numbers = values.lines[equation.line]
        if (numbers === undefined) return []
        const slope = values.probes.get(equation.line)
        const line = this.#equation(equation, numbers)
        return slope === undefined ? [line] : [line, this.#slopeAtProbe(slope)]
      }),
      this.#move(),
    ]
  }

  /** What she feels where she stands: the true slope, upside down for who climbs, and the noise. */
  #felt(): ArithmeticLine {
    const { maximize } = this.#ran.spec
    const noisy = this.#trajectory.felt !== undefined
    const terms = noisy ? '\\nabla f + \\text{noise}' : '\\nabla f'
    const right = !maximize ? terms : noisy ? `-\\left(${terms}\\right)` : `-${terms}`
    return {
      name: 'g',
      role: 'gradient',
      tex: `${coloredTex('gradient', 'g')} = ${right}`,
      plain: `g = ${maximize ? 'minus ' : ''}the slope${noisy ? ' and its noise' : ''}`,
      results: noisy ? this.#noisySlopes() : this.#results('g'),
    }
  }

  #noisySlopes(): LineResult[] {
    const { dimension: d, gradient, felt } = this.#trajectory
    const from = (this.#step - 1) * d
    const slope = gradient.slice(from, from + d)
    const terms = new Scope(d, [], new Map([['slope', 'gradient']]))
    terms.set('slope', slope)
    terms.set(
      'noise',
      slope.map((value, i) => felt![from + i]! - value),
    )
    const text = this.#ran.spec.maximize ? '-(slope + noise)' : 'slope + noise'
    const sum = parse(text, { inputs: ['slope', 'noise'] }).statements[0]!.value
    return this.#results('g').map((result, c) => ({ ...result, tex: terms.substituted(sum, c, 'g')! }))
  }

  #schedule({ name, text }: Schedule): ArithmeticLine {
    const { statements } = parseSchedule(text, numbersOf(this.#ran.spec.hyperparameters).keys())
    const { value } = statements.at(-1)!
    // One that has lines of its own is shown with its value alone.
    const formula = statements.length > 1 ? undefined : value
    return {
      name,
      role: 'other',
      tex: formula === undefined ? nameTex(name) : `${nameTex(name)} = ${this.#scope.symbolic(formula, name)}`,
      plain: `${name} = ${text}`,
      results: this.#results(name, formula),
    }
  }

  #equation(equation: Equation, numbers: Float64Array): ArithmeticLine {
    const { name, value } = equation
    const scope = this.#scope
    const right = scope.answerReductions(value)
    const role = roleOfLine(name, right, scope.roles, scope.shared)
    const arrow = this.#meant.has(name) ? '\\leftarrow' : '='
    this.#meant.add(name)
    const tex = `${coloredTex(role, nameTex(name))} ${arrow} ${scope.symbolic(value, name)}`
    const shared = scope.isShared(right)
    const substituted = this.#substituted(name, right, shared)
    scope.assign(name, numbers, role, shared)
    const results = this.#results(name).map((result, i) => ({
      ...result,
      ...(substituted[i] !== undefined && { tex: substituted[i] }),
      isAnswer: levelOf(right) === Level.comparison,
    }))
    return { name, role, tex, plain: printStatement(equation), results }
  }

  /** What a line `probe = …` makes of `g`. */
  #slopeAtProbe(slope: Float64Array): ArithmeticLine {
    this.#scope.assign('g', slope, 'gradient', false)
    return {
      name: 'g',
      role: 'gradient',
      tex: `${coloredTex('gradient', 'g')} \\leftarrow ${this.#ran.spec.maximize ? '-' : ''}\\nabla f\\left(\\mathrm{probe}\\right)`,
      plain: 'g = the slope at probe',
      results: this.#results('g'),
    }
  }

  /** How far she went: the arrow of the update. */
  #move(): ArithmeticLine {
    const { dimension: d, theta } = this.#trajectory
    const at = (k: number, c: number) => theta[k * d + c]!
    const results = Array.from({ length: d }, (_, c) => ({
      coordinate: c,
      value: at(this.#step, c) - at(this.#step - 1, c),
    }))
    const tex = coloredTex('update', '\\Delta\\theta')
    return { name: 'move', role: 'update', tex, plain: 'the move', results }
  }

  /** The numbers of `name`, beside `right` in numbers. */
  #results(name: string, right?: Ast): LineResult[] {
    const scope = this.#scope
    const shared = scope.shared.has(name)
    const substituted = right === undefined ? [] : this.#substituted(name, right, shared)
    return this.#coordinates(shared).map((c) => ({
      ...(!shared && { coordinate: c }),
      ...(substituted[c] !== undefined && { tex: substituted[c] }),
      value: scope.value(name, c),
    }))
  }

  #substituted(name: string, right: Ast, shared: boolean): (string | undefined)[] {
    return this.#coordinates(shared).map((c) => this.#scope.substituted(right, c, name))
  }

  #coordinates(shared: boolean): number[] {
    return shared ? [0] : Array.from({ length: this.#trajectory.dimension }, (_, c) => c)
  }
}
