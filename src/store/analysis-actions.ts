import type { SweepAxis } from '../analysis/sweep-axis'
import { findOptimizer } from '../optimizers/find'
import type { Optimizer } from '../optimizers/optimizer'
import { limits } from '../scene/limits'
import { withHyperparameter, withRun } from './edit'
import type { ActionContext } from './scene-actions'
import { subjectOf } from './subject'
import { axisOf } from './sweep'
import type { SceneActions, SceneState, SweepState } from './types'

type AnalysisActions = Pick<
  SceneActions,
  'openSweep' | 'setSweepAxis' | 'closeSweep' | 'loadSweepCell' | 'releaseSwarm' | 'endSwarm'
>

const SWARM = { count: 10_000, placement: { kind: 'grid' } } as const

/** What people do with sweeps and swarms: only loading a cell changes the document. */
export function createAnalysisActions({ catalog, set, get }: ActionContext): AnalysisActions {
  const optimizerOf = (climber: number): Optimizer | undefined => {
    const spec = get().climbers[climber]?.spec
    return spec == null ? undefined : findOptimizer(spec, catalog.optimizers)
  }
  const change = (change: (sweep: SweepState) => SweepState) =>
    set(({ sweep }) => (sweep === null ? {} : { sweep: change(sweep) }))
  return {
    openSweep: (climber, x, y) => {
      const optimizer = optimizerOf(climber)
      if (optimizer === undefined || x === y || !isNumber(optimizer, x) || !isNumber(optimizer, y)) return
      const axes = { x: axisOf(optimizer, x), y: axisOf(optimizer, y) }
      set({ sweep: { climber, ...axes, goal: Number.NaN, map: null, progress: null } })
    },
    setSweepAxis: (side, changes) =>
      change((sweep) => {
        const optimizer = optimizerOf(sweep.climber)
        const old = sweep[side]
        const isOther = changes.name !== undefined && changes.name !== old.name
        if (optimizer === undefined || !isNumber(optimizer, changes.name ?? old.name)) return sweep
        const axis = { ...(isOther ? axisOf(optimizer, changes.name!) : old), ...changes }
        const other = sweep[side === 'x' ? 'y' : 'x']
        if (!isAxis(axis) || axis.name === other.name) return sweep
        // Values of another hyperparameter are no values of this one.
        return { ...sweep, [side]: axis, map: isOther ? null : sweep.map }
      }),
    closeSweep: () => set({ sweep: null }),
    loadSweepCell: (i, j) =>
      set((state) => {
        const { sweep, scene } = state
        const [x, y] = [sweep?.map?.xs[i], sweep?.map?.ys[j]]
        if (sweep === null || x === undefined || y === undefined || scene.runs[sweep.climber] === undefined)
          return state
        return {
          scene: withRun(scene, sweep.climber, (run) =>
            withHyperparameter(withHyperparameter(run, sweep.x.name, x), sweep.y.name, y),
          ),
        }
      }),
    releaseSwarm: (swarm = {}) =>
      set((state) => {
        const next = { climber: subjectOf(state), ...SWARM, ...state.swarm, ...swarm }
        const count = Math.round(Math.min(Math.max(next.count, 1), limits.swarm))
        return state.climbers[next.climber] === undefined || Number.isNaN(count) ? {} : { swarm: { ...next, count } }
      }),
    endSwarm: () => set({ swarm: null }),
  }
}

const isNumber = (optimizer: Optimizer, name: string) =>
  typeof new Map(Object.entries(optimizer.hyperparameters)).get(name) === 'number'

const isAxis = ({ low, high, scale }: SweepAxis) =>
  low < high && Number.isFinite(high - low) && (scale === 'linear' || low > 0)

/** Sweeps and swarms of a climber who is gone, or who has become another, go with her. */
export function withoutOrphans(state: SceneState, previous: SceneState): Partial<SceneState> {
  const { sweep, swarm } = state
  const isOrphan = (index: number) => {
    const [now, before] = [state.scene.runs[index], previous.scene.runs[index]]
    return now === undefined || (before !== undefined && now.optimizer !== before.optimizer)
  }
  return {
    ...(sweep !== null && isOrphan(sweep.climber) ? { sweep: null } : {}),
    ...(swarm !== null && state.scene.runs[swarm.climber] === undefined ? { swarm: null } : {}),
  }
}
