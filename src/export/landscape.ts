import { gradient, hessian, type NodeId, type Parsed, parse } from '../expression'
import type { Ast, Statement } from '../expression/ast'
import { Level } from '../expression/print/levels'
import { partsOf } from '../expression/print/parts'
import { type PythonScope, printPython, printPythonNumber } from '../expression/print/python'
import { type Code, floatLiteral } from '../expression/print/python-code'
import { type Library, numpyLibrary, pythonHelpers, torchLibrary } from '../expression/print/python-functions'
import { sharedStatementsOf } from '../expression/print/statements'
import type { SurfaceSpec } from '../surfaces/surface'
import { indented, line } from './code'
import { PythonNames } from './names'
import { quoted } from './quote'

/** What the climbers of a scene ask of the landscape. */
export interface Asked {
  /** A loss that autograd can see through. */
  readonly torch: boolean
  /** `gradient(x, y)` and `hessian_diagonal(x, y)`, in NumPy. */
  readonly gradient: boolean
  readonly hessian: boolean
}

/** The section of the landscape: its parameters, its loss as it was typed, and the derivatives that are asked for. */
export function landscapeSection(spec: SurfaceSpec, asked: Asked): string[] {
  const section = new Landscape(spec)
  const functions = [section.loss(asked.torch ? torchLibrary : numpyLibrary)]
  if (asked.gradient) functions.push(section.gradient())
  if (asked.hessian) functions.push(section.hessianDiagonal())
  const text = functions.flat().join('\n')
  const helpers = [...pythonHelpers].filter(([name]) => new RegExp(`(?<![.\\w])${name}\\(`).test(text))
  return [
    '# %% The landscape',
    ...quoted(spec.title),
    ...section.parameters(),
    ...[...helpers.map(([, code]) => code.split('\n')), ...functions].flatMap((lines) => ['', '', ...lines]),
  ]
}

const atom = (text: string, shape: Code['shape']): Code => ({ text, level: Level.atom, shape })

class Landscape {
  readonly #spec: SurfaceSpec
  readonly #parsed: Parsed
  /** Names that stand for the whole script: the parameters. */
  readonly #names = new PythonNames(['x', 'y'])
  readonly #scope: PythonScope

  constructor(spec: SurfaceSpec) {
    this.#spec = spec
    const parameters = Object.keys(spec.parameters)
    this.#parsed = parse(spec.formula, { inputs: ['x', 'y'], parameters })
    this.#scope = new Map([
      ['x', atom('x', 'scalar')],
      ['y', atom('y', 'scalar')],
      ...parameters.map(
        (name) => [name, { ...atom(this.#names.claim(name), 'number'), value: spec.parameters[name]! }] as const,
      ),
    ])
  }

  parameters(): string[] {
    return this.#parsed.parameters.map(
      (name) => `${this.#scope.get(name)!.text} = ${floatLiteral(this.#spec.parameters[name]!)}`,
    )
  }

  /** The formula line by line, as it was typed. */
  loss(library: Library): string[] {
    const { lines, scope } = this.#definitions(this.#parsed.statements.slice(0, -1), library)
    const { value } = this.#parsed.statements.at(-1)!
    const anchor = library === torchLibrary && this.#mayLackSlope() ? ' + 0 * (x + y)' : ''
    const last =
      anchor === ''
        ? line('return ', value, scope, library, printPythonNumber)
        : [
            '# Where a branch of it is a mere number, its slope is 0, not missing.',
            `return (${printPythonNumber(value, scope, library).text})${anchor}`,
          ]
    return ['def loss(x, y):', ...indented([...lines, ...last])]
  }

  gradient(): string[] {
    const { graph, output } = this.#parsed
    const slopes = gradient(graph, output, [graph.input('x'), graph.input('y')])
    return this.#vector('gradient', 'The exact derivatives of the loss.', slopes)
  }

  hessianDiagonal(): string[] {
    const { graph, output } = this.#parsed
    const rows = hessian(graph, output, [graph.input('x'), graph.input('y')])
    return this.#vector('hessian_diagonal', 'The second derivatives along x and along y.', [rows[0]![0]!, rows[1]![1]!])
  }

  #vector(name: string, summary: string, outputs: readonly NodeId[]): string[] {
    const { lines, values } = sharedStatementsOf(this.#parsed.graph, outputs)
    const { lines: definitions, scope } = this.#definitions(lines, numpyLibrary)
    const results = values.map((value, i) => line(`d${'xy'[i]} = `, value, scope, numpyLibrary, printPythonNumber))
    return [
      `def ${name}(x, y):`,
      ...indented([`"""${summary}"""`, ...definitions, ...results.flat(), 'return np.array([dx, dy])']),
    ]
  }

  /** Lines `name = …`, and what names mean below them. */
  #definitions(statements: readonly Statement[], library: Library) {
    const names = new PythonNames(['x', 'y', 'dx', 'dy', ...[...this.#scope.values()].map(({ text }) => text)])
    const scope = new Map(this.#scope)
    const lines = statements.flatMap(({ name, value }) => {
      const known = scope.get(name!)
      const isLocal = known !== undefined && !this.#parsed.parameters.includes(name!)
      const text = isLocal ? known.text : names.claim(name!)
      const written = line(`${text} = `, value, scope, library)
      scope.set(name!, { ...printPython(value, scope, library), text, level: Level.atom })
      return written
    })
    return { lines, scope }
  }

  /** Whether PyTorch may find nothing to go back through, and say so by an exception. */
  #mayLackSlope(): boolean {
    const { graph, output, statements } = this.#parsed
    const isLevel = gradient(graph, output, [graph.input('x'), graph.input('y')]).every((slope) =>
      graph.isConstant(slope),
    )
    return isLevel || statements.some(({ value }) => hasChoice(value))
  }
}

const hasChoice = (ast: Ast): boolean => (ast.kind === 'call' && ast.fn === 'select') || partsOf(ast).some(hasChoice)
