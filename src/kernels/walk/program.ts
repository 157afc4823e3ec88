import type { PrimitiveGraph, PrimitiveId } from '../../expression/lowering'
import type { Fleet, FleetProgram, Release, WalkSpec } from '../fleet'
import type { Kernel } from '../kernel'
import { hyperparameterInput, stateInput } from './step-graph'
import { type Given, type WalkVariant, walkVariant } from './variant'
import type { Walker } from './walker'

/** What walks need of an executor. */
export interface WalkExecutor {
  /** Outputs of a graph of primitives over lanes. */
  primitives(graph: PrimitiveGraph, outputs: readonly PrimitiveId[], inputs: readonly string[]): Kernel
  walker(variant: WalkVariant): Walker
}

/** A variant made executable. */
interface Compiled {
  readonly variant: WalkVariant
  readonly walker: Walker
  /** The loss at (x, y). */
  readonly loss: Kernel
}

/** The program of a walk; code is made when a release first needs it. */
export const createFleetProgram = (executor: WalkExecutor, spec: WalkSpec): FleetProgram => {
  const compiled = new Map<string, Compiled>()
  const compile = (given: ReadonlyMap<string, Given>): Compiled => {
    const key = [...given].join(';')
    const known = compiled.get(key)
    if (known !== undefined) return known
    const variant = walkVariant(spec, given)
    const made = {
      variant,
      walker: executor.walker(variant),
      loss: executor.primitives(variant.graph, [variant.loss], ['x', 'y']),
    }
    compiled.set(key, made)
    return made
  }
  const { stateNames, parameterNames } = spec.rule
  return {
    stateNames,
    hyperparameterNames: parameterNames,
    create: (count) => new WalkingFleet(spec, compile, count),
  }
}

class WalkingFleet implements Fleet {
  readonly count: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly state: readonly Float64Array[]
  readonly divergedAt: Int32Array
  readonly #spec: WalkSpec
  readonly #compile: (given: ReadonlyMap<string, Given>) => Compiled
  #compiled: Compiled | undefined
  #variables: readonly Float64Array[] = []
  #hyperparameters: readonly (number | Float64Array)[] = []
  readonly #losses: Float64Array
  #taken = 0

  constructor(spec: WalkSpec, compile: (given: ReadonlyMap<string, Given>) => Compiled, count: number) {
    this.count = count
    this.#spec = spec
    this.#compile = compile
    this.x = new Float64Array(count)
    this.y = new Float64Array(count)
    this.state = spec.rule.stateNames.flatMap(() => [new Float64Array(count), new Float64Array(count)])
    this.divergedAt = new Int32Array(count).fill(-1)
    this.#losses = new Float64Array(count)
  }

  get taken(): number {
    return this.#taken
  }

  reset(release: Release): void {
    for (const [name, values] of Object.entries({ x: release.x, y: release.y, ...release.hyperparameters })) {
      if (typeof values !== 'number' && values.length < this.count) {
        throw new RangeError(`${name} has ${values.length} values for ${this.count} climbers`)
      }
    }
    this.x.set(release.x.subarray(0, this.count))
    this.y.set(release.y.subarray(0, this.count))
    this.#compiled = this.#prepare(release)
    this.divergedAt.fill(-1)
    this.#taken = 0
    this.#markDiverged()
  }

  #prepare({ hyperparameters = {} }: Release): Compiled {
    const { rule } = this.#spec
    const given = new Map(Object.entries(hyperparameters))
    const unknown = [...given.keys()].find((name) => !rule.parameterNames.includes(name))
    if (unknown !== undefined) {
      throw new RangeError(`there is no hyperparameter ${unknown}: the rule has ${rule.parameterNames.join(', ')}`)
    }
    const values = rule.parameterNames.map((name, i) => given.get(name) ?? rule.parameters[i]!)
    const compiled = this.#compile(new Map(rule.parameterNames.map((name, i) => [name, howGiven(values[i]!)])))
    const byInput = new Map(rule.parameterNames.map((name, i) => [hyperparameterInput(name), values[i]!]))
    // Copies: what the caller does to an array later must not change a walk under way.
    this.#hyperparameters = compiled.variant.hyperparameters.map(({ name }) => copyOf(byInput.get(name)!))
    for (const [c, theta] of [this.x, this.y].entries()) {
      for (const [j, initial] of rule.initialState(theta, values).entries()) this.state[2 * j + c]!.set(initial)
    }
    const arrays = new Map([
      ['x', this.x],
      ['y', this.y],
      ...rule.stateNames.flatMap((name, j) =>
        ([0, 1] as const).map((c) => [stateInput(name, c), this.state[2 * j + c]!] as const),
      ),
    ])
    this.#variables = compiled.variant.variables.map(({ name }) => arrays.get(name)!)
    return compiled
  }

  advance(steps: number): boolean {
    const fleet = {
      count: this.count,
      variables: this.#variables,
      divergedAt: this.divergedAt,
      hyperparameters: this.#hyperparameters,
    }
    const moving = this.#released().walker.walk(fleet, this.#taken, steps)
    this.#taken += steps
    this.#markDiverged()
    return moving
  }

  losses(out: Float64Array): void {
    this.#released().loss.run([this.x, this.y], [out], this.count)
  }

  #released(): Compiled {
    if (this.#compiled === undefined) throw new Error('nobody walks yet: call reset first')
    return this.#compiled
  }

  /** Walkers look before they step; who went wrong in the last step is found here. */
  #markDiverged(): void {
    const { reachSquared, safeSquared, checksLoss } = this.#released().variant
    const distanceSquared = (i: number) => this.x[i]! * this.x[i]! + this.y[i]! * this.y[i]!
    let certain = true
    for (let i = 0; i < this.count && certain; i++) certain = distanceSquared(i) <= safeSquared
    // Nearly always: then the code that computes losses need not even be made.
    if (certain) return
    if (checksLoss) this.losses(this.#losses)
    for (let i = 0; i < this.count; i++) {
      if (this.divergedAt[i]! >= 0) continue
      const near = distanceSquared(i) <= reachSquared
      if (!near || (checksLoss && !Number.isFinite(this.#losses[i]!))) this.divergedAt[i] = this.#taken
    }
  }
}

const copyOf = (value: number | Float64Array) => (typeof value === 'number' ? value : value.slice())

const howGiven = (value: number | Float64Array): Given => {
  if (typeof value !== 'number') return 'lane'
  if (value !== 0) return 'nonzero'
  return Object.is(value, 0) ? 'zero' : 'negative zero'
}
