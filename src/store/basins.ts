import type { StoreApi } from 'zustand/vanilla'
import type { BasinMap } from '../analysis/basins'
import type { Attractor } from '../analysis/basins-attractors'
import { type Errand, walksTogether } from '../analysis/errand'
import type { CriticalPoint } from '../analysis/types'
import { findOptimizer } from '../optimizers/find'
import type { Catalog } from '../scene/resolve'
import type { SurfaceSpec } from '../surfaces/surface'
import type { BasinsRequest } from '../worker/basins'
import type { Engine } from '../worker/engine'
import { createLatest } from './latest'
import { messageOf } from './slot'
import { CurrentPoints, errandOf, subjectOf, surfaceKey } from './subject'
import type { SceneState } from './types'

/** Cells along a side while something is dragged, and once it rests. */
interface Sizes {
  readonly coarse: number
  readonly fine: number
}
const TOGETHER: Sizes = { coarse: 64, fine: 512 }
/** Of climbers who walk one by one: a hundred times slower. */
const ONE_BY_ONE: Sizes = { coarse: 16, fine: 128 }
/** Milliseconds without a change that count as rest. */
const REST_MS = 150

interface Wanted {
  readonly key: string
  /** Index of the climber. */
  readonly climber: number
  readonly surface: SurfaceSpec
  readonly run: Errand
  readonly points: readonly CriticalPoint[]
}

/**
 * Keeps the basin map in step with the document while its layer is on: a coarse map for every change that there is time
 * for, refined once the changes cease. Nothing is shown of another surface or another climber.
 */
export class BasinsFollower {
  readonly #engine: Engine
  readonly #state: StoreApi<SceneState>
  readonly #catalog: Catalog
  readonly #points = new CurrentPoints()
  #asked: Wanted | null = null
  #resting: ReturnType<typeof setTimeout> | undefined
  /** The surface of the map that is shown. */
  #shown: SurfaceSpec | null = null
  /** The minima found last: dragging a learning rate does not move them. */
  #minima: { readonly of: string; readonly list: readonly Attractor[] } | null = null

  readonly #coarse = createLatest<Wanted, BasinMap>({
    work: (wanted, options) => this.#engine.basins(this.#requestOf(wanted, this.#sizesOf(wanted).coarse), options),
    land: (map, wanted) => {
      this.#show(map, wanted)
      if (wanted === this.#asked) this.#resting = setTimeout(() => this.#fine.request(wanted), REST_MS)
    },
    fail: (reason) => this.#fail(reason),
    changed: () => this.#progressed(),
  })
  readonly #fine = createLatest<Wanted, BasinMap>({
    work: (wanted, options) => {
      const { coarse, fine } = this.#sizesOf(wanted)
      const request = { ...this.#requestOf(wanted, fine), coarsest: 2 * coarse }
      return this.#engine.basins(request, { ...options, onPartial: (map) => this.#show(map, wanted) })
    },
    land: (map, wanted) => this.#show(map, wanted),
    fail: (reason) => this.#fail(reason),
    changed: () => this.#progressed(),
  })

  constructor(engine: Engine, state: StoreApi<SceneState>, catalog: Catalog) {
    this.#engine = engine
    this.#state = state
    this.#catalog = catalog
  }

  /** To be told of every change of the state. */
  sync(): void {
    const state = this.#state.getState()
    this.#points.observe(state)
    if (state.scene.view.layers.includes('basins')) this.#follow(state)
    else this.#off(state)
  }

  #follow(state: SceneState): void {
    if (this.#shown !== null && this.#shown.formula !== state.surface?.formula) this.#clear()
    const wanted = this.#wantedOf(state)
    if (wanted === null || wanted.key === this.#asked?.key) return
    const { climber, surface } = this.#asked ?? wanted
    this.#asked = wanted
    this.#rest()
    // While one climber's slider is dragged every stage is shown that there is time for; others have nothing to show here.
    if (wanted.climber !== climber || wanted.surface !== surface) this.#coarse.cancel()
    this.#coarse.request(wanted)
  }

  /** Stops refining; the map that is shown stays. */
  cancel(): void {
    this.#rest()
    this.#coarse.cancel()
    this.#progressed()
  }

  /** Asks again for a map that failed or was cancelled. */
  retry(): void {
    this.#asked = null
    this.sync()
  }

  dispose(): void {
    this.#rest()
    this.#coarse.cancel()
  }

  #wantedOf(state: SceneState): Wanted | null {
    const climber = subjectOf(state)
    const spec = state.climbers[climber]?.spec
    const points = this.#points.of(state)
    if (spec == null || points === null || state.surface === null) return null
    const run = errandOf(spec)
    const key = JSON.stringify([climber, surfaceKey(state.surface), run])
    return { key, climber, surface: state.surface, run, points }
  }

  #sizesOf({ run }: Wanted): Sizes {
    return walksTogether(run, findOptimizer(run, this.#catalog.optimizers)) ? TOGETHER : ONE_BY_ONE
  }

  #requestOf({ surface, run, points }: Wanted, size: number): BasinsRequest {
    const known = this.#minima?.of === this.#goalOf(surface, run) ? { minima: this.#minima.list } : { points }
    return { surface, run, size, ...known }
  }

  readonly #goalOf = (surface: SurfaceSpec, { maximize }: Errand) => `${surfaceKey(surface)} ${maximize}`

  #show(map: BasinMap, { surface, run }: Wanted): void {
    this.#minima = { of: this.#goalOf(surface, run), list: map.minima }
    this.#shown = surface
    this.#state.setState({ basins: map, basinsProgress: this.#progress() })
  }

  #off(state: SceneState): void {
    if (this.#asked === null && state.basins === null) return
    this.#asked = null
    this.dispose()
    this.#clear()
  }

  #clear(): void {
    this.#shown = null
    this.#state.setState({ basins: null, basinsProgress: null })
  }

  #rest(): void {
    clearTimeout(this.#resting)
    this.#fine.cancel()
  }

  #fail(reason: unknown): void {
    this.#state.setState({ failure: messageOf(reason), basinsProgress: null })
  }

  #progress(): number | null {
    return this.#coarse.progress ?? this.#fine.progress
  }

  #progressed(): void {
    const basinsProgress = this.#progress()
    if (basinsProgress !== this.#state.getState().basinsProgress) this.#state.setState({ basinsProgress })
  }
}
