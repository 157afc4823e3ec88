/** How long the map of basins takes to follow a hyperparameter that is dragged: the page's own store and workers. */

import * as registry from '../../src/registry'
import { surfaces } from '../../src/registry'
import { parseScene } from '../../src/scene/parse'
import { createSceneStore } from '../../src/store/scene-store'
import type { SceneState } from '../../src/store/types'
import { overlayOf } from '../../src/views/basin-colors'
import { createEngine } from '../../src/worker/client'
import { paint } from './paint'

export interface Drag {
  readonly surface: string
  readonly hyperparameter: string
  /** Milliseconds from each change to a coarse map of it on the canvas. */
  readonly coarse: readonly number[]
  /** Milliseconds from the last change, the moment of rest included, to the map of 512 x 512. */
  readonly fine: number
}

const STEPS = 30

/** Drags `hyperparameter` of a climber on `surface` from `low`, exclusive, to `high`, waiting for the map of every step. */
export async function drag(surface: string, hyperparameter: string, low: number, high: number): Promise<Drag> {
  const engine = createEngine()
  const { scene, problems } = parseScene({
    version: 1,
    surface,
    runs: [{ optimizer: 'SGD', hyperparameters: { lr: 0.005, momentum: 0.5 } }],
    view: { mode: 'map', camera: 'isometric', layers: ['basins'], theme: 'light' },
  })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  if (!surfaces.has(surface)) throw new RangeError(`there is no surface ${surface}`)
  const store = createSceneStore({ engine, scene, catalog: registry })
  const state = () => store.scene.getState()
  await until(state, store.scene.subscribe, ({ basins }) => basins?.size === 512)
  const coarse: number[] = []
  let changed = 0
  for (let k = 0; k < STEPS; k++) {
    const before = state().basins
    changed = performance.now()
    state().setHyperparameter(0, hyperparameter, low + ((high - low) * (k + 1)) / STEPS)
    await until(state, store.scene.subscribe, ({ basins }) => basins !== before && basins !== null)
    paint(overlayOf(state().basins!, { name: 'light' }))
    coarse.push(performance.now() - changed)
  }
  await until(state, store.scene.subscribe, ({ basins }) => basins?.size === 512)
  const fine = performance.now() - changed
  store.dispose()
  engine.dispose()
  return { surface, hyperparameter, coarse, fine }
}

function until(
  state: () => SceneState,
  subscribe: (listener: () => void) => () => void,
  holds: (state: SceneState) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { failure } = state()
      if (failure !== null) reject(new Error(failure))
      else if (!holds(state())) return
      else resolve()
      stop()
    }
    const stop = subscribe(look)
    look()
  })
}
