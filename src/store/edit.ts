import type { HyperparameterValue } from '../optimizers/rule'
import { defaultInterval, defaultStart } from '../scene/defaults'
import { limits } from '../scene/limits'
import { type Catalog, resolveSurface } from '../scene/resolve'
import type { Scene, SceneRun, SceneSurface } from '../scene/types'
import { specOf } from '../surfaces/create'
import type { Domain, Interval } from '../surfaces/surface'

/** Changes of the document as pure functions. Runs that do not change keep their identity. */

/** Where a typed formula is drawn that came without a domain. */
export const defaultDomain: Domain = { x: defaultInterval, y: defaultInterval }

export const withRun = (scene: Scene, index: number, change: (run: SceneRun) => SceneRun): Scene => ({
  ...scene,
  runs: scene.runs.map((run, i) => (i === index ? change(run) : run)),
})

export const withoutRun = (scene: Scene, index: number): Scene => ({
  ...scene,
  runs: scene.runs.filter((_, i) => i !== index),
})

export const insertRun = (scene: Scene, index: number, run: SceneRun): Scene =>
  scene.runs.length >= limits.climbers
    ? scene
    : { ...scene, runs: [...scene.runs.slice(0, index), run, ...scene.runs.slice(index)] }

export function withHyperparameter(run: SceneRun, name: string, value: HyperparameterValue | undefined): SceneRun {
  const others = Object.entries(run.hyperparameters).filter(([key]) => key !== name)
  const own = value === undefined ? others : [...others, [name, value] as const]
  return { ...run, hyperparameters: Object.fromEntries(own) }
}

export function withName(run: SceneRun, name: string): SceneRun {
  const { name: _, ...unnamed } = run
  const text = name.trim().slice(0, limits.nameLength)
  return text === '' ? unnamed : { ...unnamed, name: text }
}

/** The run of a climber who has not been told anything: on this landscape, with hyperparameters that suit it. */
export function newRun(optimizer: string, start: readonly [number, number], catalog: Catalog): SceneRun {
  const hyperparameters = catalog.optimizers.get(optimizer)?.landscape ?? {}
  return { optimizer, start, hyperparameters: { ...hyperparameters }, maximize: false }
}

/** The least seed that no climber has: whoever gets it feels noise of her own. */
export function freeSeed({ runs }: Scene): number {
  const taken = new Set(runs.map((run) => run.seed ?? 0))
  let seed = 1
  while (taken.has(seed)) seed++
  return seed
}

/**
 * The scene on another surface. Climbers who raced from one place start at the new surface's own start; climbers at
 * different places keep their layout, scaled to the new domain.
 */
export function onSurface(scene: Scene, surface: SceneSurface, catalog: Catalog): Scene {
  const from = resolveSurface(scene.surface, catalog)
  const to = resolveSurface(surface, catalog)
  if (!from.ok || !to.ok) return { ...scene, surface }
  const [first] = scene.runs
  const together = scene.runs.every((run) => first !== undefined && samePlace(run.start, first.start))
  const place = (start: readonly [number, number]) =>
    together ? defaultStart(surface) : rescale(start, from.spec.domain, to.spec.domain)
  return { ...scene, surface, runs: scene.runs.map((run) => ({ ...run, start: place(run.start) })) }
}

/** Brings starts that lie outside the domain back into it, at the surface's own start. */
export function startsInside(scene: Scene, domain: Domain): Scene {
  if (scene.runs.every(({ start }) => inside(start, domain))) return scene
  const home = defaultStart(scene.surface)
  return { ...scene, runs: scene.runs.map((run) => (inside(run.start, domain) ? run : { ...run, start: home })) }
}

/** The surface of a scene as something with a formula of its own, so that its domain or parameters can be changed. */
export function asTyped(surface: SceneSurface, catalog: Catalog): Exclude<SceneSurface, string> | null {
  if (typeof surface !== 'string') return surface
  const definition = catalog.surfaces.get(surface)
  if (definition === undefined) return null
  const { title, formula, domain, heightScale, parameters } = specOf(definition)
  const own = Object.keys(parameters).length > 0 ? { parameters } : {}
  return { formula, title, domain, heightScale, ...own }
}

type Place = readonly [number, number]

const samePlace = (a: Place, b: Place) => a[0] === b[0] && a[1] === b[1]

const inside = ([x, y]: Place, domain: Domain) =>
  x >= domain.x[0] && x <= domain.x[1] && y >= domain.y[0] && y <= domain.y[1]

const rescale = (place: Place, from: Domain, to: Domain): Place => {
  const move = (value: number, a: Interval, b: Interval) =>
    Number((b[0] + ((value - a[0]) / (a[1] - a[0])) * (b[1] - b[0])).toPrecision(4))
  return [move(place[0], from.x, to.x), move(place[1], from.y, to.y)]
}
