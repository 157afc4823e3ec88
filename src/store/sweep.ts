import type { StoreApi } from 'zustand/vanilla'
import type { SweepMap } from '../analysis/sweep'
import type { SweepAxis } from '../analysis/sweep-axis'
import { kindOf } from '../optimizers/hyperparameters'
import type { Optimizer } from '../optimizers/optimizer'
import type { Engine } from '../worker/engine'
import type { SweepRequest } from '../worker/sweep'
import { createLatest } from './latest'
import { messageOf } from './slot'
import { CurrentPoints, surfaceKey } from './subject'
import type { SceneState, SweepState } from './types'

/** Cells along a side. */
const SIZE = 48
/** Share of the way from the start to the best listed minimum that may be left at the goal. */
const REMAINING = 0.01

/** A hyperparameter over the range of its slider. */
export function axisOf(optimizer: Optimizer, name: string): SweepAxis {
  const { range, scale } = kindOf(optimizer, name)
  return { name, scale, low: range[0], high: range[1] }
}

interface Wanted {
  readonly key: string
  readonly request: SweepRequest
}

/** Keeps the open sweep in step with the document: whatever changes, but for the two values that it sweeps. */
export class SweepFollower {
  readonly #engine: Engine
  readonly #state: StoreApi<SceneState>
  readonly #points = new CurrentPoints()
  #asked = ''

  readonly #latest = createLatest<Wanted, SweepMap>({
    work: ({ key, request }, options) =>
      this.#engine.sweep(request, { ...options, onPartial: (map) => this.#show(map, key) }),
    land: (map, { key }) => this.#show(map, key),
    fail: (reason) => this.#state.setState({ failure: messageOf(reason) }),
    changed: () => this.#change({ progress: this.#latest.progress }),
  })

  constructor(engine: Engine, state: StoreApi<SceneState>) {
    this.#engine = engine
    this.#state = state
  }

  /** To be told of every change of the state. */
  sync(): void {
    const state = this.#state.getState()
    this.#points.observe(state)
    if (state.sweep === null) this.dispose()
    else this.#follow(state, state.sweep)
  }

  #follow(state: SceneState, sweep: SweepState): void {
    const wanted = this.#wantedOf(state, sweep)
    if (wanted === null || wanted.key === this.#asked) return
    this.#asked = wanted.key
    this.#latest.request(wanted)
    this.#change({ goal: wanted.request.goal })
  }

  /** Stops the computation; what is shown stays. */
  cancel(): void {
    this.#latest.cancel()
    this.#change({ progress: null })
  }

  /** Asks again for a sweep that failed or was cancelled. */
  retry(): void {
    this.#asked = ''
    this.sync()
  }

  dispose(): void {
    this.#asked = ''
    this.#latest.cancel()
  }

  #wantedOf(state: SceneState, { climber: index, x, y }: SweepState): Wanted | null {
    const climber = state.climbers[index]
    if (climber?.spec == null || state.surface === null) return null
    const { hyperparameters, ...run } = climber.spec
    const others = Object.entries(hyperparameters).filter(([name]) => name !== x.name && name !== y.name)
    const goal = this.#goalOf(state, index)
    const request = { surface: state.surface, run: climber.spec, x, y, goal, size: SIZE }
    const key = JSON.stringify([surfaceKey(state.surface), run, others, x, y, goal])
    return { key, request }
  }

  #goalOf(state: SceneState, index: number): number {
    const { spec, trajectory } = state.climbers[index]!
    const goals = (this.#points.of(state) ?? []).filter(({ kind }) => kind === (spec?.maximize ? 'maximum' : 'minimum'))
    const start = trajectory?.loss[0]
    if (goals.length === 0 || start === undefined) return Number.NaN
    const best = spec?.maximize ? goals.at(-1)!.value : goals[0]!.value
    return best + REMAINING * (start - best)
  }

  /** Of a map that was superseded while it was computed nothing is shown. */
  #show(map: SweepMap, key: string): void {
    if (key === this.#asked) this.#change({ map, progress: this.#latest.progress })
  }

  #change(changes: Partial<SweepState>): void {
    const { sweep } = this.#state.getState()
    if (sweep === null) return
    const next = { ...sweep, ...changes }
    const same = Object.keys(changes).every((key) =>
      Object.is(next[key as keyof SweepState], sweep[key as keyof SweepState]),
    )
    if (!same) this.#state.setState({ sweep: next })
  }
}
