import { Graph, type NodeId, reachable } from '../expression'
import type { Kernel } from './kernel'

/** Outputs of a graph of x and y over a rectangle of points. */
export interface GridKernel {
  /** Prepares the points (xs[i], ys[j]): what depends on one coordinate alone is evaluated here, once for each of its values. */
  over(xs: Float64Array, ys: Float64Array): GridField
}

export interface GridField {
  /** Writes row j, one array of at least xs.length values for each output. */
  row(j: number, out: readonly Float64Array[]): void
}

type KernelMaker = (graph: Graph, outputs: readonly NodeId[], inputs: readonly string[]) => Kernel

/** Worth an array of their own; cheaper ones cost less to compute again than to load. */
const costly = (graph: Graph, id: NodeId): boolean => {
  const op = graph.op(id)
  if (op === 'pow') return !(graph.isConstant(graph.args(id)[1]!) && Number.isInteger(graph.value(graph.args(id)[1]!)))
  return !cheap.has(op)
}
const cheap: ReadonlySet<string> = new Set([
  ...['constant', 'input', 'add', 'sub', 'mul', 'neg', 'abs', 'sign', 'floor', 'ceil', 'step', 'relu'],
  ...['min', 'max', 'clamp', 'select', 'lt', 'le', 'gt', 'ge', 'eq', 'ne'],
])

/** A grid kernel from plain kernels: the same bits as evaluating point by point. */
export const createGrid = (
  kernelOf: KernelMaker,
  graph: Graph,
  outputs: readonly NodeId[],
  parameters: Readonly<Record<string, number>>,
): GridKernel => {
  const names = Object.keys(parameters)
  const values = names.map((name) => parameters[name]!)
  const ofX = hoistable(graph, outputs, 'x', 'y')
  const ofY = hoistable(graph, outputs, 'y', 'x')
  const inputsOf = (axis: string, nodes: readonly NodeId[]) => nodes.map((_, k) => `${axis}#${k}`)
  const inputs = [...inputsOf('x', ofX), ...inputsOf('y', ofY)]
  const cut = replaceByInputs(graph, outputs, new Map([...ofX, ...ofY].map((id, k) => [id, inputs[k]!])))
  const kernel = kernelOf(cut.graph, cut.outputs, ['x', 'y', ...names, ...inputs])
  const alongX = kernelOf(graph, ofX, ['x', ...names])
  const alongY = kernelOf(graph, ofY, ['y', ...names])
  return {
    over(xs, ys) {
      const columns = ofX.map(() => new Float64Array(xs.length))
      const rows = ofY.map(() => new Float64Array(ys.length))
      alongX.run([xs, ...values], columns, xs.length)
      alongY.run([ys, ...values], rows, ys.length)
      return {
        row(j, out) {
          kernel.run([xs, ys[j]!, ...values, ...columns, ...rows.map((row) => row[j]!)], out, xs.length)
        },
      }
    },
  }
}

/** The largest expressions of `axis` alone that are worth keeping. */
const hoistable = (graph: Graph, outputs: readonly NodeId[], axis: string, other: string): NodeId[] => {
  const order = reachable(graph, outputs)
  const reads = (name: string) => {
    const found = new Set<NodeId>()
    for (const id of order) if (graph.name(id) === name || graph.args(id).some((arg) => found.has(arg))) found.add(id)
    return found
  }
  const [own, foreign] = [reads(axis), reads(other)]
  const worth = new Set<NodeId>()
  for (const id of order) {
    if (!own.has(id) || foreign.has(id)) continue
    if (costly(graph, id) || graph.args(id).some((arg) => worth.has(arg))) worth.add(id)
  }
  const used = new Set([...outputs, ...order.filter((id) => !worth.has(id)).flatMap((id) => graph.args(id))])
  return [...worth].filter((id) => used.has(id))
}

/** A copy of the graph in which some nodes are inputs: somebody else computes them. */
const replaceByInputs = (graph: Graph, outputs: readonly NodeId[], names: ReadonlyMap<NodeId, string>) => {
  const copy = new Graph()
  const done = new Map<NodeId, NodeId>()
  for (const id of reachable(graph, outputs)) {
    const name = names.get(id)
    if (name !== undefined) done.set(id, copy.input(name))
    else if (graph.op(id) === 'constant') done.set(id, copy.constant(graph.value(id)))
    else if (graph.op(id) === 'input') done.set(id, copy.input(graph.name(id)))
    else done.set(id, copy.apply(graph.op(id), ...graph.args(id).map((arg) => done.get(arg)!)))
  }
  return { graph: copy, outputs: outputs.map((id) => done.get(id)!) }
}
