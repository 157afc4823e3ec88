import type { PrimitiveGraph, PrimitiveId } from '../../expression/lowering'
import { Emitter, Registers } from './emitter'
import { encodeModule } from './encoder'
import { Instructions } from './instructions'
import { selectInstructions, type VectorGraph, type VectorId } from './vector-graph'

/** Lanes a call takes at most: V8 cannot replace a running loop by its optimised code, so loops must be short. */
export const LANES = 1024
const ARRAY_BYTES = LANES * 8
/** Bytes of a vector of two float64. */
const VECTOR = 16

/** Where a map module finds its arguments, in bytes. */
export interface MapLayout {
  /** Of an input: one float64 if shared by all lanes, else an array of LANES. */
  readonly input: (index: number) => number
  readonly output: (index: number) => number
  readonly size: number
}

const layoutOf = (shared: readonly boolean[], outputs: number): MapLayout => {
  const offsets: number[] = []
  let lanes = shared.length * 8 + ((shared.length * 8) % VECTOR)
  shared.forEach((isShared, i) => {
    offsets.push(isShared ? i * 8 : lanes)
    if (!isShared) lanes += ARRAY_BYTES
  })
  const first = lanes
  return {
    input: (index) => offsets[index]!,
    output: (index) => first + index * ARRAY_BYTES,
    size: first + outputs * ARRAY_BYTES,
  }
}

/** Nodes that depend on shared inputs alone, and the others. */
const partition = (
  graph: VectorGraph,
  isShared: (name: string) => boolean,
): { shared: VectorId[]; lanes: VectorId[] } => {
  const perLane = new Set<VectorId>()
  graph.nodes.forEach((node, id) => {
    if (node.kind === 'input' ? !isShared(node.name) : node.args.some((arg) => perLane.has(arg))) perLane.add(id)
  })
  const ids = graph.nodes.map((_, id) => id)
  return { shared: ids.filter((id) => !perLane.has(id)), lanes: ids.filter((id) => perLane.has(id)) }
}

export interface MapModule {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: MapLayout
}

/**
 * A module with one function `run(end: i32) -> f64`: evaluates the outputs for the lanes below byte `end` (eight a
 * lane, a multiple of the vectors in flight) and returns the largest guard value met. The guard, if any, is written as
 * one output more.
 */
export const encodeMap = (
  primitives: PrimitiveGraph,
  outputs: readonly PrimitiveId[],
  guard: PrimitiveId | undefined,
  inputs: readonly string[],
  shared: readonly boolean[],
  width: number,
): MapModule => {
  const roots = guard === undefined ? outputs : [...outputs, guard]
  const graph = selectInstructions(primitives, roots)
  const layout = layoutOf(shared, roots.length)
  const out = new Instructions()
  const position = 1
  const largest = 2
  const registers = new Registers(3)
  const emitter = new Emitter(out, graph, registers)
  const groups = partition(graph, (name) => shared[inputs.indexOf(name)]!)
  const offset = (name: string) => layout.input(inputs.indexOf(name))

  emitter.emit(groups.shared, 1, new Set(groups.shared), (name) => out.int(0).memory('v128.load64_splat', offset(name)))
  out.loop()
  emitter.emit(groups.lanes, width, new Set(graph.outputs), (name, lane) =>
    out.get(position).memory('v128.load', offset(name) + lane * VECTOR),
  )
  graph.outputs.forEach((id, index) => {
    for (let lane = 0; lane < width; lane++) {
      out.get(position)
      emitter.push(id, lane)
      out.memory('v128.store', layout.output(index) + lane * VECTOR)
    }
  })
  if (guard !== undefined) {
    for (let lane = 0; lane < width; lane++) {
      out.get(largest)
      emitter.push(graph.outputs.at(-1)!, lane)
      out.simd('f64x2.pmax').set(largest)
    }
  }
  out
    .get(position)
    .int(width * VECTOR)
    .addInt()
    .tee(position)
    .get(0)
    .lessInt()
    .branchIf(0)
    .end()
  out.get(largest).extractLane(0).get(largest).extractLane(1).maxFloat()

  const bytes = encodeModule([
    {
      name: 'run',
      parameters: ['i32'],
      results: ['f64'],
      locals: [
        { type: 'i32', count: 1 },
        { type: 'v128', count: 1 + registers.count },
      ],
      body: out.body,
    },
  ])
  return { bytes, layout }
}
