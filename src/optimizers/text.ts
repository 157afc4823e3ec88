import { ExpressionError, limits as expressionLimits, parse, reductionFunctions } from '../expression'
import type { Span } from '../expression/error'
import { callables } from '../expression/functions'
import { constants } from '../expression/names'
import { compileRule, stepInputs } from './compile'
import { readDeclarations } from './declarations'
import { typedKind } from './hyperparameters'
import type { Hyperparameters, UpdateRule } from './rule'

/** What a typed optimizer may declare. */
const limits = { params: 32, states: 16 } as const

/** Symbols that are given at every step; `theta`, `g` and `probe` may be assigned, none may be declared. */
const given: ReadonlySet<string> = new Set([...stepInputs, 'T', 'probe', ...constants.keys()])
const assignable: ReadonlySet<string> = new Set(['theta', 'g', 'probe'])

/**
 * Reads an optimizer from one text: declarations, then update equations in the language that `UpdateRule` describes.
 *
 * ```
 * # A heavy ball.
 * param lr = 0.05 from 0.001 to 1
 * param beta = 0.9
 * state m = 0
 * m = beta m + (1 - beta) g
 * theta = theta - lr m
 * ```
 * A `param` is a number with a slider (`from … to …`), or `true` or `false` for `if`; a `state` is what one step leaves to
 * the next, and starts from a number or a formula of the params and `theta`. `average x` names the state that is drawn
 * beside her. The comment on top says what it does.
 * Throws ExpressionError, located in `text`.
 */
export function parseRule(name: string, text: string): UpdateRule {
  if (text.length > expressionLimits.characters) {
    const span = { position: expressionLimits.characters, length: text.length - expressionLimits.characters }
    throw new ExpressionError(`the text is too long: at most ${expressionLimits.characters} characters`, span)
  }
  const { summary, params, states, averages, equations } = readDeclarations(text)
  checkNames([...params, ...states])
  checkCount('param', params, limits.params)
  checkCount('state', states, limits.states)
  checkAverages(averages, states)
  const rule: UpdateRule = {
    name,
    summary,
    reference: '',
    hyperparameters: Object.fromEntries(params.map((param) => [param.name, param.value])),
    state: Object.fromEntries(states.map((state) => [state.name, state.initial])),
    kinds: Object.fromEntries(params.map(({ name, value, range }) => [name, typedKind(name, value, range)])),
    equations,
    ...(averages[0] !== undefined && { average: averages[0].name }),
  }
  for (const { initial, initialPosition } of states) checkInitial(initial, initialPosition, rule.hyperparameters)
  checkEquations(rule)
  return { ...rule, equations: tidy(equations) }
}

interface Named {
  readonly name: string
  readonly span: Span
}

function checkNames(declared: readonly Named[]): void {
  const seen = new Set<string>()
  for (const { name, span } of declared) {
    if (given.has(name) || callables.has(name) || reductionFunctions.has(name)) {
      throw new ExpressionError(`\`${name}\` has a meaning already: choose another name`, span)
    }
    if (seen.has(name)) throw new ExpressionError(`\`${name}\` is declared twice: drop one of the lines`, span)
    seen.add(name)
  }
}

function checkCount(kind: string, declared: readonly Named[], most: number): void {
  if (declared.length > most) throw new ExpressionError(`at most ${most} lines \`${kind} …\``, declared[most]!.span)
}

function checkAverages(averages: readonly Named[], states: readonly Named[]): void {
  for (const { name, span } of averages) {
    if (states.some((state) => state.name === name)) continue
    throw new ExpressionError(`\`${name}\` is no state: declare it, \`state ${name} = theta\``, span)
  }
  if (averages[1] !== undefined)
    throw new ExpressionError('one average is drawn: drop one of the lines', averages[1].span)
}

function checkInitial(initial: number | string, position: number, hyperparameters: Hyperparameters): void {
  if (typeof initial === 'number') return
  try {
    parse(initial, { inputs: ['theta', ...Object.keys(hyperparameters)] })
  } catch (error) {
    throw error instanceof ExpressionError ? shifted(error, position) : error
  }
}

const shifted = ({ message, position, length, suggestion, unknownNames }: ExpressionError, by: number) =>
  new ExpressionError(message, { position: position + by, length }, { suggestion, unknownNames })

function checkEquations(rule: UpdateRule): void {
  if (tidy(rule.equations) === '') {
    const span = { position: rule.equations.length, length: 0 }
    throw new ExpressionError('there are no equations yet: add `theta = theta - lr g`', span)
  }
  const { lines } = compileRule(rule, rule.hyperparameters, 1)
  for (const { name, statement } of lines) {
    if (Object.hasOwn(rule.hyperparameters, name)) {
      const remedy = `to change \`${name}\` from step to step, declare it as a state`
      throw new ExpressionError(`\`${name}\` is a param, which keeps its value: ${remedy}`, statement.span)
    }
    if (given.has(name) && !assignable.has(name)) {
      throw new ExpressionError(`\`${name}\` is given and cannot be assigned: choose another name`, statement.span)
    }
  }
  if (lines.some(({ name }) => name === 'theta')) return
  throw new ExpressionError('no line moves the climber: end with `theta = theta - …`', lines.at(-1)!.statement.span)
}

/** The lines without what surrounds them. */
export const tidy = (equations: string) =>
  equations
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
