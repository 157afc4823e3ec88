import type { StoreApi } from 'zustand/vanilla'
import type { CriticalPointReport, HeightField } from '../analysis/types'
import { type Catalog, resolveRun, resolveSurface } from '../scene/resolve'
import type { Scene, SceneSurface } from '../scene/types'
import type { SurfaceSpec } from '../surfaces/surface'
import type { Engine } from '../worker/engine'
import { readFormula } from './formula'
import { createLatest } from './latest'
import { alignSlots, climberOf, createSlot, messageOf, type Slot } from './slot'
import type { PlaybackActions, PlaybackState, SceneState } from './types'

export const CANCELLED = 'Cancelled. Change something or press retry to walk again.'

export interface ControllerOptions {
  readonly engine: Engine
  readonly catalog: Catalog
  readonly state: StoreApi<SceneState>
  readonly playback: StoreApi<PlaybackState & PlaybackActions>
  /** Samples along a side of the height field; when there are two, the first is shown until the second is ready. */
  readonly fieldSizes: readonly number[]
}

/**
 * Keeps results up to date with the document: asks the engine for what changed, and nothing else.
 *
 * A new surface lands together with the walks on it, so that no view ever draws a walk on the wrong ground; only long
 * walks follow later. Until then everything old stays in sight.
 */
export class Controller {
  readonly #options: ControllerOptions
  #slots: Slot[] = []
  /** The document's surface as it was read last: dragging a start must not parse the formula again. */
  #read: { readonly surface: SceneSurface; readonly spec: SurfaceSpec | null } | null = null
  /** The surface that is wanted: on the screen already, or on its way. */
  #target: { readonly spec: SurfaceSpec; readonly key: string } | null = null
  /** Set from a surface's request until it lands. */
  #pending: { field: HeightField | null } | null = null
  /** The newest scene that waits for the pending surface to land. */
  #queued: Scene | null = null

  readonly #coarse = createLatest<SurfaceSpec, HeightField>({
    work: (spec, options) => this.#options.engine.field(spec, this.#options.fieldSizes[0]!, options),
    land: (field) => {
      if (this.#pending !== null) this.#pending.field = field
      this.#landSurface()
    },
    fail: (reason) => this.#failSurface(reason),
    changed: () => this.#progressed(),
  })
  readonly #fine = createLatest<SurfaceSpec, HeightField>({
    work: (spec, options) => this.#options.engine.field(spec, this.#options.fieldSizes.at(-1)!, options),
    land: (field, spec) => {
      if (this.#options.state.getState().surface === spec) this.#options.state.setState({ field })
    },
    // The coarse field stays.
    fail: () => {},
    changed: () => {},
  })
  readonly #critical = createLatest<SurfaceSpec, CriticalPointReport>({
    work: (spec, options) => this.#options.engine.criticalPoints(spec, options),
    land: (criticalPoints, spec) => {
      if (this.#options.state.getState().surface === spec) this.#options.state.setState({ criticalPoints })
      this.#progressed()
    },
    fail: (reason) => this.#options.state.setState({ failure: messageOf(reason) }),
    changed: () => this.#progressed(),
  })

  constructor(options: ControllerOptions) {
    this.#options = options
  }

  /** Brings results in line with `scene`. */
  sync(scene: Scene): void {
    this.#slots = alignSlots(this.#slots, scene.runs, (run) =>
      createSlot(
        run,
        this.#options.engine,
        () => this.#landWalk(),
        () => this.#progressed(),
      ),
    )
    for (const slot of this.#slots) this.#resolve(slot, scene)
    const surface = this.#readSurface(scene)
    if (surface !== null) this.#request(surface, scene)
    this.#publish()
  }

  /** Stops long work. */
  cancel(): void {
    this.#queued = null
    const surfaceStopped = this.#coarse.progress !== null && this.#coarse.cancel()
    if (surfaceStopped) this.#failSurface(new Error(CANCELLED))
    if (this.#critical.progress !== null) this.#critical.cancel()
    for (const slot of this.#slots) {
      if (slot.latest.progress === null) continue
      slot.latest.cancel()
      slot.asked = ''
      slot.problem = CANCELLED
    }
    this.#publish()
  }

  /** Asks again for whatever failed or was cancelled. */
  retry(scene: Scene): void {
    this.#options.state.setState({ failure: null })
    this.sync(scene)
    const { surface, criticalPoints } = this.#options.state.getState()
    if (surface !== null && criticalPoints === null && !this.#critical.busy) this.#critical.request(surface)
  }

  dispose(): void {
    this.#queued = null
    for (const latest of [this.#coarse, this.#fine, this.#critical]) latest.cancel()
    for (const slot of this.#slots) slot.latest.cancel()
  }

  /** The surface of the document, or null and the problem in the state. */
  #readSurface(scene: Scene): SurfaceSpec | null {
    if (this.#read?.surface === scene.surface) return this.#read.spec
    const spec = this.#resolveSurface(scene)
    this.#read = { surface: scene.surface, spec }
    return spec
  }

  #resolveSurface({ surface }: Scene): SurfaceSpec | null {
    const resolved = resolveSurface(surface, this.#options.catalog)
    if (resolved.ok) return resolved.spec
    const reading = typeof surface === 'string' ? null : readFormula(surface.formula, surface.parameters ?? {})
    const { message, position = 0, length = 0 } = resolved.problem
    const formulaProblem = reading?.ok === false ? reading.problem : { message, position, length, unknownNames: [] }
    this.#options.state.setState({ formulaProblem })
    return null
  }

  #resolve(slot: Slot, scene: Scene): void {
    const resolved = resolveRun(slot.run, scene, this.#options.catalog)
    if (resolved.ok) {
      if (JSON.stringify(resolved.spec) !== JSON.stringify(slot.spec)) slot.spec = resolved.spec
      return
    }
    slot.spec = null
    slot.problem = resolved.problem.message
    slot.asked = ''
    slot.latest.cancel()
  }

  #request(spec: SurfaceSpec, scene: Scene): void {
    const key = JSON.stringify(spec)
    if (key !== this.#target?.key) {
      if (this.#pending !== null && !this.#isLong()) {
        this.#queued = scene
        return
      }
      this.#target = { spec, key }
      this.#pending = { field: null }
      this.#fine.cancel()
      this.#coarse.request(spec)
    }
    this.#queued = null
    for (const slot of this.#slots) this.#walk(slot, this.#target!)
  }

  #walk(slot: Slot, target: { readonly spec: SurfaceSpec; readonly key: string }): void {
    if (slot.spec === null) return
    const asked = `${target.key} ${JSON.stringify(slot.spec)}`
    if (asked === slot.asked) return
    slot.asked = asked
    slot.problem = null
    slot.staged = null
    slot.latest.request({ surface: target.spec, spec: slot.spec })
  }

  #landWalk(): void {
    if (this.#pending === null) this.#publish()
    else this.#landSurface()
  }

  /** Shows the pending surface once its field and all but the long walks are there. */
  #landSurface(): void {
    const field = this.#pending?.field
    const waiting = this.#slots.some((slot) => slot.latest.busy && slot.latest.progress === null)
    if (field == null || waiting || this.#target === null) return
    const { spec } = this.#target
    const old = this.#options.state.getState()
    this.#pending = null
    for (const slot of this.#slots) slot.trajectory = null
    // While a parameter is dragged the old points are closer to the truth than none.
    const criticalPoints = old.surface?.formula === spec.formula ? old.criticalPoints : null
    this.#publish({ surface: spec, field, criticalPoints, failure: null })
    this.#critical.request(spec)
    if (this.#options.fieldSizes.length > 1) this.#fine.request(spec)
    const queued = this.#queued
    this.#queued = null
    if (queued !== null) this.sync(queued)
  }

  #failSurface(reason: unknown): void {
    this.#pending = null
    this.#target = null
    for (const slot of this.#slots) slot.asked = ''
    this.#options.state.setState({ failure: messageOf(reason) })
    const queued = this.#queued
    this.#queued = null
    if (queued !== null) this.sync(queued)
  }

  #isLong(): boolean {
    return this.#coarse.progress !== null || this.#slots.some((slot) => slot.latest.progress !== null)
  }

  #progressed(): void {
    // A walk that has just become long holds the surface up no longer.
    if (this.#pending !== null) this.#landSurface()
    if (this.#pending !== null && this.#queued !== null && this.#isLong()) this.sync(this.#queued)
    this.#publish()
  }

  #publish(changes: Partial<SceneState> = {}): void {
    const { state, playback } = this.#options
    if (this.#pending === null) {
      for (const slot of this.#slots) {
        if (slot.staged === null) continue
        slot.trajectory = slot.staged
        slot.staged = null
      }
    }
    const climbers = this.#slots.map(climberOf)
    const old = state.getState()
    const progress = this.#progress()
    const same = climbers.length === old.climbers.length && climbers.every((climber, i) => climber === old.climbers[i])
    if (!same || progress !== old.progress || Object.keys(changes).length > 0) {
      state.setState({ ...changes, progress, climbers: same ? old.climbers : climbers })
    }
    const walked = this.#slots.map((slot) => (slot.trajectory?.length ?? 1) - 1)
    if (this.#pending === null && walked.length > 0) playback.getState().setLast(Math.max(...walked))
  }

  /** Of the long jobs, the mean; null when there are none. */
  #progress(): number | null {
    const fractions = [
      this.#coarse.progress,
      this.#critical.progress,
      ...this.#slots.map((slot) => slot.latest.progress),
    ]
    const long = fractions.filter((fraction) => fraction !== null)
    return long.length === 0 ? null : long.reduce((sum, fraction) => sum + fraction, 0) / long.length
  }
}
