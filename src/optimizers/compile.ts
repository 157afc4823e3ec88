import { type EquationLine, type Graph, type NodeId, parse, parseEquations, reachable } from '../expression'
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
  /** The state variables that the next step reads: flags may leave some of the rule's without use. */
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
  const declared = Object.keys(rule.state)
  const { graph, lines, assignments } = parseEquations(rule.equations, {
    inputs: [...stepInputs, ...declared, ...parameterNames],
    values: flags,
  })
  const next = new Map(['theta', ...declared].map((name) => [name, assignments.get(name) ?? graph.input(name)]))
  const stateNames = declared.filter((name) => isRemembered(graph, name, next))
  const inputs = [...stepInputs, ...stateNames, ...parameterNames]
  const outputs = ['theta', ...stateNames].map((name) => next.get(name)!)
  return {
    rule,
    graph,
    lines,
    stateNames,
    initialState: stateNames.map((name) => initialValue(rule.state[name]!, numbers)),
    kernel: interpret(graph, outputs, inputs),
    parameterNames,
    parameters: numbers.map(([, value]) => value),
  }
}

/** Whether any equation reads what the last step left in `name`, other than to leave it there. */
function isRemembered(graph: Graph, name: string, next: ReadonlyMap<string, NodeId>): boolean {
  const input = graph.input(name)
  const readers = [...next].filter(([other, node]) => other !== name || node !== input)
  return reachable(
    graph,
    readers.map(([, node]) => node),
  ).includes(input)
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
