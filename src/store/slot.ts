import type { SceneRun } from '../scene/types'
import type { RunSpec, Trajectory } from '../simulation/trajectory'
import type { SurfaceSpec } from '../surfaces/surface'
import type { Engine } from '../worker/engine'
import { createLatest, type Latest } from './latest'
import type { Climber } from './types'

export interface Walk {
  readonly surface: SurfaceSpec
  readonly spec: RunSpec
}

/** One climber's place in the controller: what she was asked to walk, and what has come of it. */
export interface Slot {
  run: SceneRun
  spec: RunSpec | null
  problem: string | null
  trajectory: Trajectory | null
  /** Landed, but waiting for the surface it belongs to. */
  staged: Trajectory | null
  /** What was asked last, as text; empty when it must be asked again. */
  asked: string
  readonly latest: Latest<Walk>
  /** The last answer of `climberOf`, kept while nothing changes so that views can compare by identity. */
  climber: Climber | null
}

export function createSlot(run: SceneRun, engine: Engine, landed: (slot: Slot) => void, changed: () => void): Slot {
  const latest = createLatest<Walk, Trajectory>({
    work: ({ surface, spec }, options) => engine.simulate(surface, spec, options),
    land: (trajectory) => {
      slot.staged = trajectory
      slot.problem = null
      landed(slot)
    },
    fail: (reason) => {
      slot.staged = null
      slot.problem = messageOf(reason)
      slot.asked = ''
      landed(slot)
    },
    changed,
  })
  const slot: Slot = {
    run,
    spec: null,
    problem: null,
    trajectory: null,
    staged: null,
    asked: '',
    latest,
    climber: null,
  }
  return slot
}

export function climberOf(slot: Slot): Climber {
  const { run, spec, trajectory, problem, climber } = slot
  const same =
    climber !== null &&
    climber.run === run &&
    climber.spec === spec &&
    climber.trajectory === trajectory &&
    climber.problem === problem
  if (!same) slot.climber = { run, spec, trajectory, problem }
  return slot.climber!
}

/**
 * Slots for `runs`: a run that is still there keeps its slot wherever it moved; a changed run takes over the slot that
 * its place had, so that its old walk stays in sight until the new one lands.
 */
export function alignSlots(slots: readonly Slot[], runs: readonly SceneRun[], create: (run: SceneRun) => Slot): Slot[] {
  const unclaimed = new Set(slots)
  const claim = (slot: Slot | undefined) => (slot !== undefined && unclaimed.delete(slot) ? slot : undefined)
  const kept = runs.map((run) => claim(slots.find((slot) => slot.run === run && unclaimed.has(slot))))
  const aligned = runs.map((run, i) => {
    const slot = kept[i] ?? (runs.length === slots.length ? claim(slots[i]) : undefined) ?? create(run)
    slot.run = run
    return slot
  })
  for (const slot of unclaimed) slot.latest.cancel()
  return aligned
}

export const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason))
