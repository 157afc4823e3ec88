import { guardOf, type PrimitiveId } from '../../expression/lowering'
import { type Terms, termsOf } from '../walk/terms'
import type { WalkVariant } from '../walk/variant'
import { Emitter, Registers } from './emitter'
import { encodeModule } from './encoder'
import { Instructions } from './instructions'
import { selectInstructions, type VectorGraph, type VectorId } from './vector-graph'

/** Climbers and steps a call takes at most: V8 cannot replace a running loop by its optimised code, so calls are short. */
export const CLIMBERS = 512
export const STEPS = 512

const VECTOR = 16
const ARRAY = CLIMBERS * 8
/** Steps of up to this many nodes have registers to spare for four vectors in flight, which hide latencies better than two. */
const SHORT = 100
/** A climber may be at rest; whether she is, is looked at every so many steps. */
const REST_INTERVAL = 8

/** Where a walk module finds its arguments, in bytes. Arrays have CLIMBERS entries. */
export interface WalkLayout {
  readonly variable: (index: number) => number
  /** Float64; −1 while all is well. */
  readonly divergedAt: number
  /** Largest argument of a periodic function that each climber met; undefined where there are none. */
  readonly guard: number | undefined
  /** Of the hyperparameters that are a number a climber. */
  readonly hyperparameter: (name: string) => number
  /** One row of the fixed terms. */
  readonly fixed: number
  /** A row a step of the timed terms. */
  readonly timed: number
  readonly size: number
}

export interface WalkModule {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly layout: WalkLayout
  readonly terms: Terms
}

/**
 * A module with one function `walk(end, steps, taken, settled) -> moving`, all i32: takes the climbers below byte `end`
 * (eight a climber) through `steps` steps, of which rows from `settled` on of the timed terms are the same. `taken`
 * steps came before. What each step computes, and in which order, is as `KernelWalker` says.
 */
export const encodeWalk = (variant: WalkVariant): WalkModule => new WalkWriter(variant).write()

/** Parameters and counters of the function, by index. */
const local = { end: 0, steps: 1, taken: 2, settled: 3, position: 4, step: 5, row: 6, moving: 7, count: 4 } as const

class WalkWriter {
  readonly #variant: WalkVariant
  readonly #width: number
  readonly #terms: Terms
  readonly #guarded: boolean
  readonly #vectors: VectorGraph
  readonly #sound: VectorId
  /** Largest argument of periodic functions in the loss, which is judged before the step, and in the step. */
  readonly #lossGuard: VectorId | undefined
  readonly #stepGuard: VectorId | undefined
  readonly #layout: WalkLayout
  readonly #previous: number
  readonly #out = new Instructions()
  readonly #registers = new Registers(local.position + local.count)
  readonly #emitter: Emitter
  /** Locals of what a climber carries, a vector each. */
  readonly #variables: readonly (readonly number[])[]
  readonly #hyperparameters: ReadonlyMap<string, readonly number[]>
  readonly #fixed: ReadonlyMap<string, number>
  readonly #done: readonly number[]
  readonly #guards: readonly number[]

  constructor(variant: WalkVariant) {
    this.#variant = variant
    const next = variant.variables.map((variable) => variable.next)
    const lossGuard = variant.checksLoss ? guardOf(variant.graph, [variant.loss]) : undefined
    const stepGuard = guardOf(variant.graph, next)
    const roots = [...next, soundness(variant), ...[lossGuard, stepGuard].filter((guard) => guard !== undefined)]
    this.#guarded = roots.length > next.length + 1
    this.#terms = termsOf(variant, roots)
    const given = new Map<PrimitiveId, string>()
    this.#terms.fixed.forEach((id, k) => {
      given.set(id, `fixed ${k}`)
    })
    this.#terms.timed.forEach((id, k) => {
      given.set(id, `timed ${k}`)
    })
    this.#vectors = selectInstructions(variant.graph, roots, given)
    const { nodes, outputs } = this.#vectors
    const width = nodes.length <= SHORT ? 4 : 2
    this.#width = width
    this.#sound = outputs[next.length]!
    this.#lossGuard = lossGuard === undefined ? undefined : outputs[next.length + 1]
    this.#stepGuard = stepGuard === undefined ? undefined : outputs.at(-1)
    const { layout, previous } = layOut(variant, this.#terms, this.#guarded, width)
    this.#layout = layout
    this.#previous = previous
    this.#emitter = new Emitter(this.#out, this.#vectors, this.#registers)
    const vectors = () => Array.from({ length: width }, () => this.#registers.take())
    this.#variables = variant.variables.map(vectors)
    const perLane = variant.hyperparameters.filter((hyperparameter) => hyperparameter.perLane)
    this.#hyperparameters = new Map(perLane.map(({ name }) => [name, vectors()]))
    this.#fixed = new Map(this.#terms.fixed.map((_, k) => [`fixed ${k}`, this.#registers.take()]))
    this.#done = vectors()
    this.#guards = this.#guarded ? vectors() : []
  }

  write(): WalkModule {
    const out = this.#out
    this.#loadFixed()
    out.loop()
    this.#loadGroup()
    out.int(0).set(local.step).int(this.#layout.timed).set(local.row)
    out.block().loop()
    this.#writeStep()
    out.end().end()
    this.#storeGroup()
    out
      .get(local.position)
      .int(this.#width * VECTOR)
      .addInt()
      .tee(local.position)
      .get(local.end)
      .lessInt()
      .branchIf(0)
      .end()
    out.get(local.moving)
    const bytes = encodeModule([
      {
        name: 'walk',
        parameters: ['i32', 'i32', 'i32', 'i32'],
        results: ['i32'],
        locals: [
          { type: 'i32', count: local.count },
          { type: 'v128', count: this.#registers.count },
        ],
        body: out.body,
      },
    ])
    return { bytes, layout: this.#layout, terms: this.#terms }
  }

  #each(write: (lane: number) => void): void {
    for (let lane = 0; lane < this.#width; lane++) write(lane)
  }

  #loadFixed(): void {
    for (const [k, target] of [...this.#fixed.values()].entries()) {
      this.#out
        .int(0)
        .memory('v128.load64_splat', this.#layout.fixed + 8 * k)
        .set(target)
    }
  }

  #load(array: number, lane: number): void {
    this.#out.get(local.position).memory('v128.load', array + lane * VECTOR)
  }

  #loadGroup(): void {
    const out = this.#out
    this.#each((lane) => {
      for (const [j, locals] of this.#variables.entries()) {
        this.#load(this.#layout.variable(j), lane)
        out.set(locals[lane]!)
      }
      for (const [name, locals] of this.#hyperparameters) {
        this.#load(this.#layout.hyperparameter(name), lane)
        out.set(locals[lane]!)
      }
      out.vector(0)
      this.#load(this.#layout.divergedAt, lane)
      out.simd('f64x2.le').set(this.#done[lane]!)
      if (this.#guarded) out.vector(0).set(this.#guards[lane]!)
    })
  }

  /** Stands in a loop in a block: branch 0 repeats, 1 leaves. */
  #writeStep(): void {
    const out = this.#out
    const { nodes, outputs } = this.#vectors
    const count = this.#variables.length
    const judged = this.#lossGuard === undefined ? [this.#sound] : [this.#sound, this.#lossGuard]
    const first = dependencies(this.#vectors, judged)
    const rest = nodes.map((_, id) => id).filter((id) => !first.has(id))
    const later = new Set([...outputs, ...rest.flatMap((id) => nodes[id]!.args)])
    this.#emitter.emit(
      [...first].sort((a, b) => a - b),
      this.#width,
      later,
      this.#pushInput,
    )
    if (this.#lossGuard !== undefined) this.#raiseGuards(this.#lossGuard)
    this.#freezeUnsound(this.#sound)
    this.#ifTested(() => {
      this.#each((lane) => {
        for (const [j, locals] of this.#variables.entries()) {
          out.int(0).get(locals[lane]!).memory('v128.store', this.#previousOf(j, lane))
        }
      })
    })
    this.#emitter.emit(rest, this.#width, new Set(outputs), this.#pushInput)
    this.#carryOver(outputs.slice(0, count))
    if (this.#stepGuard !== undefined) this.#raiseGuards(this.#stepGuard)
    this.#leaveAtRest()
    out
      .get(local.row)
      .int(8 * this.#terms.timed.length)
      .addInt()
      .set(local.row)
    out.get(local.step).int(1).addInt().tee(local.step).get(local.steps).lessInt().branchIf(0)
  }

  readonly #pushInput = (name: string, lane: number): void => {
    const out = this.#out
    const variable = this.#variant.variables.findIndex((candidate) => candidate.name === name)
    if (variable >= 0) out.get(this.#variables[variable]![lane]!)
    else if (this.#hyperparameters.has(name)) out.get(this.#hyperparameters.get(name)![lane]!)
    else if (this.#fixed.has(name)) out.get(this.#fixed.get(name)!)
    else out.get(local.row).memory('v128.load64_splat', 8 * Number(name.slice('timed '.length)))
  }

  /** All at once: a variable's next value may be another's present one. */
  #carryOver(next: readonly VectorId[]): void {
    this.#each((lane) => {
      for (const id of next) this.#emitter.push(id, lane)
      for (const locals of [...this.#variables].reverse()) this.#out.set(locals[lane]!)
    })
  }

  #raiseGuards(guard: VectorId): void {
    this.#each((lane) => {
      this.#out.get(this.#guards[lane]!)
      this.#emitter.push(guard, lane)
      this.#out.simd('f64x2.pmax').set(this.#guards[lane]!)
    })
  }

  /** Rare: climbers who just diverged are written out as they stand, and only computed along from then on. */
  #freezeUnsound(sound: VectorId): void {
    const out = this.#out
    this.#each((lane) => {
      this.#emitter.push(sound, lane)
      out.get(this.#done[lane]!).simd('v128.or')
      if (lane > 0) out.simd('v128.and')
    })
    out.simd('i64x2.all_true').isZero().if()
    this.#each((lane) => {
      const bad = this.#registers.take()
      this.#emitter.push(sound, lane)
      out.get(this.#done[lane]!).simd('v128.or').simd('v128.not').set(bad)
      const store = (array: number, push: () => void) => {
        out.get(local.position)
        push()
        this.#load(array, lane)
        out
          .get(bad)
          .simd('v128.bitselect')
          .memory('v128.store', array + lane * VECTOR)
      }
      for (const [j, locals] of this.#variables.entries()) {
        store(this.#layout.variable(j), () => out.get(locals[lane]!))
      }
      if (this.#layout.guard !== undefined) store(this.#layout.guard, () => out.get(this.#guards[lane]!))
      store(this.#layout.divergedAt, () => out.get(local.taken).get(local.step).addInt().toFloat().simd('f64x2.splat'))
      out.get(this.#done[lane]!).get(bad).simd('v128.or').set(this.#done[lane]!)
      this.#registers.release(bad)
    })
    this.#each((lane) => {
      out.get(this.#done[lane]!)
      if (lane > 0) out.simd('v128.and')
    })
    // Out of the `if`, the loop and the block.
    out.simd('i64x2.all_true').branchIf(2).end()
  }

  /** Writes `body` to run at every eighth step of those from `settled` on. */
  #ifTested(body: () => void): void {
    this.#out
      .get(local.step)
      .int(REST_INTERVAL - 1)
      .andInt()
      .isZero()
      .get(local.step)
      .get(local.settled)
      .notLessInt()
      .andInt()
      .if()
    body()
    this.#out.end()
  }

  /** If no bit of anything changed, and nothing that a step reads will, no further step changes anything. */
  #leaveAtRest(): void {
    const out = this.#out
    this.#ifTested(() => {
      this.#each((lane) => {
        for (const [j, locals] of this.#variables.entries()) {
          out.get(locals[lane]!).int(0).memory('v128.load', this.#previousOf(j, lane)).simd('v128.xor')
          if (j > 0) out.simd('v128.or')
        }
        out.get(this.#done[lane]!).simd('v128.andnot')
        if (lane > 0) out.simd('v128.or')
      })
      // Out of the `if`, the loop and the block.
      out.simd('v128.any_true').isZero().branchIf(2)
    })
  }

  #previousOf(variable: number, lane: number): number {
    return this.#previous + (variable * this.#width + lane) * VECTOR
  }

  #storeGroup(): void {
    const out = this.#out
    this.#each((lane) => {
      const store = (array: number, value: number) => {
        out.get(local.position)
        this.#load(array, lane)
        out
          .get(value)
          .get(this.#done[lane]!)
          .simd('v128.bitselect')
          .memory('v128.store', array + lane * VECTOR)
      }
      for (const [j, locals] of this.#variables.entries()) store(this.#layout.variable(j), locals[lane]!)
      if (this.#layout.guard !== undefined) store(this.#layout.guard, this.#guards[lane]!)
    })
    // The last step was reached: somebody may still be moving.
    out.get(local.step).get(local.steps).notLessInt().get(local.moving).orInt().set(local.moving)
  }
}

/** Whether a climber may take the step: she is within reach, and her loss is a number where that is not certain. */
const soundness = ({ graph, reachSquared, checksLoss, loss }: WalkVariant): PrimitiveId => {
  const [x, y] = [graph.input('x'), graph.input('y')]
  const near = graph.le(graph.add(graph.mul(x, x), graph.mul(y, y)), graph.constant(reachSquared))
  return checksLoss ? graph.and(near, graph.le(graph.abs(loss), graph.constant(Number.MAX_VALUE))) : near
}

const dependencies = ({ nodes }: VectorGraph, roots: readonly VectorId[]): Set<VectorId> => {
  const found = new Set<VectorId>()
  const pending = [...roots]
  while (pending.length > 0) {
    const id = pending.pop()!
    if (found.has(id)) continue
    found.add(id)
    pending.push(...nodes[id]!.args)
  }
  return found
}

const layOut = (
  variant: WalkVariant,
  terms: Terms,
  guarded: boolean,
  width: number,
): { layout: WalkLayout; previous: number } => {
  let size = 0
  const reserve = (bytes: number): number => {
    const offset = size
    size += Math.ceil(bytes / VECTOR) * VECTOR
    return offset
  }
  const variables = variant.variables.map(() => reserve(ARRAY))
  const perLane = variant.hyperparameters.filter((hyperparameter) => hyperparameter.perLane)
  const hyperparameters = new Map(perLane.map(({ name }) => [name, reserve(ARRAY)]))
  const divergedAt = reserve(ARRAY)
  const guard = guarded ? reserve(ARRAY) : undefined
  const previous = reserve(variables.length * width * VECTOR)
  const fixed = reserve(terms.fixed.length * 8)
  const timed = reserve(terms.timed.length * 8 * STEPS)
  const layout = {
    variable: (index: number) => variables[index]!,
    hyperparameter: (name: string) => hyperparameters.get(name)!,
    divergedAt,
    guard,
    fixed,
    timed,
    size,
  }
  return { layout, previous }
}
