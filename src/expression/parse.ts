import type { Ast, Statement } from './ast'
import { ExpressionError } from './error'
import { Graph, type NodeId, reachable } from './graph'
import { limits } from './limits'
import { constants } from './names'
import { Parser } from './parser'
import { type Reduction, ReductionCollector, reductionFunctions } from './reductions'

export interface Parsed {
  readonly graph: Graph
  readonly output: NodeId
  readonly statements: readonly Statement[]
  /** The declared parameters that the formula uses, sorted. */
  readonly parameters: readonly string[]
}

export interface ParseOptions {
  /** Names of the variables: `['x', 'y']`. */
  readonly inputs: readonly string[]
  /** Names of further inputs that have values of their own. */
  readonly parameters?: readonly string[]
  /** Where the formula's nodes go; a new graph when left out. */
  readonly graph?: Graph
  /** How long the text may be: as long as a typed one when left out, `limits.printed` for one that was printed. */
  readonly characters?: number
}

/**
 * Reads a formula: its last line is the value, earlier lines `name = …` define names.
 * Throws ExpressionError, and nothing else, for any text.
 */
export function parse(text: string, options: ParseOptions): Parsed {
  const graph = options.graph ?? new Graph()
  const names = [...options.inputs, ...(options.parameters ?? [])]
  const statements = new Parser(text, names, undefined, options.characters).statements()
  const scope = new Map(names.map((name) => [name, graph.input(name)]))
  let output = graph.constant(0)
  statements.forEach((statement, i) => {
    if (statement.name === undefined && i < statements.length - 1) {
      throw new ExpressionError('only the last line may lack a name: write `name = …`', statement.span)
    }
    output = build(graph, statement.value, scope)
    if (statement.name !== undefined) scope.set(statement.name, output)
  })
  const live = reachable(graph, [output])
  checkSize(live.length, statements)
  const used = new Set(live.map((id) => graph.name(id)))
  return { graph, output, statements, parameters: (options.parameters ?? []).filter((name) => used.has(name)).sort() }
}

export interface EquationLine {
  readonly name: string
  readonly node: NodeId
  readonly statement: Statement
}

export interface ParsedEquations {
  readonly graph: Graph
  readonly lines: readonly EquationLine[]
  /** What each assigned name holds in the end. */
  readonly assignments: ReadonlyMap<string, NodeId>
  /** What the equations ask of all coordinates together, in the order in which it can be answered. */
  readonly reductions: readonly Reduction[]
}

/** Assigning to it asks for the slope at that point: below, `g` is what is felt there. */
const PROBE = 'probe'

/**
 * Reads update equations, lines `name = …` from top to bottom; assigning to an input replaces it for the lines below.
 * Beside the functions of formulas they have `norm`, `norm1` and `dot`, which reach across coordinates, and lines
 * `probe = …`. `values` gives inputs that are known numbers (flags), so that an `if` over them is settled here; `nodes`
 * gives inputs that are nodes of `graph` already. Throws ExpressionError.
 */
export function parseEquations(
  text: string,
  options: {
    readonly inputs: readonly string[]
    readonly values?: ReadonlyMap<string, number>
    readonly nodes?: ReadonlyMap<string, NodeId>
    readonly graph?: Graph
  },
): ParsedEquations {
  const graph = options.graph ?? new Graph()
  const collector = new ReductionCollector(graph)
  const scope = new Map(options.inputs.map((name) => [name, graph.input(name)]))
  for (const [name, value] of options.values ?? []) scope.set(name, graph.constant(value))
  for (const [name, node] of options.nodes ?? []) scope.set(name, node)
  const statements = new Parser(text, scope.keys(), reductionFunctions).statements()
  const assignments = new Map<string, NodeId>()
  const lines = statements.map((statement) => {
    const { name } = statement
    if (name === undefined) throw new ExpressionError('every line needs a name: write `name = …`', statement.span)
    const node = build(graph, statement.value, scope, collector)
    scope.set(name, node)
    if (name === PROBE) scope.set('g', collector.apply('gradient', [node]))
    else assignments.set(name, node)
    return { name, node, statement }
  })
  const { reductions } = collector
  const roots = [...assignments.values(), ...reductions.flatMap(({ args }) => args)]
  checkSize(reachable(graph, roots).length, statements)
  return { graph, lines, assignments, reductions }
}

function checkSize(nodes: number, statements: readonly Statement[]): void {
  if (nodes <= limits.nodes) return
  throw new ExpressionError(
    `the formula is too large: ${nodes} operations, at most ${limits.nodes}`,
    statements.at(-1)!.span,
  )
}

function build(
  graph: Graph,
  ast: Ast,
  scope: ReadonlyMap<string, NodeId>,
  collector: ReductionCollector = new ReductionCollector(graph),
): NodeId {
  const nodeOf = (part: Ast) => build(graph, part, scope, collector)
  switch (ast.kind) {
    case 'number':
      return graph.constant(ast.value)
    case 'name':
      return scope.get(ast.name) ?? graph.constant(constants.get(ast.name)!)
    case 'negate':
      return graph.apply('neg', nodeOf(ast.of))
    case 'abs':
      return graph.apply('abs', nodeOf(ast.of))
    case 'binary':
      return graph.apply(ast.op, nodeOf(ast.left), nodeOf(ast.right))
    case 'call':
      return reductionFunctions.has(ast.fn)
        ? collector.apply(ast.fn, ast.args.map(nodeOf))
        : graph.apply(ast.fn, ...ast.args.map(nodeOf))
  }
}
