import { ExpressionError, nearest } from '../expression'
import { findOptimizer, type OptimizerChoice, WrapperError } from '../optimizers/find'
import type { Optimizer } from '../optimizers/optimizer'
import { HyperparameterError, resolveHyperparameters } from '../optimizers/resolve'
import * as registry from '../registry'
import type { RunSpec } from '../simulation/trajectory'
import { createSurface, specOf } from '../surfaces/create'
import type { SurfaceDefinition, SurfaceSpec } from '../surfaces/surface'
import { defaultInterval } from './defaults'
import type { Problem, Scene, SceneRun, SceneSurface } from './types'

/** What names refer to: the registry, or a caller's own. */
export interface Catalog {
  readonly surfaces: ReadonlyMap<string, SurfaceDefinition>
  readonly optimizers: ReadonlyMap<string, Optimizer>
}

/** A problem with a place in a formula's text where there is one, 0-based in UTF-16 units. */
interface ResolveProblem extends Problem {
  readonly position?: number
  readonly length?: number
}

export type Resolved<T> =
  | { readonly ok: true; readonly spec: T }
  | { readonly ok: false; readonly problem: ResolveProblem }

/** A scene made computable. A climber who cannot walk does not keep the others from walking. */
export interface ResolvedScene {
  readonly surface: Resolved<SurfaceSpec>
  /** In the order of `scene.runs`. */
  readonly runs: readonly Resolved<RunSpec>[]
}

/** Looks up names and fills in defaults. Never throws. */
export const resolveScene = (scene: Scene, catalog: Catalog = registry): ResolvedScene => ({
  surface: resolveSurface(scene.surface, catalog),
  runs: scene.runs.map((run, i) => resolveRun(run, scene, catalog, `runs[${i}]`)),
})

/** The surface of a scene as a spec whose formula can be read. */
export function resolveSurface(surface: SceneSurface, catalog: Catalog = registry): Resolved<SurfaceSpec> {
  if (typeof surface === 'string') {
    const definition = catalog.surfaces.get(surface)
    if (definition !== undefined) return { ok: true, spec: specOf(definition) }
    return failed('surface', unknownName('surface', surface, catalog.surfaces.keys()))
  }
  const { formula, title = '', parameters = {}, heightScale = 'linear' } = surface
  const domain = surface.domain ?? { x: defaultInterval, y: defaultInterval }
  const spec = { title, formula, domain, parameters, heightScale }
  try {
    createSurface(spec)
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { ok: false, problem: { path: 'surface.formula', ...located(error) } }
  }
  return { ok: true, spec }
}

/** One climber's run, every hyperparameter filled in. `path` is where the run stands in the document. */
export function resolveRun(
  run: SceneRun,
  { steps, seed }: Pick<Scene, 'steps' | 'seed'>,
  catalog: Catalog = registry,
  path = 'run',
): Resolved<RunSpec> {
  const found = resolveOptimizer(run, catalog, path)
  if (!found.ok) return found
  const rule = found.spec
  try {
    const hyperparameters = resolveHyperparameters(rule, run.hyperparameters, steps)
    const { optimizer, equations, wrappers, start, maximize, noise } = run
    const choice = { optimizer, ...(equations !== undefined && { equations }), ...(wrappers && { wrappers }) }
    const chance = { seed: (seed + (run.seed ?? 0)) % 2 ** 32, ...(noise && { noise }) }
    return { ok: true, spec: { ...choice, hyperparameters, start, maximize, steps, ...chance } }
  } catch (error) {
    if (!(error instanceof HyperparameterError)) throw error
    const { hyperparameter, ...span } = error.schedule ?? {}
    const where = `${path}.hyperparameters${hyperparameter === undefined ? '' : `.${hyperparameter}`}`
    return { ok: false, problem: { path: where, message: error.message, ...span } }
  }
}

/** The optimizer that a run names, types or wraps. */
export function resolveOptimizer(
  choice: OptimizerChoice,
  catalog: Catalog = registry,
  path = 'run',
): Resolved<Optimizer> {
  try {
    const optimizer = findOptimizer(choice, catalog.optimizers)
    if (optimizer !== undefined) return { ok: true, spec: optimizer }
    return failed(`${path}.optimizer`, unknownName('optimizer', choice.optimizer, catalog.optimizers.keys()))
  } catch (error) {
    if (error instanceof WrapperError) return failed(`${path}.wrappers`, error.message)
    if (!(error instanceof ExpressionError)) throw error
    return { ok: false, problem: { path: `${path}.optimizer.equations`, ...located(error) } }
  }
}

const failed = (path: string, message: string) => ({ ok: false, problem: { path, message } }) as const

const unknownName = (what: string, name: string, names: Iterable<string>): string => {
  const known = [...names]
  const near = nearest(name, known)
  return `unknown ${what} \`${name}\`: ${near === undefined ? `there are ${known.join(', ')}` : `did you mean \`${near}\`?`}`
}

/** The error's own words and place. */
export const located = ({ message, position, length }: ExpressionError) => ({ message, position, length })
