import type { Executor } from '../kernels/executor'
import type { Landscape } from '../kernels/fleet'
import type { Trace } from '../kernels/trace'
import type { Objective } from '../math/objective'
import type { CompiledRule } from '../optimizers/compile'
import { judge } from './outcome'
import type { Simulation, SimulationOptions } from './simulation'
import type { RunSpec, Trajectory } from './trajectory'

/** An objective whose formula is known, so that it can be fused with the update equations. */
export type FormulaObjective = Objective & { readonly landscape: Landscape; readonly executor: Executor }

export const isFormula = (objective: Objective): objective is FormulaObjective =>
  'landscape' in objective && objective.landscape !== undefined && 'executor' in objective

/** A run of an update rule on a formula: the same numbers as a `RuleSimulation`'s, many steps a call. */
export class FusedSimulation implements Simulation {
  readonly total: number
  readonly #objective: FormulaObjective
  readonly #compiled: CompiledRule
  readonly #spec: RunSpec
  readonly #options: SimulationOptions
  readonly #theta: Float64Array
  readonly #gradient: Float64Array
  readonly #loss: Float64Array
  readonly #state: Float64Array
  readonly #trace: Trace
  /** Points that count: those up to the first bad one. */
  #length = 0
  #ended = false

  constructor(objective: FormulaObjective, compiled: CompiledRule, spec: RunSpec, options: SimulationOptions) {
    this.total = spec.steps
    this.#objective = objective
    this.#compiled = compiled
    this.#spec = spec
    this.#options = options
    const points = spec.steps + 1
    this.#theta = new Float64Array(points * 2)
    this.#gradient = new Float64Array(points * 2)
    this.#loss = new Float64Array(points)
    this.#state = new Float64Array(points * compiled.stateNames.length * 2)
    const walk = { landscape: objective.landscape, rule: compiled, maximize: spec.maximize }
    this.#trace = objective.executor.trace(walk).begin(spec.start as [number, number], {
      theta: this.#theta,
      gradient: this.#gradient,
      loss: this.#loss,
      state: this.#state,
    })
    this.#record(1)
  }

  get taken(): number {
    return this.#length - 1
  }

  advance(steps: number): boolean {
    this.#record(Math.min(steps, this.total - this.taken))
    return this.#ended || this.taken >= this.total
  }

  #record(points: number): void {
    if (this.#ended) return
    this.#trace.record(points)
    const end = this.#length + points
    while (this.#length < end && !this.#ended) {
      const k = this.#length++
      // Divergence freezes the climber: nothing after it counts.
      this.#ended = ![this.#loss[k]!, this.#theta[2 * k]!, this.#theta[2 * k + 1]!].every(Number.isFinite)
    }
  }

  finish(): Trajectory {
    const n = this.#length
    const { stateNames, reductions, readsHessian } = this.#compiled
    const walk = {
      dimension: 2,
      length: n,
      theta: this.#theta.slice(0, 2 * n),
      gradient: this.#gradient.slice(0, 2 * n),
      loss: this.#loss.slice(0, n),
    }
    const verdict = judge(walk, this.#objective, this.#spec.maximize, this.#options.domain)
    const probes = this.taken * reductions.filter(({ kind }) => kind === 'gradient').length
    return {
      ...walk,
      stateNames,
      state: this.#state.slice(0, n * stateNames.length * 2),
      outcome: verdict.outcome,
      outcomeStep: verdict.step,
      // What the walk has cost; judging it is not the climber's expense.
      evaluations: { value: n + probes, gradient: n + probes, hessian: readsHessian ? this.taken : 0 },
    }
  }
}
