import { parse } from '../expression'
import type { Ast } from '../expression/ast'
import { appliedEquations, type Equation } from '../expression/print/applied'
import { Level } from '../expression/print/levels'
import { namesIn } from '../expression/print/parts'
import { type PythonScope, printPython, printPythonNumber } from '../expression/print/python'
import { type Code, floatLiteral, literal, type Shape } from '../expression/print/python-code'
import { numpyLibrary } from '../expression/print/python-functions'
import { type CompiledRule, compileRule } from '../optimizers/compile'
import type { UpdateRule } from '../optimizers/rule'
import { numbersOf } from '../optimizers/schedule'
import type { RunSpec } from '../simulation/trajectory'
import { indented } from './code'
import { PythonNames } from './names'
import { noiseCall } from './noise'
import { namesReadBy, scheduleFunction } from './schedule'

/** The body of the function that walks a run of `rule`: its equations as they apply, in NumPy. */
export const equationWalk = (spec: RunSpec, rule: UpdateRule): string[] => new Writer(spec, rule).write()

/** Symbols of the step that the equations may read, and how Python says them. */
const symbols: readonly (readonly [name: string, text: string, shape: Shape])[] = [
  ['theta', 'theta', 'array'],
  ['g', 'g', 'array'],
  ['h', 'h', 'array'],
  ['t', 't', 'scalar'],
  ['loss', 'loss_here', 'scalar'],
  ['norm_g', 'norm_g', 'scalar'],
  ['T', 'STEPS', 'scalar'],
]

const atom = (text: string, shape: Shape): Code => ({ text, level: Level.atom, shape })

class Writer {
  readonly #spec: RunSpec
  readonly #equations: readonly Equation[]
  /** Names that the equations or what they start from read. */
  readonly #read: ReadonlySet<string>
  readonly #names = new PythonNames(['theta', 'g', 'h', 't', 'norm_g', 'probe', 'noises'])
  readonly #texts = new Map<string, string>()
  readonly #schedules: readonly { readonly name: string; readonly text: string; readonly fn: string }[]
  /** States that are read before they are assigned, with what they start from. */
  readonly #states: readonly { readonly name: string; readonly initial: Ast }[]

  constructor(spec: RunSpec, rule: UpdateRule) {
    this.#spec = spec
    const compiled = compileRule(rule, spec.hyperparameters, spec.steps)
    this.#equations = applied(compiled, spec)
    const read = new Set(this.#equations.flatMap(({ value }) => namesIn(value)))
    this.#states = [...readFirst(this.#equations)]
      .filter((name) => Object.hasOwn(rule.state, name))
      .map((name) => ({ name, initial: this.#initial(rule.state[name]!) }))
    for (const { initial } of this.#states) for (const name of namesIn(initial)) read.add(name)
    const numbers = [...numbersOf(spec.hyperparameters).keys()]
    const live = compiled.schedules.filter(({ name }) => read.has(name))
    for (const { text } of live) for (const name of namesReadBy(text, numbers)) read.add(name)
    this.#read = read
    this.#schedules = live.map(({ name, text }) => ({ name, text, fn: this.#names.claim(`${name}_at`) }))
  }

  write(): string[] {
    const scope = this.#scope(this.#shapes())
    const noise = this.#spec.noise && `noises = ${noiseCall(this.#spec.noise, this.#spec.seed)}`
    const schedules = this.#schedules.flatMap(({ fn, text }) => [...scheduleFunction(fn, text, this.#numbers()), ''])
    const readsStep = this.#schedules.length > 0 || this.#equations.some(({ value }) => namesIn(value).includes('t'))
    return [
      ...[...this.#numbers().entries()]
        .filter(([name]) => name !== 'T')
        .map(([, { text, value }]) => `${text} = ${literal(value!).text}`),
      ...schedules,
      `theta = np.array([${this.#spec.start.map(floatLiteral).join(', ')}])`,
      ...this.#initialLines(scope),
      ...(noise === undefined ? [] : [noise]),
      'path = [theta.tolist()]',
      readsStep ? 'for t in np.arange(1.0, STEPS + 1):' : 'for _ in range(STEPS):',
      ...indented([...this.#given(), ...this.#steps(scope), 'path.append(theta.tolist())']),
      'return path',
    ]
  }

  #initial(initial: number | string): Ast {
    if (typeof initial === 'number') return { kind: 'number', value: initial, text: String(initial), span: nowhere }
    const inputs = ['theta', ...Object.keys(this.#spec.hyperparameters)]
    return parse(initial, { inputs }).statements.at(-1)!.value
  }

  /** A name of the equations in Python. */
  #text(name: string): string {
    const symbol = symbols.find(([known]) => known === name)
    if (symbol !== undefined) return symbol[1]
    if (name === 'probe') return 'probe'
    const known = this.#texts.get(name) ?? this.#names.claim(name)
    this.#texts.set(name, known)
    return known
  }

  /** The hyperparameters that are read and are plain numbers or flags, and the number of steps. */
  #numbers(): Map<string, Code> {
    const entries = Object.entries(this.#spec.hyperparameters)
      .filter((entry): entry is [string, number | boolean] => typeof entry[1] !== 'string' && this.#read.has(entry[0]))
      .map(([name, value]) => [name, { ...atom(this.#text(name), 'number'), value: Number(value) }] as const)
    return new Map<string, Code>([['T', atom('STEPS', 'scalar')], ...entries])
  }

  #scope(shapes: ReadonlyMap<string, Shape>): Map<string, Code> {
    return new Map<string, Code>([
      ...symbols.map(([name, text, shape]) => [name, atom(text, shape)] as const),
      ...this.#numbers(),
      ...this.#schedules.map(({ name }) => [name, atom(this.#text(name), 'scalar')] as const),
      ...[...shapes].map(([name, shape]) => [name, atom(this.#text(name), shape)] as const),
    ])
  }

  /** A state is one number for both coordinates as long as nothing that is one a coordinate gets into it. */
  #shapes(): ReadonlyMap<string, Shape> {
    const shapes = new Map<string, Shape>(
      this.#states.map(({ name, initial }) => [name, namesIn(initial).includes('theta') ? 'array' : 'scalar']),
    )
    for (;;) {
      const scope = this.#scope(shapes)
      let hasSettled = true
      for (const { name, value } of this.#equations) {
        const code = printPython(value, scope, numpyLibrary)
        if (code.shape === 'array' && shapes.get(name) === 'scalar') {
          shapes.set(name, 'array')
          hasSettled = false
        }
        if (name !== 'theta' && name !== 'probe' && name !== 'g')
          scope.set(name, { ...code, text: name, level: Level.atom })
      }
      if (hasSettled) return shapes
    }
  }

  #initialLines(scope: PythonScope): string[] {
    const reads = new Set(this.#states.flatMap(({ initial }) => namesIn(initial)))
    const first = this.#schedules
      .filter(({ name }) => reads.has(name))
      .map(({ name, fn }) => `${this.#text(name)} = ${fn}(np.float64(1))`)
    const states = this.#states.map(({ name, initial }) => {
      const code = printPythonNumber(initial, scope, numpyLibrary)
      return `${this.#text(name)} = ${started(code, scope.get(name)!.shape)}`
    })
    return [...first, ...states]
  }

  /** What a step is told, as far as it listens. */
  #given(): string[] {
    const { maximize, noise } = this.#spec
    return [
      ...this.#schedules.map(({ name, fn }) => `${this.#text(name)} = ${fn}(t)`),
      ...(noise === undefined ? [] : ['wobble = next(noises)']),
      ...(this.#readsSlope() ? [`g = ${this.#slopeAt('theta')}`] : []),
      ...(this.#read.has('norm_g') ? ['norm_g = np.linalg.norm(g)'] : []),
      ...(this.#read.has('loss') ? ['loss_here = height(*theta)'] : []),
      ...(this.#read.has('h') ? [`h = ${maximize ? '-' : ''}hessian_diagonal(*theta)`] : []),
    ]
  }

  #readsSlope(): boolean {
    return this.#read.has('norm_g') || readFirst(this.#equations).has('g')
  }

  /** As it is felt: with its noise, and upside down for who climbs. */
  #slopeAt(point: string): string {
    const { maximize, noise } = this.#spec
    const slope = `gradient(*${point})`
    if (noise === undefined) return maximize ? `-${slope}` : slope
    return maximize ? `-(${slope} + wobble)` : `${slope} + wobble`
  }

  #steps(outer: PythonScope): string[] {
    const scope = new Map(outer)
    return this.#equations.flatMap(({ name, value }) => {
      const code = printPython(value, scope, numpyLibrary)
      const text = this.#text(name)
      const wanted = name === 'theta' || name === 'g' || name === 'probe' ? 'array' : outer.get(name)?.shape
      const fits = wanted === undefined || (code.shape === wanted && !code.isCondition)
      const written = fits
        ? `${text} = ${code.text}`
        : `${text} = ${started(printPythonNumber(value, scope, numpyLibrary), wanted)}`
      scope.set(name, fits ? { ...code, text, level: Level.atom } : atom(text, wanted))
      if (name !== 'probe') return [written]
      scope.set('g', atom('g', 'array'))
      return [written, `g = ${this.#slopeAt('probe')}`]
    })
  }
}

const nowhere = { position: 0, length: 0 }

/** `code` as a value of NumPy, of the given shape: what NumPy computes from it never ends in an exception. */
function started(code: Code, shape: Shape): string {
  if (shape !== 'array') return code.shape === 'scalar' ? code.text : `np.float64(${code.text})`
  if (code.shape === 'array') return code.text
  return code.value === 0 ? 'np.zeros(2)' : `np.full(2, ${code.text})`
}

/** What of the equations applies to a run: flags are settled, terms that are nothing are gone. */
function applied({ lines, stateNames }: CompiledRule, { hyperparameters }: RunSpec): Equation[] {
  const flags = Object.entries(hyperparameters).filter(([, value]) => typeof value === 'boolean')
  return appliedEquations(
    lines.map(({ statement }) => statement),
    {
      known: new Map([...flags.map(([name, value]) => [name, Number(value)] as const), ...numbersOf(hyperparameters)]),
      carried: new Set(stateNames),
    },
  )
}

/** Names that are read before any line assigns them. */
function readFirst(equations: readonly Equation[]): ReadonlySet<string> {
  const assigned = new Set<string>()
  const first = new Set<string>()
  for (const { name, value } of equations) {
    for (const read of namesIn(value)) if (!assigned.has(read)) first.add(read)
    assigned.add(name)
    if (name === 'probe') assigned.add('g')
  }
  return first
}
