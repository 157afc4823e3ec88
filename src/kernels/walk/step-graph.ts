import { type NodeId, type Reduction, reachable } from '../../expression'
import { lowerInto, PrimitiveGraph, type PrimitiveId } from '../../expression/lowering'
import type { WalkSpec } from '../fleet'

/** Something a climber carries from step to step. */
export interface Variable {
  /** Name of its input: `x`, `y`, then `m.x`, `m.y` and so on. */
  readonly name: string
  readonly next: PrimitiveId
}

/** One step of one climber as primitives: both coordinates, the ground under her and the update equations. */
export interface StepGraph {
  readonly graph: PrimitiveGraph
  /** x and y, then the state variables, each for both coordinates. */
  readonly variables: readonly Variable[]
  readonly loss: PrimitiveId
  readonly slope: readonly [PrimitiveId, PrimitiveId]
  /** Where the graph reads a hyperparameter or the step: inputs of these names. */
  readonly hyperparameters: readonly string[]
  readonly step: string
}

/** No formula can name these, so they collide with nobody's parameters. */
export const stateInput = (name: string, coordinate: 0 | 1): string => `${name}.${coordinate === 0 ? 'x' : 'y'}`
export const hyperparameterInput = (name: string): string => `#${name}`
export const STEP_INPUT = '#step'

const coordinates = [0, 1] as const
type Pair = readonly [PrimitiveId, PrimitiveId]

/**
 * Builds the step. Hyperparameters in `settled` become constants, so that what they make pointless is never computed;
 * the others stay inputs, of which those in `nonzero` are known not to be 0.
 */
export const stepGraph = (
  spec: WalkSpec,
  settled: ReadonlyMap<string, number>,
  nonzero: ReadonlySet<string> = new Set(),
): StepGraph => new StepBuilder(spec, settled, nonzero).build()

class StepBuilder {
  readonly #spec: WalkSpec
  readonly #graph = new PrimitiveGraph()
  readonly #settled: ReadonlyMap<string, number>
  readonly #nonzero: ReadonlySet<string>

  constructor(spec: WalkSpec, settled: ReadonlyMap<string, number>, nonzero: ReadonlySet<string>) {
    this.#spec = spec
    this.#settled = settled
    this.#nonzero = nonzero
  }

  build(): StepGraph {
    const graph = this.#graph
    const { landscape, rule } = this.#spec
    const theta: Pair = [graph.input('x'), graph.input('y')]
    const { f, fx, fy, fxx, fyy } = landscape.nodes
    const curvatures = this.#readsCurvature() ? [fxx, fyy] : []
    const [loss, ...slopes] = this.#ground(theta, [f, fx, fy, ...curvatures])
    const scopes = this.#scopes(theta, slopes, loss!)
    for (const reduction of rule.reductions) this.#answer(reduction, scopes)
    const next = coordinates.map((c) => lowerInto(graph, rule.graph, rule.outputs, scopes[c]!))
    const variables = coordinates.map((c) => ({ name: c === 0 ? 'x' : 'y', next: next[c]![0]! }))
    rule.stateNames.forEach((name, j) => {
      for (const c of coordinates) variables.push({ name: stateInput(name, c), next: next[c]![j + 1]! })
    })
    return {
      graph,
      variables,
      loss: loss!,
      slope: [slopes[0]!, slopes[1]!],
      hyperparameters: rule.parameterNames.filter((name) => !this.#settled.has(name)),
      step: STEP_INPUT,
    }
  }

  #readsCurvature(): boolean {
    const { graph, outputs, reductions } = this.#spec.rule
    return reachable(graph, [...outputs, ...reductions.flatMap(({ args }) => args)]).includes(graph.input('h'))
  }

  #ground([x, y]: Pair, outputs: readonly NodeId[]): PrimitiveId[] {
    const { landscape } = this.#spec
    const inputs = new Map([
      ['x', x],
      ['y', y],
      ...Object.entries(landscape.parameters).map(([name, value]) => [name, this.#graph.constant(value)] as const),
    ])
    return lowerInto(this.#graph, landscape.graph, outputs, inputs)
  }

  /** What an optimizer is told of a slope: the opposite when climbing. */
  #feel(slope: PrimitiveId): PrimitiveId {
    return this.#spec.maximize === true ? this.#graph.neg(slope) : slope
  }

  /** What stands for the inputs of the update equations, for either coordinate. `slopes`: fx, fy, fxx and fyy if read. */
  #scopes(theta: Pair, slopes: readonly PrimitiveId[], loss: PrimitiveId): Map<string, PrimitiveId>[] {
    const graph = this.#graph
    const { rule } = this.#spec
    const felt = slopes.map((slope) => this.#feel(slope)) as [PrimitiveId, PrimitiveId, ...PrimitiveId[]]
    const squares = graph.add(graph.mul(felt[0], felt[0]), graph.mul(felt[1], felt[1]))
    const shared = new Map([
      ['t', graph.input(STEP_INPUT)],
      ['loss', loss],
      ['norm_g', graph.sqrt(squares)],
      ...rule.parameterNames.map((name) => [name, this.#hyperparameter(name)] as const),
    ])
    return coordinates.map(
      (c) =>
        new Map([
          ...shared,
          ['theta', theta[c]],
          ['g', felt[c]],
          ...(felt.length > 2 ? [['h', felt[2 + c]!] as const] : []),
          ...rule.stateNames.map((name) => [name, graph.input(stateInput(name, c))] as const),
        ]),
    )
  }

  #hyperparameter(name: string): PrimitiveId {
    const value = this.#settled.get(name)
    if (value !== undefined) return this.#graph.constant(value)
    const input = hyperparameterInput(name)
    return this.#nonzero.has(name) ? this.#graph.nonzeroInput(input) : this.#graph.input(input)
  }

  /** Puts a reduction's answer into both scopes; see `Reduction` for what is asked. */
  #answer({ input, kind, args }: Reduction, scopes: readonly Map<string, PrimitiveId>[]): void {
    const graph = this.#graph
    const [a, b] = coordinates.map((c) => lowerInto(graph, this.#spec.rule.graph, args, scopes[c]!))
    if (kind === 'gradient') {
      const { fx, fy } = this.#spec.landscape.nodes
      const slopes = this.#ground([a![0]!, b![0]!], [fx, fy])
      for (const c of coordinates) scopes[c]!.set(input, this.#feel(slopes[c]!))
      return
    }
    const factor = kind === 'norm' ? 0 : 1
    const sum = graph.add(graph.mul(a![0]!, a![factor]!), graph.mul(b![0]!, b![factor]!))
    for (const c of coordinates) scopes[c]!.set(input, kind === 'norm' ? graph.sqrt(sum) : sum)
  }
}

/** The variables without those that have no influence on x and y, however indirectly. */
export const influential = ({ graph, variables }: Pick<StepGraph, 'graph' | 'variables'>): Variable[] => {
  const wanted = new Set(['x', 'y'])
  for (;;) {
    const read = graph.reachable(variables.filter(({ name }) => wanted.has(name)).map(({ next }) => next))
    const before = wanted.size
    for (const id of read) {
      const name = graph.op(id) === 'input' ? graph.name(id) : ''
      if (variables.some((variable) => variable.name === name)) wanted.add(name)
    }
    if (wanted.size === before) return variables.filter(({ name }) => wanted.has(name))
  }
}
