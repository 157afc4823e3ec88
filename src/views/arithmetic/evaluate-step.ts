import { type Graph, type NodeId, reachable } from '../../expression'
import { interpret } from '../../kernels/interpret'
import type { Objective } from '../../math/objective'
import type { CompiledRule } from '../../optimizers/compile'
import { createStepper, type Feel } from '../../optimizers/step'
import { NoiseTrack } from '../../simulation/noise-track'
import type { RunSpec, Trajectory } from '../../simulation/trajectory'

/** What a run was of, beside its rule. */
export interface Ran {
  readonly spec: RunSpec
  readonly objective: Objective
}

export interface StepValues {
  /** What each name means before the first line, one number a coordinate: what is felt, the state, the hyperparameters. */
  readonly given: ReadonlyMap<string, Float64Array>
  /** What each line of `compiled.lines` gives, one number a coordinate; undefined for lines that nobody reads. */
  readonly lines: readonly (Float64Array | undefined)[]
  /** The slope that is felt at the point of a line `probe = …`, by the index of that line. */
  readonly probes: ReadonlyMap<number, Float64Array>
}

/**
 * Takes step `step` (from 1) again, from the numbers of the trajectory with the graph that ran, and keeps what each line
 * gives. `step` must be within the trajectory.
 */
export function evaluateStep(compiled: CompiledRule, trajectory: Trajectory, step: number, ran: Ran): StepValues {
  const { graph, lines, schedules, inputs } = compiled
  const d = trajectory.dimension
  const from = step - 1
  const known = knownInputs(compiled, trajectory, from, ran)
  const asked = new Request(graph, inputs)
  const ofLines = lines.map(({ node }) => asked.add(node))
  const ofSchedules = schedules.map(({ name, node }) => [name, asked.add(node)] as const)
  const ofProbes = lines.flatMap(({ name, node }, i) => {
    const probe = compiled.reductions.find(({ kind, args }) => kind === 'gradient' && args[0] === node)
    return name === 'probe' && probe !== undefined ? [[i, asked.add(graph.input(probe.input))] as const] : []
  })
  const values = asked.nodes.map(() => new Float64Array(d))
  const stepper = createStepper({ ...compiled, kernel: interpret(graph, asked.nodes, inputs) }, d)
  stepper([...known.values()], values, feelAt(trajectory, from, ran))
  const answer = (at: number | undefined) => (at === undefined ? undefined : values[at])
  const flags = Object.entries(ran.spec.hyperparameters).filter(([, value]) => typeof value === 'boolean')
  return {
    given: new Map([
      ...[...known, ...flags.map(([name, value]) => [name, Number(value)] as const)].map(
        ([name, value]) => [name, typeof value === 'number' ? new Float64Array(d).fill(value) : value] as const,
      ),
      ...ofSchedules.flatMap(([name, at]) => (at === undefined ? [] : [[name, values[at]!] as const])),
    ]),
    lines: ofLines.map(answer),
    probes: new Map(ofProbes.flatMap(([i, at]) => (at === undefined ? [] : [[i, values[at]!] as const]))),
  }
}

/** Nodes to be evaluated. What reads an input that the step is not told is read by nobody, and left out. */
class Request {
  readonly nodes: NodeId[] = []
  readonly #graph: Graph
  readonly #told: ReadonlySet<string>

  constructor(graph: Graph, told: readonly string[]) {
    this.#graph = graph
    this.#told = new Set(told)
  }

  /** Where the node's values will be. */
  add(node: NodeId): number | undefined {
    const graph = this.#graph
    const isTold = (id: NodeId) => graph.op(id) !== 'input' || this.#told.has(graph.name(id))
    if (!reachable(graph, [node]).every(isTold)) return undefined
    return this.nodes.push(node) - 1
  }
}

/** The inputs of the step, in the order of `compiled.inputs`, as they were at point `from`. */
function knownInputs(
  { stateNames, parameterNames, parameters, readsHessian }: CompiledRule,
  { dimension: d, theta, gradient, felt, loss, state }: Trajectory,
  from: number,
  { spec, objective }: Ran,
): Map<string, number | Float64Array> {
  const point = theta.slice(from * d, (from + 1) * d)
  const slope = turned((felt ?? gradient).slice(from * d, (from + 1) * d), spec)
  return new Map<string, number | Float64Array>([
    ['theta', point],
    ['g', slope],
    ['t', from + 1],
    ['loss', loss[from]!],
    ['norm_g', norm(slope)],
    ['h', readsHessian ? turned(hessianDiagonal(objective, point), spec) : new Float64Array(d)],
    ...stateNames.map((name, j) => {
      const at = (from * stateNames.length + j) * d
      return [name, state.slice(at, at + d)] as const
    }),
    ...parameterNames.map((name, i) => [name, parameters[i]!] as const),
  ])
}

/** The slope at another point, as it was felt during the step that set out from point `from`. */
function feelAt({ dimension }: Trajectory, from: number, { spec, objective }: Ran): Feel {
  const noise = spec.noise && new NoiseTrack(spec.noise, spec.seed, dimension, from + 1)
  return (theta, out) => {
    objective.gradient(theta, out)
    noise?.addTo(out, from)
    out.set(turned(out, spec))
  }
}

function hessianDiagonal(objective: Objective, theta: Float64Array): Float64Array {
  const d = objective.dimension
  const entries = new Float64Array(d * d).fill(Number.NaN)
  objective.hessian?.(theta, entries)
  return Float64Array.from({ length: d }, (_, i) => entries[i * d + i]!)
}

/** Who climbs feels everything upside down. */
const turned = (values: Float64Array, { maximize }: RunSpec) => (maximize ? values.map((value) => -value) : values)

const norm = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
