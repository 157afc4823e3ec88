import { guardOf, isCondition, type PrimitiveId } from '../../expression/lowering'
import { findGuesses } from '../walk/guesses'
import { type Terms, termsOf } from '../walk/terms'
import type { TraceVariant } from '../walk/tracing'
import { encodeModule } from './encoder'
import { Locals } from './locals'
import { ScalarEmitter } from './scalar-emitter'
import { ScalarInstructions } from './scalar-instructions'

/** Points a call records at most: calls are short, so that V8 can replace their code by a better one. */
export const POINTS = 1024

/** Where a trace module finds and leaves its numbers, in bytes. */
export interface TraceLayout {
  /** What the climber carries: read at the beginning of a call, written at its end. */
  readonly carried: number
  readonly fixed: number
  readonly constants: number
  /** POINTS points each, as in `TraceArrays`. */
  readonly theta: number
  readonly gradient: number
  readonly loss: number
  readonly state: number
  /** A row a step of the timed terms. */
  readonly timed: number
  readonly size: number
}

export interface TraceModule {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: TraceLayout
  readonly terms: Terms
  /** To be put at `layout.constants`. */
  readonly constants: readonly number[]
}

/** The only parameter. */
const POINT_COUNT = 0

/**
 * A module with one function `trace(points: i32) -> f64`: records `points` points and returns the largest argument that
 * a periodic function met.
 */
export const encodeTrace = (variant: TraceVariant): TraceModule => {
  const { variables, graph, loss, slope } = variant
  const next = variables.map((variable) => variable.next)
  const recorded = [loss, ...slope]
  const guard = guardOf(graph, [...next, ...recorded])
  const roots = [...next, ...recorded, ...(guard === undefined ? [] : [guard])]
  const terms = termsOf(variant, roots)
  const given = new Set([...terms.fixed, ...terms.timed])
  const guesses = findGuesses(graph, next, given)
  const constantIds: PrimitiveId[] = graph
    .reachable([...roots, ...guesses.values()])
    .filter((id) => graph.isConstant(id))
  const layout = layOut(variables.length, terms, constantIds.length)
  const out = new ScalarInstructions()
  const locals = new Locals(1)
  const [point, pair, state, row] = [locals.take('i32'), locals.take('i32'), locals.take('i32'), locals.take('i32')]
  const carried = variables.map(() => locals.take('f64'))
  const largest = locals.take('f64')
  const states = variables.length - 2

  const load = (id: PrimitiveId, offset: number) => (isCondition(graph.op(id)) ? out.loadInt(offset) : out.load(offset))
  // What never changes is loaded before the loop. In it, a compiler could not move a load to where its number is used.
  const settled = new Map<PrimitiveId, number>()
  const settle = (ids: readonly PrimitiveId[], from: number) => {
    for (const [k, id] of ids.entries()) {
      const local = locals.take(isCondition(graph.op(id)) ? 'i32' : 'f64')
      settled.set(id, local)
      out.int(0)
      load(id, from + 8 * k)
      out.set(local)
    }
  }
  const pushGiven = (id: PrimitiveId) => {
    const local = settled.get(id)
    const timed = terms.timed.indexOf(id)
    if (local !== undefined) out.get(local)
    else if (timed >= 0) {
      out.get(row)
      load(id, layout.timed + 8 * timed)
    } else {
      const variable = variables.findIndex(({ name }) => name === graph.name(id))
      out.get(carried[variable]!)
    }
  }
  const emitter = new ScalarEmitter(out, graph, locals, { guesses, given, pushGiven })

  carried.forEach((target, j) => {
    out
      .int(0)
      .load(layout.carried + 8 * j)
      .set(target)
  })
  settle(terms.fixed, layout.fixed)
  settle(constantIds, layout.constants)
  out.loop()
  carried.forEach((source, j) => {
    const [address, offset] = j < 2 ? [pair, layout.theta + 8 * j] : [state, layout.state + 8 * (j - 2)]
    out.get(address).get(source).store(offset)
  })
  emitter.emit(roots)
  const store = (id: PrimitiveId, offset: number) => {
    emitter.push(id)
    out.store(offset)
  }
  // Losses are half as far apart as pairs are: their address is the pairs' shifted right.
  out.get(pair).int(1).op('i32.shr_u')
  store(loss, layout.loss)
  out.get(pair)
  store(slope[0], layout.gradient)
  out.get(pair)
  store(slope[1], layout.gradient + 8)
  if (guard !== undefined) {
    out.get(largest)
    emitter.push(guard)
    out.op('f64.lt').if()
    emitter.push(guard)
    out.set(largest).op('end')
  }
  // All at once: a variable's next value may be another's present one.
  for (const id of next) emitter.push(id)
  for (const target of [...carried].reverse()) out.set(target)
  const advance = (counter: number, by: number) => out.get(counter).int(by).op('i32.add').tee(counter)
  advance(pair, 16).set(pair)
  advance(state, 8 * states).set(state)
  advance(row, 8 * terms.timed.length).set(row)
  advance(point, 1).get(POINT_COUNT).op('i32.lt_s').branchIf(0).op('end')
  carried.forEach((source, j) => {
    out
      .int(0)
      .get(source)
      .store(layout.carried + 8 * j)
  })
  out.get(largest)

  const bytes = encodeModule([
    { name: 'trace', parameters: ['i32'], results: ['f64'], locals: locals.definitions, body: out.body },
  ])
  return { bytes, layout, terms, constants: constantIds.map((id) => graph.value(id)) }
}

const layOut = (variables: number, terms: Terms, constants: number): TraceLayout => {
  let size = 0
  const reserve = (floats: number): number => {
    const offset = size
    size += 8 * floats
    return offset
  }
  const layout = {
    carried: reserve(variables),
    fixed: reserve(terms.fixed.length),
    constants: reserve(constants),
    theta: reserve(2 * POINTS),
    gradient: reserve(2 * POINTS),
    loss: reserve(POINTS),
    state: reserve((variables - 2) * POINTS),
    timed: reserve(terms.timed.length * POINTS),
  }
  return { ...layout, size }
}
