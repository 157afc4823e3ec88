import type { Objective } from '../../../src/math/objective'
import { type CompiledRule, compileRule } from '../../../src/optimizers/compile'
import { findOptimizer, type OptimizerChoice } from '../../../src/optimizers/find'
import { isMethod } from '../../../src/optimizers/optimizer'
import { resolveHyperparameters } from '../../../src/optimizers/resolve'
import { optimizers, surfaces } from '../../../src/registry'
import { simulate } from '../../../src/simulation/simulate'
import type { RunSpec, Trajectory } from '../../../src/simulation/trajectory'
import { createSurface, specOf } from '../../../src/surfaces/create'
import { type ArithmeticLine, type Ran, stepArithmetic } from '../../../src/views/arithmetic/step-arithmetic'

export interface Walked extends Ran {
  readonly compiled: CompiledRule
  readonly trajectory: Trajectory
  lines(step: number): readonly ArithmeticLine[]
}

export const himmelblau: Objective = createSurface(specOf(surfaces.get('himmelblau')!))

/** A finished run with its rule; what `changes` leave out is ten steps of the defaults for landscapes. */
export function walked(choice: OptimizerChoice, changes: Partial<RunSpec> = {}): Walked {
  const rule = findOptimizer(choice, optimizers)
  if (rule === undefined || isMethod(rule)) throw new Error(`${choice.optimizer} has no equations`)
  const steps = changes.steps ?? 10
  const hyperparameters = resolveHyperparameters(rule, { ...rule.landscape, ...changes.hyperparameters }, steps)
  const whole = { start: [-0.5, 1.5], maximize: false, seed: 3, ...choice, ...changes, steps, hyperparameters }
  const compiled = compileRule(rule, hyperparameters, steps)
  const trajectory = simulate(himmelblau, rule, whole)
  const ran = { spec: whole, objective: himmelblau }
  return { compiled, trajectory, ...ran, lines: (step) => stepArithmetic(compiled, trajectory, step, ran) }
}
