import type { Executor } from '../kernels/executor'
import type { Landscape } from '../kernels/fleet'
import type { Trace } from '../kernels/trace'
import type { Objective } from '../math/objective'
import type { CompiledRule } from '../optimizers/compile'
import { Recording } from './recording'
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
  readonly #recording: Recording
  readonly #trace: Trace

  constructor(objective: FormulaObjective, compiled: CompiledRule, spec: RunSpec, options: SimulationOptions) {
    this.total = spec.steps
    this.#objective = objective
    this.#compiled = compiled
    this.#spec = spec
    this.#options = options
    this.#recording = new Recording(2, spec.steps + 1, compiled.stateNames)
    const walk = { landscape: objective.landscape, rule: compiled, maximize: spec.maximize }
    this.#trace = objective.executor.trace(walk).begin(spec.start as [number, number], this.#recording)
    this.#record(1)
  }

  get taken(): number {
    return this.#recording.taken
  }

  advance(steps: number): boolean {
    this.#record(Math.min(steps, this.total - this.taken))
    return this.#recording.ended || this.taken >= this.total
  }

  #record(points: number): void {
    if (this.#recording.ended) return
    this.#trace.record(points)
    for (let k = 0; k < points && !this.#recording.ended; k++) this.#recording.accept()
  }

  finish(): Trajectory {
    const { reductions, readsHessian } = this.#compiled
    const asked = this.#recording.length + this.taken * reductions.filter(({ kind }) => kind === 'gradient').length
    return {
      ...this.#recording.finish(this.#objective, this.#spec, this.#options),
      evaluations: { value: asked, gradient: asked, hessian: readsHessian ? this.taken : 0 },
    }
  }
}
