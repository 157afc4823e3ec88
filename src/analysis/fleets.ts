import type { Executor } from '../kernels/executor'
import type { Fleet, FleetProgram } from '../kernels/fleet'
import { fleetOf } from '../kernels/make-fleet'
import { compileRule } from '../optimizers/compile'
import { isMethod, type Optimizer } from '../optimizers/optimizer'
import { resolveHyperparameters } from '../optimizers/resolve'
import type { UpdateRule } from '../optimizers/rule'
import { GONE_WIDTHS } from '../simulation/outcome'
import type { Domain, Interval, Surface } from '../surfaces/surface'
import { type Errand, walksTogether } from './errand'

/** Programs kept ready: whoever drags a slider asks for the same one again and again. */
const KEPT = 8

/** Steps of all climbers together in one slice: a few milliseconds of work for either executor. */
const SLICE = { interpreter: 2 ** 14, wasm: 2 ** 17 } as const

/** Makes fleets, and keeps the programs that were used last. */
export class Fleets {
  readonly #executor: Executor
  readonly #programs = new Map<string, FleetProgram>()

  constructor(executor: Executor) {
    this.#executor = executor
  }

  /** How many steps `count` climbers may take in one slice. */
  stepsASlice(count: number): number {
    return Math.max(1, Math.floor(SLICE[this.#executor.kind] / count))
  }

  /**
   * `count` climbers of `run`, released by `release` of the result. Null when they have to walk one by one: methods see
   * the objective itself, and noise is drawn for one at a time. Throws HyperparameterError and ExpressionError.
   */
  create(surface: Surface, optimizer: Optimizer, run: Errand, count: number): ErrandFleet | null {
    if (isMethod(optimizer) || !walksTogether(run, optimizer) || surface.landscape === undefined) return null
    const hyperparameters = resolveHyperparameters(optimizer, run.hyperparameters, run.steps)
    const program = this.#program(surface, optimizer, { ...run, hyperparameters })
    const fleet = program.create(count)
    const numbers = numbersOf({ ...run, hyperparameters }, program)
    return {
      fleet,
      release: (x, y, own = {}) => fleet.reset({ x, y, hyperparameters: { ...numbers, ...own } }),
    }
  }

  #program(surface: Surface, rule: UpdateRule, run: Errand): FleetProgram {
    const { maximize, hyperparameters } = run
    const settled = Object.entries(hyperparameters).filter(([, value]) => typeof value !== 'number')
    const key = JSON.stringify([surface.spec.formula, surface.spec.parameters, rule, maximize, settled])
    const program =
      this.#programs.get(key) ??
      fleetOf(this.#executor, {
        landscape: surface.landscape!,
        rule: compileRule(rule, hyperparameters, run.steps),
        maximize,
      })
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    this.#programs.delete(key)
    this.#programs.set(key, program)
    if (this.#programs.size > KEPT) this.#programs.delete(this.#programs.keys().next().value!)
    return program
  }
}

/** A fleet with its run's hyperparameters. */
export interface ErrandFleet {
  readonly fleet: Fleet
  /** Puts everyone at her start; `own` hyperparameters, one a climber, take the place of the run's. */
  release(x: Float64Array, y: Float64Array, own?: Readonly<Record<string, number | Float64Array>>): void
}

/** The values that a program leaves open: hyperparameters, and `T` where a schedule reads it. */
function numbersOf({ hyperparameters, steps }: Errand, program: FleetProgram): Record<string, number> {
  const known = new Map<string, unknown>([['T', steps], ...Object.entries(hyperparameters)])
  return Object.fromEntries(program.hyperparameterNames.map((name) => [name, Number(known.get(name))]))
}

/** True more than a thousand widths off the landscape: fleets walk on where single climbers are said to have left. */
export const isGone = (domain: Domain, x: number, y: number): boolean => isFar(x, domain.x) || isFar(y, domain.y)

const isFar = (value: number, [low, high]: Interval) =>
  !(Math.abs(value - (low + high) / 2) <= GONE_WIDTHS * (high - low))
