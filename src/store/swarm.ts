import type { StoreApi } from 'zustand/vanilla'
import type { Attractor } from '../analysis/basins-attractors'
import type { Errand } from '../analysis/errand'
import type { Census, SwarmSpec } from '../analysis/swarm'
import type { SurfaceSpec } from '../surfaces/surface'
import type { Engine } from '../worker/engine'
import { messageOf } from './slot'
import { CurrentPoints, errandOf, surfaceKey } from './subject'
import type { SceneState, SwarmState } from './types'

/** A swarm at one moment. `positions` may be drawn until the next frame comes, and is then no longer there. */
export interface LiveFrame {
  /** How many climbers. */
  readonly count: number
  /** x, y of everyone in domain units, interleaved; NaN for the diverged. */
  readonly positions: Float32Array
  /** Grows with every frame. */
  readonly version: number
  /** Steps taken since the release. */
  readonly taken: number
  /** False when nobody can ever move again. */
  readonly moving: boolean
  /** How many are at which of `minima`; the last count, null before the first. */
  readonly census: Census | null
  readonly minima: readonly Attractor[]
}

/** The released swarm, stepping in a worker as the page's clock tells. */
export interface LiveSwarm {
  /** Null while there is none. */
  readonly frame: LiveFrame | null
  /** Hears of every frame, and of null when the swarm is gone. Returns how to stop hearing. */
  subscribe(listener: (frame: LiveFrame | null) => void): () => void
  /**
   * The page's clock: `seconds` have passed. Asks for the next frame unless one is under way. False when there will be none
   * until something changes.
   */
  advance(seconds: number): boolean
}

/** Steps a second, as long as the worker keeps up. */
const SPEED = 60
/**
 * Steps asked for at once at most, half a second's: where a processor draws, pictures are few and each shows several steps.
 * A page that was in the background does not catch up.
 */
const MOST_STEPS = 30
/** Every so many frames the climbers are counted. */
const CENSUS_EVERY = 15

/** The swarm that `createSwarm` makes, with what its store needs. */
export interface SwarmFollower extends LiveSwarm {
  /** To be told of every change of the state. */
  sync(): void
  /** Asks again for what failed. */
  retry(): void
  dispose(): void
}

interface Wanted {
  /** A new one, however equal, releases everyone again. */
  readonly request: SwarmState
  readonly released: string
  readonly surface: SurfaceSpec
  readonly spec: SwarmSpec
}

/** A scene's swarm. */
export const createSwarm = (engine: Engine, state: StoreApi<SceneState>): SwarmFollower =>
  new EngineSwarm(engine, state)

class EngineSwarm implements SwarmFollower {
  readonly #engine: Engine
  readonly #state: StoreApi<SceneState>
  readonly #points = new CurrentPoints()
  readonly #listeners = new Set<(frame: LiveFrame | null) => void>()
  #frame: LiveFrame | null = null
  #wanted: Wanted | null = null
  #generation = 0
  /** What is under way belongs to this controller; another one means that the answer comes too late. */
  #flight: AbortController | null = null
  /** The buffer that is neither drawn nor under way. */
  #spare: Float32Array<ArrayBuffer> = new Float32Array(0)
  #resting = false
  #failed = false
  #debt = 0
  #minima: { readonly of: string; readonly list: readonly Attractor[] } | null = null

  constructor(engine: Engine, state: StoreApi<SceneState>) {
    this.#engine = engine
    this.#state = state
  }

  get frame(): LiveFrame | null {
    return this.#frame
  }

  subscribe(listener: (frame: LiveFrame | null) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  sync(): void {
    const state = this.#state.getState()
    this.#points.observe(state)
    if (state.swarm === null) this.#end()
    else this.#follow(state, state.swarm)
  }

  #follow({ climbers, surface }: SceneState, swarm: SwarmState): void {
    const spec = climbers[swarm.climber]?.spec
    if (spec == null || surface === null) return
    const { count, placement } = swarm
    const released = JSON.stringify([surfaceKey(surface), count, placement])
    const wanted = { request: swarm, released, surface, spec: { run: errandOf(spec), count, placement } }
    const isReleased = released !== this.#wanted?.released || swarm !== this.#wanted.request
    const isChanged = JSON.stringify(wanted.spec.run) !== JSON.stringify(this.#wanted?.spec.run)
    if (!isReleased && !isChanged) return
    this.#wanted = wanted
    this.#failed = false
    this.#resting = false
    if (isReleased) this.#release()
  }

  retry(): void {
    this.#failed = false
  }

  advance(seconds: number): boolean {
    if (this.#wanted === null || this.#resting || this.#failed) return false
    this.#debt = Math.min(this.#debt + seconds * SPEED, MOST_STEPS)
    if (this.#flight !== null || this.#debt < 1) return true
    const steps = Math.floor(this.#debt)
    this.#debt -= steps
    void this.#ask(this.#wanted, steps)
    return true
  }

  dispose(): void {
    this.#end()
    this.#listeners.clear()
  }

  /** Everyone back to her start, seen at once. */
  #release(): void {
    this.#generation++
    this.#debt = 0
    this.#flight?.abort()
    this.#flight = null
    if (this.#wanted !== null) void this.#ask(this.#wanted, 0)
  }

  async #ask({ surface, spec }: Wanted, steps: number): Promise<void> {
    const flight = new AbortController()
    this.#flight = flight
    const positions = this.#spare
    this.#spare = new Float32Array(0)
    const version = (this.#frame?.version ?? 0) + 1
    try {
      const minima = await this.#minimaOf(surface, spec.run, flight.signal)
      const counted = minima !== null && version % CENSUS_EVERY === 1 ? { attractors: minima } : {}
      const request = { surface, generation: this.#generation, spec, steps, positions, ...counted }
      const step = await this.#engine.swarm(this, request, { signal: flight.signal })
      if (this.#flight !== flight) return
      this.#flight = null
      this.#resting = !step.moving && steps > 0
      const shown = this.#frame?.positions
      if (shown !== undefined && shown.length === step.positions.length)
        this.#spare = shown as Float32Array<ArrayBuffer>
      const census = step.census ?? this.#frame?.census ?? null
      const { count } = spec
      const { moving, taken } = step
      this.#publish({ count, positions: step.positions, version, taken, moving, census, minima: minima ?? [] })
    } catch (error) {
      if (this.#flight !== flight) return
      this.#flight = null
      this.#failed = true
      this.#state.setState({ failure: messageOf(error) })
    }
  }

  /** Null while the critical points are sought. */
  async #minimaOf(
    surface: SurfaceSpec,
    { maximize }: Errand,
    signal: AbortSignal,
  ): Promise<readonly Attractor[] | null> {
    const of = `${surfaceKey(surface)} ${maximize}`
    const points = this.#points.of(this.#state.getState())
    if (this.#minima?.of === of) return this.#minima.list
    if (points === null) return null
    const list = await this.#engine.attractors(surface, maximize, points, { signal })
    this.#minima = { of, list }
    return list
  }

  #end(): void {
    this.#flight?.abort()
    this.#flight = null
    const wanted = this.#wanted
    this.#wanted = null
    this.#spare = new Float32Array(0)
    if (wanted === null) return
    const { surface, spec } = wanted
    const last = { surface, generation: 0, spec, steps: null, positions: new Float32Array(0) }
    // Nobody is interested in the answer; an engine that is gone has no swarm either.
    this.#engine.swarm(this, last).catch(() => {})
    this.#publish(null)
  }

  #publish(frame: LiveFrame | null): void {
    this.#frame = frame
    for (const listener of this.#listeners) listener(frame)
  }
}
