import type { Objective } from '../math/objective'
import { compileRule } from '../optimizers/compile'
import { isMethod, type Optimizer } from '../optimizers/optimizer'
import { resolveHyperparameters } from '../optimizers/resolve'
import { FusedSimulation, isFormula } from './fused-simulation'
import { MethodSimulation } from './method-simulation'
import { RuleSimulation } from './rule-simulation'
import type { Simulation, SimulationOptions } from './simulation'
import type { RunSpec, Trajectory } from './trajectory'

export type { Simulation, SimulationOptions } from './simulation'

/** Runs `spec` on `objective` to its end. Throws what `createSimulation` throws. */
export function simulate(
  objective: Objective,
  optimizer: Optimizer,
  spec: RunSpec,
  options: SimulationOptions = {},
): Trajectory {
  const simulation = createSimulation(objective, optimizer, spec, options)
  simulation.advance(spec.steps)
  return simulation.finish()
}

/**
 * Prepares a run. Throws HyperparameterError when the optimizer refuses its hyperparameters, ExpressionError when its
 * equations cannot be read, and RangeError when the start or the objective does not suit it.
 */
export function createSimulation(
  objective: Objective,
  optimizer: Optimizer,
  spec: RunSpec,
  options: SimulationOptions = {},
): Simulation {
  if (spec.start.length !== objective.dimension) {
    throw new RangeError(`the start has ${spec.start.length} coordinates, the objective ${objective.dimension}`)
  }
  const hyperparameters = resolveHyperparameters(optimizer, spec.hyperparameters, spec.steps)
  if (isMethod(optimizer)) return new MethodSimulation(objective, optimizer, { ...spec, hyperparameters }, options)
  const compiled = compileRule(optimizer, hyperparameters, spec.steps)
  return isFormula(objective) && spec.noise === undefined
    ? new FusedSimulation(objective, compiled, spec, options)
    : new RuleSimulation(objective, compiled, spec, options)
}
