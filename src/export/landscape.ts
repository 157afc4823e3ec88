import { gradient, hessian, type NodeId, type Parsed, parse } from '../expression'
import type { Ast, Statement } from '../expression/ast'
import { Level } from '../expression/print/levels'
import { partsOf } from '../expression/print/parts'
import { type PythonScope, printPython, printPythonNumber } from '../expression/print/python'
import { type Code, floatLiteral } from '../expression/print/python-code'
import { type Library, numpyLibrary, pythonHelpers, torchLibrary } from '../expression/print/python-functions'
import { sharedStatementsOf } from '../expression/print/statements'
import type { SurfaceSpec } from '../surfaces/surface'
import { indented } from './code'
import { PythonNames } from './names'
import { quoted } from './quote'
import { calls, pieceNames } from './tables'

/** What the climbers of a scene ask of the landscape. */
export interface Asked {
  /** A loss that autograd can see through. */
  readonly torch: boolean
  /** `gradient(x, y)`, `hessian_diagonal(x, y)` and `hessian(x, y)`, in NumPy. */
  readonly gradient: boolean
  readonly hessianDiagonal: boolean
  readonly hessian: boolean
}

/** The section of the landscape: its parameters, its loss as it was typed, and the derivatives that are asked for. */
export function landscapeSection(spec: SurfaceSpec, asked: Asked): string[] {
  const section = new Landscape(spec)
  const functions = [section.loss(asked.torch ? torchLibrary : numpyLibrary)]
  if (asked.gradient) functions.push(section.gradient())
  if (asked.hessianDiagonal) functions.push(section.hessianDiagonal())
  if (asked.hessian) functions.push(section.hessian())
  const text = functions.flat().join('\n')
  const helpers = [...pythonHelpers].filter(([name]) => calls(text, name))
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
  readonly #names = new PythonNames(['x', 'y', ...pieceNames])
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
    const { text } = printPythonNumber(value, scope, library)
    const last =
      anchor === ''
        ? [`return ${text}`]
        : ['# Where a branch of it is a mere number, its slope is 0, not missing.', `return (${text})${anchor}`]
    return ['def loss(x, y):', ...indented([...lines, ...last])]
  }

  gradient(): string[] {
    const { graph, output } = this.#parsed
    const [dx, dy] = gradient(graph, output, [graph.input('x'), graph.input('y')])
    return this.#derivatives('gradient', 'The exact derivatives of the loss.', { dx: dx!, dy: dy! }, '[dx, dy]')
  }

  hessianDiagonal(): string[] {
    const { xx, yy } = this.#second()
    const outputs = { dxx: xx, dyy: yy }
    return this.#derivatives('hessian_diagonal', 'The second derivatives along x and along y.', outputs, '[dxx, dyy]')
  }

  hessian(): string[] {
    const { xx, xy, yy } = this.#second()
    const outputs = { dxx: xx, dxy: xy, dyy: yy }
    return this.#derivatives('hessian', 'The exact second derivatives.', outputs, '[[dxx, dxy], [dxy, dyy]]')
  }

  #second(): { readonly xx: NodeId; readonly xy: NodeId; readonly yy: NodeId } {
    const { graph, output } = this.#parsed
    const [[xx, xy], [, yy]] = hessian(graph, output, [graph.input('x'), graph.input('y')]) as [NodeId[], NodeId[]]
    return { xx: xx!, xy: xy!, yy: yy! }
  }

  #derivatives(name: string, summary: string, outputs: Readonly<Record<string, NodeId>>, array: string): string[] {
    const { lines, values } = sharedStatementsOf(this.#parsed.graph, Object.values(outputs))
    const { lines: definitions, scope } = this.#definitions(lines, numpyLibrary)
    const results = Object.keys(outputs).map(
      (output, i) => `${output} = ${printPythonNumber(values[i]!, scope, numpyLibrary).text}`,
    )
    return [
      `def ${name}(x, y):`,
      ...indented([`"""${summary}"""`, ...definitions, ...results, `return np.array(${array})`]),
    ]
  }

  /** Lines `name = …`, and what names mean below them. */
  #definitions(statements: readonly Statement[], library: Library) {
    const names = new PythonNames([
      'x',
      'y',
      'dx',
      'dy',
      'dxx',
      'dxy',
      'dyy',
      ...[...this.#scope.values()].map(({ text }) => text),
    ])
    const scope = new Map(this.#scope)
    const lines = statements.map(({ name, value }) => {
      const known = scope.get(name!)
      const isLocal = known !== undefined && !this.#parsed.parameters.includes(name!)
      const text = isLocal ? known.text : names.claim(name!)
      const code = printPython(value, scope, library)
      scope.set(name!, { ...code, text, level: Level.atom })
      return `${text} = ${code.text}`
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
