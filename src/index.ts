/**
 * The library's public face: the climber without a page.
 *
 * ```ts
 * const surface = createSurface(specOf(surfaces.get('himmelblau')!))
 * const run = { optimizer: 'Adam', hyperparameters: { lr: 0.05 }, start: [0, 0], maximize: false, steps: 200, seed: 0 }
 * const { theta, loss, outcome } = simulate(surface, optimizers.get('Adam')!, run)
 * ```
 */

// What a surface and an optimizer make of each other: basins, critical points, height fields, sweeps and swarms.
export { type BasinMap, computeBasins } from './analysis/basins'
export type { Attractor } from './analysis/basins-attractors'
export { DIVERGED, UNDECIDED } from './analysis/basins-labels'
export { findCriticalPoints } from './analysis/critical-points'
export type { Errand } from './analysis/errand'
export { sampleField } from './analysis/field'
export { Fleets } from './analysis/fleets'
export { Swarm, type SwarmSpec } from './analysis/swarm'
export { computeSweep, type SweepMap, type SweepSpec } from './analysis/sweep'
export type { SweepAxis } from './analysis/sweep-axis'
export type { CriticalKind, CriticalPoint, CriticalPointReport, HeightField } from './analysis/types'
// The formula language.
export { ExpressionError, gradient, hessian, parse } from './expression'
export { createExecutor } from './kernels/create-executor'
export type { Executor } from './kernels/executor'
export { interpret } from './kernels/interpret'
export type { Kernel } from './kernels/kernel'
export type { Objective } from './math/objective'
// Optimizers: update equations as data, typed ones, methods, and formulas of the step in the place of numbers.
export { findOptimizer, type OptimizerChoice, WrapperError } from './optimizers/find'
export { type Climb, type Method, type MethodState, method, type Oracle } from './optimizers/method'
export { type Attempt, type Attempts, attemptsAt } from './optimizers/methods/attempts'
export { isMethod, type Optimizer } from './optimizers/optimizer'
export { HyperparameterError, resolveHyperparameters } from './optimizers/resolve'
export { type Hyperparameters, type HyperparameterValue, type UpdateRule, updateRule } from './optimizers/rule'
export { ruleText } from './optimizers/rule-text'
export { sampleSchedule } from './optimizers/schedule'
export { type NamedSchedule, scheduleFormula, schedules } from './optimizers/schedules'
export { parseRule } from './optimizers/text'
export type { Wrapper } from './optimizers/wrapper'
export { wrappers } from './optimizers/wrappers'
// Everything that names refer to.
export { optimizers, surfaces } from './registry'
// Scene documents.
export { type Example, examples } from './scene/examples'
export { type ParsedScene, parseScene } from './scene/parse'
export { describeProblem, SceneError } from './scene/problem'
export { type Resolved, type ResolvedScene, resolveScene } from './scene/resolve'
export { serialize } from './scene/serialize'
export { decodeHash, encodeHash, type SharedScene } from './scene/share'
export type { Cue, Problem, Scene, SceneRun, SceneSurface, SceneView } from './scene/types'
// Walks.
export { describeStep } from './simulation/describe-step'
export type { NoiseSpec } from './simulation/noise'
export { createSimulation, type Simulation, simulate } from './simulation/simulate'
export type { Outcome, RunSpec, Trajectory } from './simulation/trajectory'
// Surfaces.
export { createSurface, specOf } from './surfaces/create'
export type { Domain, Surface, SurfaceDefinition, SurfaceSpec } from './surfaces/surface'
// The same work off the main thread.
export { createEngine, type EngineOptions } from './worker/client'
export type { Engine, JobOptions, OnProgress } from './worker/engine'
