import { type TemporalState, temporal } from 'zundo'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Catalog } from '../scene/resolve'
import type { CameraChoice, Problem, Scene } from '../scene/types'
import type { Engine } from '../worker/engine'
import { withoutOrphans } from './analysis-actions'
import { BasinsFollower } from './basins'
import { Controller } from './controller'
import { asTyped } from './edit'
import { createGestures, createHistory, type Gestures, type Remembered, UNDO_LIMIT } from './history'
import { createPlaybackStore } from './playback-store'
import { createSceneActions } from './scene-actions'
import { createSwarm } from './swarm'
import { SweepFollower } from './sweep'
import type { PlaybackState, SceneActions, SceneState, SceneStore } from './types'

export interface SceneStoreOptions {
  /** Does the heavy work; the caller disposes of it. */
  readonly engine: Engine
  readonly scene: Scene
  /** What repair reported about `scene`. */
  readonly problems?: readonly Problem[]
  readonly catalog: Catalog
  /** Samples along a side of the height field, coarse first. Default: 129, then 257. */
  readonly fieldSizes?: readonly number[]
  readonly playback?: Partial<PlaybackState>
}

/**
 * One mounted scene: its document with undo, its results kept up to date by the engine, and its playhead. Any number
 * of these live side by side; nothing is shared.
 */
export function createSceneStore(options: SceneStoreOptions): SceneStore {
  const { engine, catalog } = options
  const playback = createPlaybackStore(options.playback)
  const { store, remembered, gestures } = createDocument(options)
  const fieldSizes = options.fieldSizes ?? [129, 257]
  const controller = new Controller({ engine, catalog, state: store, playback, fieldSizes })
  const basins = new BasinsFollower(engine, store, catalog)
  const sweep = new SweepFollower(engine, store)
  const swarm = createSwarm(engine, store)
  const followers = [basins, sweep, swarm]
  const stopFollowing = store.subscribe(() => {
    for (const follower of followers) follower.sync()
  })
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.scene === previous.scene) return
    if (state.scene.runs !== previous.scene.runs) store.setState(withoutOrphans(state, previous))
    if (state.scene.surface !== previous.scene.surface) followSurface(state, previous, store, catalog)
    if (computes(state.scene, previous.scene)) controller.sync(state.scene)
  })
  const finishGesture = () => {
    while (gestures.before !== null) gestures.end()
  }
  const travel = (direction: 'undo' | 'redo') => {
    finishGesture()
    const { camera } = store.getState().scene.view
    remembered.getState()[direction]()
    unremembered(remembered, () => store.setState(({ scene }) => lookingFrom(scene, camera)))
  }
  store.setState({
    cancel: () => {
      controller.cancel()
      basins.cancel()
      sweep.cancel()
    },
    retry: () => {
      controller.retry(store.getState().scene)
      for (const follower of followers) follower.retry()
    },
    setCamera: (camera) => unremembered(remembered, () => store.setState(({ scene }) => lookingFrom(scene, camera))),
    undo: () => travel('undo'),
    redo: () => travel('redo'),
  })
  controller.sync(store.getState().scene)
  return {
    scene: store,
    playback,
    history: createHistory(remembered),
    swarm,
    catalog,
    dispose: () => {
      unsubscribe()
      stopFollowing()
      controller.dispose()
      for (const follower of followers) follower.dispose()
    },
  }
}

const lookingFrom = (scene: Scene, camera: CameraChoice) =>
  scene.view.camera === camera ? {} : { scene: { ...scene, view: { ...scene.view, camera } } }

/** Makes a change that is no step of undo. */
function unremembered(remembered: StoreApi<TemporalState<Remembered>>, change: () => void): void {
  const { isTracking, pause, resume } = remembered.getState()
  pause()
  change()
  if (isTracking) resume()
}

/** Whether something changed that results depend on, not only words or the view. */
const computes = (scene: Scene, previous: Scene) =>
  scene.surface !== previous.surface ||
  scene.runs !== previous.runs ||
  scene.steps !== previous.steps ||
  scene.seed !== previous.seed

interface Document {
  readonly store: StoreApi<SceneState & SceneActions>
  readonly remembered: StoreApi<TemporalState<Remembered>>
  readonly gestures: Gestures
}

function createDocument({ scene, problems = [], catalog }: SceneStoreOptions): Document {
  let gestures: Gestures | null = null
  const store = createStore<SceneState & SceneActions>()(
    temporal(
      (set, get) => ({
        ...emptyState(scene, problems, catalog),
        ...createSceneActions({ catalog, set, get, gestures: () => gestures! }),
        beginGesture: () => gestures!.begin(),
        endGesture: () => gestures!.end(),
        cancel: () => {},
        retry: () => {},
        setCamera: () => {},
        undo: () => {},
        redo: () => {},
      }),
      {
        partialize: ({ scene }): Remembered => ({ scene }),
        equality: (past, current) => past.scene === current.scene,
        limit: UNDO_LIMIT,
      },
    ),
  )
  const remembered = store.temporal
  gestures = createGestures(remembered, () => store.getState().scene)
  return { store, remembered, gestures }
}

function emptyState(scene: Scene, problems: readonly Problem[], catalog: Catalog): SceneState {
  const typed = asTyped(scene.surface, catalog)
  return {
    scene,
    problems,
    draft: typed?.formula ?? '',
    draftParameters: typed?.parameters ?? {},
    formulaProblem: null,
    surface: null,
    field: null,
    criticalPoints: null,
    basins: null,
    basinsProgress: null,
    sweep: null,
    swarm: null,
    climbers: [],
    selected: -1,
    progress: null,
    failure: null,
  }
}

/** After undo, loading or a pick from the gallery, the formula field shows the new surface's formula. */
function followSurface(
  state: SceneState,
  previous: SceneState,
  store: StoreApi<SceneState & SceneActions>,
  catalog: Catalog,
): void {
  const typed = asTyped(state.scene.surface, catalog)
  const before = asTyped(previous.scene.surface, catalog)
  // A moved slider must not eat a draft that cannot be parsed yet.
  if (typed?.formula === before?.formula || typed?.formula === state.draft) return
  store.setState({ draft: typed?.formula ?? '', draftParameters: typed?.parameters ?? {}, formulaProblem: null })
}
