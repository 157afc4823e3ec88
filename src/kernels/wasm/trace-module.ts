import { guardOf, type PrimitiveId } from '../../expression/lowering'
import { type Terms, termsOf } from '../walk/terms'
import type { TraceVariant } from '../walk/tracing'
import { Emitter, Registers } from './emitter'
import { encodeModule } from './encoder'
import { Instructions } from './instructions'
import { selectInstructions } from './vector-graph'

/** Points a call records at most: calls are short, so that V8 can replace their code by a better one. */
export const POINTS = 2048

/** Where a trace module finds and leaves its numbers, in bytes. */
export interface TraceLayout {
  /** What the climber carries: read at the beginning of a call, written at its end. */
  readonly carried: number
  /** POINTS points each, as in `TraceArrays`. */
  readonly theta: number
  readonly gradient: number
  readonly loss: number
  readonly state: number
  readonly fixed: number
  /** A row a step of the timed terms. */
  readonly timed: number
  readonly size: number
}

export interface TraceModule {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: TraceLayout
  readonly terms: Terms
}

/** The only parameter, and the counters. */
const local = { points: 0, point: 1, pair: 2, state: 3, row: 4, first: 5 } as const

/**
 * A module with one function `trace(points: i32) -> f64`: records `points` points and returns the largest argument that
 * a periodic function met. Both lanes of every vector are the same climber.
 */
export const encodeTrace = (variant: TraceVariant): TraceModule => {
  const { variables, graph, loss, slope } = variant
  const next = variables.map((variable) => variable.next)
  const recorded = [loss, ...slope]
  const guard = guardOf(graph, [...next, ...recorded])
  const roots = [...next, ...recorded, ...(guard === undefined ? [] : [guard])]
  const terms = termsOf(variant, roots)
  const given = new Map<PrimitiveId, string>([
    ...terms.fixed.map((id, k) => [id, `fixed ${k}`] as const),
    ...terms.timed.map((id, k) => [id, `timed ${k}`] as const),
  ])
  const vectors = selectInstructions(graph, roots, given)
  const layout = layOut(variables.length, terms)
  const out = new Instructions()
  const registers = new Registers(local.first)
  const carried = variables.map(() => registers.take())
  const fixed = terms.fixed.map(() => registers.take())
  const largest = registers.take()
  const emitter = new Emitter(out, vectors, registers)
  const states = variables.length - 2

  const splat = (offset: number, target: number) => out.int(0).memory('v128.load64_splat', offset).set(target)
  const storeLane = (address: number, push: () => void, offset: number) => {
    out.get(address)
    push()
    out.storeLane(offset)
  }
  const pushInput = (name: string) => {
    const variable = variables.findIndex((candidate) => candidate.name === name)
    const [kind, k] = name.split(' ')
    if (variable >= 0) out.get(carried[variable]!)
    else if (kind === 'fixed') out.get(fixed[Number(k)]!)
    else out.get(local.row).memory('v128.load64_splat', layout.timed + 8 * Number(k))
  }

  carried.forEach((target, j) => {
    splat(layout.carried + 8 * j, target)
  })
  fixed.forEach((target, k) => {
    splat(layout.fixed + 8 * k, target)
  })
  out.loop()
  carried.forEach((source, j) => {
    const [address, offset] = j < 2 ? [local.pair, layout.theta + 8 * j] : [local.state, layout.state + 8 * (j - 2)]
    storeLane(address, () => out.get(source), offset)
  })
  emitter.emit(
    vectors.nodes.map((_, id) => id),
    1,
    new Set(vectors.outputs),
    pushInput,
  )
  const [f, fx, fy] = vectors.outputs.slice(variables.length) as [number, number, number]
  // Losses are half as far apart as pairs are: their address is the pairs' shifted right.
  out.get(local.pair).int(1).shiftRightInt()
  emitter.push(f, 0)
  out.storeLane(layout.loss)
  storeLane(local.pair, () => emitter.push(fx, 0), layout.gradient)
  storeLane(local.pair, () => emitter.push(fy, 0), layout.gradient + 8)
  if (guard !== undefined) {
    out.get(largest)
    emitter.push(vectors.outputs.at(-1)!, 0)
    out.simd('f64x2.pmax').set(largest)
  }
  // All at once: a variable's next value may be another's present one.
  for (const id of vectors.outputs.slice(0, variables.length)) emitter.push(id, 0)
  for (const target of [...carried].reverse()) out.set(target)
  out.get(local.pair).int(16).addInt().set(local.pair)
  out
    .get(local.state)
    .int(8 * states)
    .addInt()
    .set(local.state)
  out
    .get(local.row)
    .int(8 * terms.timed.length)
    .addInt()
    .set(local.row)
  out.get(local.point).int(1).addInt().tee(local.point).get(local.points).lessInt().branchIf(0).end()
  carried.forEach((source, j) => {
    out
      .int(0)
      .get(source)
      .storeLane(layout.carried + 8 * j)
  })
  out.get(largest).extractLane(0)

  const bytes = encodeModule([
    {
      name: 'trace',
      parameters: ['i32'],
      results: ['f64'],
      locals: [
        { type: 'i32', count: local.first - 1 },
        { type: 'v128', count: registers.count },
      ],
      body: out.body,
    },
  ])
  return { bytes, layout, terms }
}

const layOut = (variables: number, terms: Terms): TraceLayout => {
  let size = 0
  const reserve = (floats: number): number => {
    const offset = size
    size += 8 * floats
    return offset
  }
  const layout = {
    carried: reserve(variables),
    theta: reserve(2 * POINTS),
    gradient: reserve(2 * POINTS),
    loss: reserve(POINTS),
    state: reserve((variables - 2) * POINTS),
    fixed: reserve(terms.fixed.length),
    timed: reserve(terms.timed.length * POINTS),
  }
  return { ...layout, size }
}
