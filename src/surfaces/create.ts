import { type Graph, gradient, hessian, type NodeId, parse } from '../expression'
import { type Executor, interpreter } from '../kernels/executor'
import type { Landscape } from '../kernels/fleet'
import type { GridField } from '../kernels/grid'
import type { Kernel } from '../kernels/kernel'
import type { Surface, SurfaceDefinition, SurfaceSamples, SurfaceSpec } from './surface'

const outputNames = ['f', 'fx', 'fy', 'fxx', 'fxy', 'fyy'] as const
type OutputName = (typeof outputNames)[number]

/** A surface of the gallery as a spec, with `parameters` in place of its own where given. */
export function specOf(definition: SurfaceDefinition, parameters: Readonly<Record<string, number>> = {}): SurfaceSpec {
  const { title, formula, domain, heightScale } = definition
  return { title, formula, domain, heightScale, parameters: { ...definition.parameters, ...parameters } }
}

/**
 * Makes a spec executable by `executor`: parses the formula, derives gradient and Hessian in the same graph.
 * Throws ExpressionError when the formula cannot be read.
 */
export function createSurface(spec: SurfaceSpec, executor: Executor = interpreter): Surface {
  return new FormulaSurface(spec, executor)
}

class FormulaSurface implements Surface {
  readonly dimension = 2
  readonly spec: SurfaceSpec
  readonly landscape: Landscape
  readonly executor: Executor
  readonly #graph: Graph
  readonly #parameters: readonly number[]
  readonly #inputs: readonly string[]
  readonly #kernels = new Map<string, Kernel>()
  /** One point in, six numbers out, reused by every call. */
  readonly #point = [new Float64Array(1), new Float64Array(1)] as const
  readonly #result = outputNames.map(() => new Float64Array(1))

  constructor(spec: SurfaceSpec, executor: Executor) {
    this.spec = spec
    this.executor = executor
    const names = Object.keys(spec.parameters)
    const { graph, output } = parse(spec.formula, { inputs: ['x', 'y'], parameters: names })
    const wrt = [graph.input('x'), graph.input('y')]
    const slopes = gradient(graph, output, wrt)
    const curvature = hessian(graph, output, wrt)
    const [fx, fy] = slopes as [NodeId, NodeId]
    const [[fxx, fxy], [, fyy]] = curvature as [[NodeId, NodeId], [NodeId, NodeId]]
    this.#graph = graph
    this.landscape = { graph, nodes: { f: output, fx, fy, fxx, fxy, fyy }, parameters: spec.parameters }
    this.#parameters = names.map((name) => spec.parameters[name]!)
    this.#inputs = ['x', 'y', ...names]
  }

  value(theta: Float64Array): number {
    return this.#at(theta, valueOnly)[0]![0]!
  }

  gradient(theta: Float64Array, out: Float64Array): number {
    const [f, fx, fy] = this.#at(theta, valueAndGradient)
    out[0] = fx![0]!
    out[1] = fy![0]!
    return f![0]!
  }

  hessian(theta: Float64Array, out: Float64Array): void {
    const [fxx, fxy, fyy] = this.#at(theta, secondDerivatives)
    out[0] = fxx![0]!
    out[1] = out[2] = fxy![0]!
    out[3] = fyy![0]!
  }

  evaluate(x: Float64Array, y: Float64Array, out: SurfaceSamples, count: number): void {
    const wanted = outputNames.filter((name) => out[name] !== undefined)
    this.#kernel(wanted).run(
      [x, y, ...this.#parameters],
      wanted.map((name) => out[name]!),
      count,
    )
  }

  grid(wanted: readonly OutputName[], xs: Float64Array, ys: Float64Array): GridField {
    const { graph, nodes, parameters } = this.landscape
    const outputs = wanted.map((name) => nodes[name])
    return this.executor.grid(graph, outputs, parameters).over(xs, ys)
  }

  #at(theta: Float64Array, wanted: readonly OutputName[]): readonly Float64Array[] {
    const [x, y] = this.#point
    x[0] = theta[0]!
    y[0] = theta[1]!
    this.#kernel(wanted).run([x, y, ...this.#parameters], this.#result.slice(0, wanted.length), 1)
    return this.#result
  }

  /** Kernels are made when first asked for: most surfaces never need every output. */
  #kernel(wanted: readonly OutputName[]): Kernel {
    const key = wanted.join()
    const known = this.#kernels.get(key)
    if (known !== undefined) return known
    const outputs = wanted.map((name) => this.landscape.nodes[name])
    const kernel = this.executor.kernel(this.#graph, outputs, this.#inputs)
    this.#kernels.set(key, kernel)
    return kernel
  }
}

const valueOnly: readonly OutputName[] = ['f']
const valueAndGradient: readonly OutputName[] = ['f', 'fx', 'fy']
const secondDerivatives: readonly OutputName[] = ['fxx', 'fxy', 'fyy']
