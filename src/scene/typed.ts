import { ExpressionError } from '../expression'
import { isMethod } from '../optimizers/optimizer'
import type { HyperparameterValue, UpdateRule } from '../optimizers/rule'
import { ruleText } from '../optimizers/rule-text'
import { parseRule } from '../optimizers/text'
import * as registry from '../registry'
import { limits } from './limits'
import { type Catalog, resolveOptimizer } from './resolve'
import type { SceneRun } from './types'

/**
 * The same climber with her optimizer opened as a text of its own, to be changed: the same walk, wrappers now among the
 * equations and the values that she was given the text's own; only schedules, which no text can declare, stay outside.
 * Undefined where there are no equations to open: a method, or an optimizer that cannot be resolved.
 */
export function opened(run: SceneRun, catalog: Catalog = registry): SceneRun | undefined {
  if (run.equations !== undefined && (run.wrappers ?? []).length === 0) return run
  const found = resolveOptimizer(run, catalog)
  if (!found.ok || isMethod(found.spec)) return undefined
  const { wrappers: _, ...rest } = run
  const optimizer = run.equations === undefined ? `My ${found.spec.name}`.slice(0, limits.nameLength) : run.optimizer
  const schedules = Object.entries(run.hyperparameters).filter(([, value]) => typeof value === 'string')
  const equations = ruleText(found.spec, run.hyperparameters)
  return { ...rest, optimizer, equations, hyperparameters: Object.fromEntries(schedules) }
}

/**
 * The climber with another text. Values of hyperparameters that the text no longer declares go, and so do those that it
 * now declares with another value: the last word counts. While it cannot be read they stay, as somebody is still typing.
 */
export function withEquations(run: SceneRun, equations: string): SceneRun {
  const rule = readable(run.optimizer, equations)
  if (rule === undefined) return { ...run, equations }
  const declared = declaredBy(rule)
  const before = declaredBy(readable(run.optimizer, run.equations ?? ''))
  const restated = (name: string) => before.has(name) && before.get(name) !== declared.get(name)
  const fits = (name: string, value: HyperparameterValue) => {
    const standard = declared.get(name)
    return typeof standard === 'number' ? typeof value !== 'boolean' : typeof value === typeof standard
  }
  const kept = Object.entries(run.hyperparameters).filter(([name, value]) => fits(name, value) && !restated(name))
  return { ...run, equations, hyperparameters: Object.fromEntries(kept) }
}

const declaredBy = (rule: UpdateRule | undefined): ReadonlyMap<string, HyperparameterValue> =>
  new Map(Object.entries(rule?.hyperparameters ?? {}))

function readable(name: string, equations: string): UpdateRule | undefined {
  try {
    return parseRule(name, equations)
  } catch (error) {
    if (error instanceof ExpressionError) return undefined
    throw error
  }
}
