import { type EquationLine, type Graph, parse, parseEquations } from '../expression'
import { interpret } from '../kernels/interpret'
import type { Kernel } from '../kernels/kernel'
import type { Hyperparameters, UpdateRule } from './rule'

/** Inputs of every update equation beside the hyperparameters and the state: what a step is told. */
export const stepInputs = ['theta', 'g', 't', 'loss', 'norm_g'] as const

/** An update rule made executable: one call is one step of all coordinates. */
export interface CompiledRule {
  readonly rule: UpdateRule
  readonly graph: Graph
  /** The equations with their nodes, in order: for whoever shows the arithmetic of a step. */
  readonly lines: readonly EquationLine[]
  readonly stateNames: readonly string[]
  /** What the state variables hold before the first step, in the order of `stateNames`. */
  readonly initialState: readonly number[]
  /**
   * Inputs: `stepInputs`, then the state variables, then the hyperparameters of `parameterNames`.
   * Outputs: the new theta, then the new state variables. Lanes are coordinates.
   */
  readonly kernel: Kernel
  readonly parameterNames: readonly string[]
  /** Values of `parameterNames`, flags excluded: these are part of the equations. */
  readonly parameters: readonly number[]
}

/**
 * Compiles `rule` for complete, valid hyperparameters (see `resolveHyperparameters`). Flags are settled here, so that
 * only the equations that apply remain; numbers stay inputs of the kernel.
 * Throws ExpressionError when the equations cannot be read.
 */
export function compileRule(rule: UpdateRule, hyperparameters: Hyperparameters): CompiledRule {
  const entries = Object.entries(hyperparameters)
  const flags = new Map(
    entries.filter(([, value]) => typeof value === 'boolean').map(([name, value]) => [name, value ? 1 : 0]),
  )
  const numbers = entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  const parameterNames = numbers.map(([name]) => name)
  const stateNames = Object.keys(rule.state)
  const inputs = [...stepInputs, ...stateNames, ...parameterNames]
  const { graph, lines, assignments } = parseEquations(rule.equations, { inputs, values: flags })
  const outputs = ['theta', ...stateNames].map((name) => assignments.get(name) ?? graph.input(name))
  return {
    rule,
    graph,
    lines,
    stateNames,
    initialState: Object.values(rule.state).map((initial) => initialValue(initial, numbers)),
    kernel: interpret(graph, outputs, inputs),
    parameterNames,
    parameters: numbers.map(([, value]) => value),
  }
}

function initialValue(initial: number | string, numbers: readonly (readonly [string, number])[]): number {
  if (typeof initial === 'number') return initial
  const names = numbers.map(([name]) => name)
  const { graph, output } = parse(initial, { inputs: names })
  const out = new Float64Array(1)
  interpret(graph, [output], names).run(
    numbers.map(([, value]) => value),
    [out],
    1,
  )
  return out[0]!
}
