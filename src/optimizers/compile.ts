import {
  type EquationLine,
  Graph,
  type NodeId,
  type ParsedEquations,
  parse,
  parseEquations,
  type Reduction,
} from '../expression'
import { interpret } from '../kernels/interpret'
import type { Kernel } from '../kernels/kernel'
import { sharedInverses } from './inverses'
import { liveThrough } from './live'
import type { Hyperparameters, UpdateRule } from './rule'
import { numbersOf, parseSchedule, sampleSchedule } from './schedule'

/**
 * What a step is told, beside the state and the hyperparameters: the coordinate, its slope (negated under `maximize`),
 * the step counted from 1, the loss, the whole slope's 2-norm, and the Hessian's diagonal entry of this coordinate
 * (negated under `maximize`), which is only asked for where `readsHessian` says so.
 */
export const stepInputs = ['theta', 'g', 't', 'loss', 'norm_g', 'h'] as const

/**
 * An update rule made executable. For whoever runs it: a step evaluates `outputs` of `graph`, lanes being coordinates.
 * Before that, the `reductions` are to be answered one after the other, each from its `args`, which are nodes of the same
 * graph; the outputs and later reductions read the answers. `createStepper` is the plain way to do so.
 */
export interface CompiledRule {
  readonly rule: UpdateRule
  readonly graph: Graph
  /** The equations with their nodes, in order: for whoever shows the arithmetic of a step. */
  readonly lines: readonly EquationLine[]
  /** The hyperparameters that are formulas of `t`, with the nodes that stand for them in the equations. */
  readonly schedules: readonly Schedule[]
  /** The state variables that the next step reads: flags may leave some of the rule's without use. */
  readonly stateNames: readonly string[]
  /**
   * What the graph may read, in the order of `kernel`'s inputs: `stepInputs`, then the state variables, then
   * `parameterNames`, then `reductions`.
   */
  readonly inputs: readonly string[]
  /** The new theta, then the new state variables. */
  readonly outputs: readonly NodeId[]
  /** What a step asks of all coordinates together, in the order in which it can be answered. Most rules ask nothing. */
  readonly reductions: readonly Reduction[]
  /** Whether the step reads `h`. */
  readonly readsHessian: boolean
  /** Evaluates `outputs` from `inputs`. */
  readonly kernel: Kernel
  /** The hyperparameters that are numbers, and `T`, the number of steps, where a formula reads it. */
  readonly parameterNames: readonly string[]
  /** Values of `parameterNames`. Flags are not among them: they are part of the equations. */
  readonly parameters: readonly number[]
  /**
   * What the state variables hold before the first step, in the order of `stateNames`, for coordinates that start at
   * `theta`. Other `parameters` than the rule's own are one for all or one a coordinate, in the order of `parameterNames`.
   */
  initialState(theta: Float64Array, parameters?: readonly (number | Float64Array)[]): Float64Array[]
}

export interface Schedule {
  readonly name: string
  readonly text: string
  readonly node: NodeId
}

/**
 * Compiles `rule` for complete, valid hyperparameters (see `resolveHyperparameters`) and a run of `steps` steps. Flags are
 * settled here, so that only the equations that apply remain; schedules become part of the equations; numbers stay inputs
 * of the kernel. Throws ExpressionError when the equations cannot be read.
 */
export function compileRule(rule: UpdateRule, hyperparameters: Hyperparameters, steps?: number): CompiledRule {
  const graph = new Graph()
  const numbers = numbersOf(hyperparameters)
  const schedules = schedulesOf(graph, hyperparameters)
  const first = ({ text }: Schedule) => sampleSchedule(text, steps ?? 1, hyperparameters, Float64Array.of(1))[0]!
  const atStart = new Map([...numbers, ...schedules.map((schedule) => [schedule.name, first(schedule)] as const)])
  const declared = Object.keys(rule.state)
  const equations = parseEquations(rule.equations, {
    graph,
    inputs: [...stepInputs, 'T', ...declared, ...numbers.keys()],
    values: flagsOf(hyperparameters),
    nodes: new Map(schedules.map(({ name, node }) => [name, node])),
  })
  const { lines, assignments, asked } = withInverses(graph, equations, new Set(['t', 'T', ...numbers.keys()]))
  const next = new Map(['theta', ...declared].map((name) => [name, assignments.get(name) ?? graph.input(name)]))
  const stateNames = declared.filter((name) => isRemembered(graph, asked, name, next))
  const outputs = ['theta', ...stateNames].map((name) => next.get(name)!)
  const { nodes, reductions } = liveThrough(graph, asked, outputs)
  const parameters = nodes.has(graph.input('T')) ? withSteps(rule, numbers, steps) : numbers
  const inputs = [...stepInputs, ...stateNames, ...parameters.keys(), ...reductions.map(({ input }) => input)]
  return {
    rule,
    graph,
    lines,
    schedules,
    stateNames,
    inputs,
    outputs,
    reductions,
    readsHessian: nodes.has(graph.input('h')),
    kernel: interpret(graph, outputs, inputs),
    parameterNames: [...parameters.keys()],
    parameters: [...parameters.values()],
    initialState: (theta, given = []) => {
      const values = new Map<string, number | Float64Array>(atStart)
      for (const [i, value] of given.entries()) values.set([...parameters.keys()][i]!, value)
      return stateNames.map((name) => initialValues(rule.state[name]!, values, theta))
    },
  }
}

/** The equations with `sharedInverses` in place: what is shown of a step is what every executor computes. */
function withInverses(
  graph: Graph,
  { lines, assignments, reductions }: ParsedEquations,
  shared: ReadonlySet<string>,
): { lines: EquationLine[]; assignments: ReadonlyMap<string, NodeId>; asked: Reduction[] } {
  const roots = [...lines.map(({ node }) => node), ...reductions.flatMap(({ args }) => args)]
  const replaced = sharedInverses(graph, roots, shared)
  return {
    lines: lines.map((line) => ({ ...line, node: replaced.get(line.node)! })),
    assignments: new Map([...assignments].map(([name, node]) => [name, replaced.get(node)!])),
    asked: reductions.map((reduction) => ({ ...reduction, args: reduction.args.map((arg) => replaced.get(arg)!) })),
  }
}

const flagsOf = (hyperparameters: Hyperparameters): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(hyperparameters)
      .filter(([, value]) => typeof value === 'boolean')
      .map(([name, value]) => [name, value ? 1 : 0]),
  )

function schedulesOf(graph: Graph, hyperparameters: Hyperparameters): Schedule[] {
  const numbers = numbersOf(hyperparameters)
  return Object.entries(hyperparameters)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, text]) => ({ name, text, node: parseSchedule(text, numbers.keys(), graph).output }))
}

/** A hyperparameter that is called `T` is meant where one is declared. */
function withSteps(
  rule: UpdateRule,
  numbers: ReadonlyMap<string, number>,
  steps: number | undefined,
): ReadonlyMap<string, number> {
  if (numbers.has('T')) return numbers
  if (steps === undefined) throw new RangeError(`${rule.name} reads T, but the number of steps was not given`)
  return new Map([...numbers, ['T', steps]])
}

/** Whether any equation reads what the last step left in `name`, other than to leave it there. */
function isRemembered(
  graph: Graph,
  reductions: readonly Reduction[],
  name: string,
  next: ReadonlyMap<string, NodeId>,
): boolean {
  const input = graph.input(name)
  const readers = [...next].filter(([other, node]) => other !== name || node !== input)
  const readNodes = readers.map(([, node]) => node)
  return liveThrough(graph, reductions, readNodes).nodes.has(input)
}

/** `initial` at each coordinate: a number, or an expression of the hyperparameters and of where the coordinate starts. */
function initialValues(
  initial: number | string,
  numbers: ReadonlyMap<string, number | Float64Array>,
  theta: Float64Array,
): Float64Array {
  const values = new Float64Array(theta.length)
  if (typeof initial === 'number') return values.fill(initial)
  const inputs = ['theta', ...numbers.keys()]
  const { graph, output } = parse(initial, { inputs })
  interpret(graph, [output], inputs).run([theta, ...numbers.values()], [values], theta.length)
  return values
}
