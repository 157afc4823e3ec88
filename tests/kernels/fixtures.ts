import type { Executor } from '../../src/kernels/executor'
import type { StepEquations, WalkSpec } from '../../src/kernels/fleet'
import { compileRule } from '../../src/optimizers/compile'
import { isMethod } from '../../src/optimizers/optimizer'
import { resolveHyperparameters } from '../../src/optimizers/resolve'
import type { Hyperparameters, UpdateRule } from '../../src/optimizers/rule'
import { optimizers, surfaces } from '../../src/registry'
import { RuleSimulation } from '../../src/simulation/rule-simulation'
import type { RunSpec, Trajectory } from '../../src/simulation/trajectory'
import { createSurface, specOf } from '../../src/surfaces/create'
import type { Surface } from '../../src/surfaces/surface'

export const ruleOf = (name: string): UpdateRule => {
  const rule = optimizers.get(name)
  if (rule === undefined || isMethod(rule)) throw new Error(`${name} has no equations`)
  return rule
}

export const equationsOf = (name: string, given: Hyperparameters = {}): StepEquations => {
  const rule = ruleOf(name)
  return compileRule(rule, resolveHyperparameters(rule, given))
}

export const surfaceOf = (name: string, executor?: Executor): Surface =>
  createSurface(specOf(surfaces.get(name)!), executor)

export const formulaSurface = (formula: string, executor?: Executor): Surface => {
  const domain = { x: [-5, 5], y: [-5, 5] } as const
  return createSurface({ title: '', formula, domain, parameters: {}, heightScale: 'linear' }, executor)
}

export const walkOf = (surface: Surface, optimizer: string, given: Hyperparameters = {}): WalkSpec => ({
  landscape: surface.landscape!,
  rule: equationsOf(optimizer, given),
})

/** A run by the plain simulation, a call of the objective and of the rule's kernel a step. */
export const plainWalk = (surface: Surface, spec: RunSpec): Trajectory => {
  const rule = ruleOf(spec.optimizer)
  const compiled = compileRule(rule, resolveHyperparameters(rule, spec.hyperparameters), spec.steps)
  const simulation = new RuleSimulation(surface, compiled, spec, {})
  simulation.advance(spec.steps)
  return simulation.finish()
}

/** Points on a spiral, so that no two coordinates are alike. */
export const starts = (count: number, radius: number): { x: Float64Array; y: Float64Array } => {
  const at = (i: number) => (radius * (i + 1)) / count
  return {
    x: Float64Array.from({ length: count }, (_, i) => at(i) * Math.cos(2.4 * i)),
    y: Float64Array.from({ length: count }, (_, i) => at(i) * Math.sin(2.4 * i)),
  }
}
