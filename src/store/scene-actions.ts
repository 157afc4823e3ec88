import type { StoreApi } from 'zustand/vanilla'
import { defaultStart } from '../scene/defaults'
import { limits } from '../scene/limits'
import type { Catalog } from '../scene/resolve'
import type { Scene, SceneRun, SceneSurface } from '../scene/types'
import { createAnalysisActions } from './analysis-actions'
import {
  asTyped,
  defaultDomain,
  freeSeed,
  insertRun,
  newRun,
  onSurface,
  startsInside,
  withHyperparameter,
  withName,
  withoutRun,
  withRun,
} from './edit'
import { isEditOf, readFormula } from './formula'
import type { Gestures } from './history'
import { suggestView } from './suggest'
import type { SceneActions, SceneState } from './types'

export interface ActionContext {
  readonly catalog: Catalog
  readonly set: StoreApi<SceneState>['setState']
  readonly get: () => SceneState
  readonly gestures: () => Gestures
}

type Later = 'setCamera' | 'undo' | 'redo' | 'cancel' | 'retry' | 'beginGesture' | 'endGesture'
type Immediate = Omit<SceneActions, Later>

/** What people do to a scene. Each is one change of the document; effects follow elsewhere. */
export function createSceneActions(context: ActionContext): Immediate {
  const { catalog, set, get, gestures } = context
  const edit = (change: (scene: Scene) => Scene) => set(({ scene }) => ({ scene: change(scene) }))
  const editRun = (index: number, change: (run: SceneRun) => SceneRun) =>
    edit((scene) => {
      const run = scene.runs[index]
      const changed = run && change(run)
      return changed === undefined || changed === run ? scene : withRun(scene, index, () => changed)
    })
  const editTyped = (change: (surface: Exclude<SceneSurface, string>) => SceneSurface) =>
    edit((scene) => {
      const typed = asTyped(scene.surface, catalog)
      return typed === null ? scene : { ...scene, surface: change(typed) }
    })
  const insert = (index: number, run: SceneRun) => {
    const scene = insertRun(get().scene, index, run)
    if (scene !== get().scene) set({ scene, selected: index })
  }

  return {
    ...createAnalysisActions(context),
    load: (scene, problems = []) => set({ scene, problems, selected: -1, failure: null, sweep: null, swarm: null }),
    setTitle: (title) => edit((scene) => ({ ...scene, title })),
    setSurface: (surface) => edit((scene) => untold(onSurface(scene, surface, catalog))),
    setFormula: (text) => typeFormula(text, { catalog, set, get, gestures }),
    discardDraft: () => {
      const scene = gestures().before ?? get().scene
      const typed = asTyped(scene.surface, catalog)
      set({ scene, draft: typed?.formula ?? '', draftParameters: typed?.parameters ?? {}, formulaProblem: null })
    },
    setParameter: (name, value) => {
      if (!Number.isFinite(value)) return
      set(({ draftParameters }) => ({ draftParameters: { ...draftParameters, [name]: value } }))
      editTyped((typed) => ({ ...typed, parameters: { ...typed.parameters, [name]: value } }))
    },
    addParameter: (name) => {
      set(({ draftParameters }) => ({ draftParameters: { ...draftParameters, [name]: 1 } }))
      typeFormula(get().draft, { catalog, set, get, gestures })
    },
    setDomain: (axis, [low, high]) => {
      if (!(low < high) || !Number.isFinite(high - low)) return
      editTyped((typed) => ({ ...typed, domain: { ...(typed.domain ?? defaultDomain), [axis]: [low, high] } }))
    },
    setHeightScale: (heightScale) => editTyped((typed) => ({ ...typed, heightScale })),
    addClimber: (run = {}) => {
      const { scene, selected } = get()
      const beside = scene.runs[selected] ?? scene.runs[0]
      const start = run.start ?? beside?.start ?? defaultStart(scene.surface)
      insert(scene.runs.length, { ...newRun(run.optimizer ?? 'Adam', start, catalog), ...run })
    },
    duplicateClimber: (index) => {
      const run = get().scene.runs[index]
      if (run !== undefined) insert(index + 1, { ...run, seed: freeSeed(get().scene) })
    },
    removeClimber: (index) =>
      set(({ scene, selected }) => ({
        scene: withoutRun(scene, index),
        selected: selected === index ? -1 : selected > index ? selected - 1 : selected,
      })),
    renameClimber: (index, name) => editRun(index, (run) => withName(run, name)),
    replaceRun: (index, run) => editRun(index, () => run),
    setHyperparameter: (index, name, value) => editRun(index, (run) => withHyperparameter(run, name, value)),
    setMaximize: (index, maximize) => editRun(index, (run) => ({ ...run, maximize })),
    setStart: (index, start) => {
      if (!start.every(Number.isFinite)) return
      if (index >= 0) editRun(index, (run) => ({ ...run, start }))
      else edit((scene) => ({ ...scene, runs: scene.runs.map((run) => ({ ...run, start })) }))
    },
    setSteps: (steps) => {
      const whole = Math.round(Math.min(Math.max(steps, 1), limits.steps))
      if (Number.isFinite(whole)) edit((scene) => (scene.steps === whole ? scene : { ...scene, steps: whole }))
    },
    setView: (view) => edit((scene) => ({ ...scene, view: { ...scene.view, ...view } })),
    select: (selected) => set({ selected }),
  }
}

/** Without the words that were written for another surface. */
const untold = (scene: Scene): Scene => ({ ...scene, title: '', description: '', cues: [] })

/** Takes the text of the formula field: as the draft always, into the document when it can be read. */
function typeFormula(text: string, { catalog, set, get, gestures }: ActionContext): void {
  const { scene, draftParameters } = get()
  const reading = readFormula(text, draftParameters)
  if (!reading.ok) {
    set({ draft: text, formulaProblem: reading.problem })
    return
  }
  const base = gestures().before ?? scene
  if (typed(base)?.formula === text && sameParameters(typed(base)?.parameters, reading.parameters)) {
    set({ draft: text, formulaProblem: null, scene: base })
    return
  }
  const known = typed(base)
  const view =
    known !== null && isEditOf(text, known.formula)
      ? { domain: known.domain ?? defaultDomain, heightScale: known.heightScale ?? 'linear' }
      : suggestView(text, reading.parameters)
  const parameters = Object.keys(reading.parameters).length > 0 ? { parameters: reading.parameters } : {}
  const next = untold({ ...scene, runs: base.runs, surface: { formula: text, ...view, ...parameters } })
  set({ draft: text, formulaProblem: null, scene: startsInside(next, view.domain) })

  function typed({ surface }: Scene) {
    return asTyped(surface, catalog)
  }
}

function sameParameters(a: Readonly<Record<string, number>> = {}, b: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(b)
  return (
    names.length === Object.keys(a).length &&
    names.every((name) => Object.is(new Map(Object.entries(a)).get(name), b[name]))
  )
}
