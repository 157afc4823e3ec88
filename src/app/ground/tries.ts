import type { Optimizer } from '../../optimizers/optimizer'
import type { Trajectory } from '../../simulation/trajectory'
import type { Climber, SceneStore } from '../../store/types'
import type { Surface } from '../../surfaces/surface'
import type { Sketch, SketchesAt } from '../../views/overlays'
import { averageTrail } from './average-trail'
import { type FeltAt, sketchesOfStep } from './tries-of-step'

interface Walker {
  readonly index: number
  readonly trajectory: Trajectory
  readonly average: ((point: number) => Sketch | undefined) | undefined
  readonly feltAt: FeltAt | undefined
}

/**
 * What is drawn beside the walks: what the selected climber tries in the step at the playhead and the average that she
 * keeps, or everyone's while none is selected. Undefined where nobody has anything to show.
 */
export function triesOf(
  climbers: readonly Climber[],
  selected: number,
  optimizers: ReadonlyMap<string, Optimizer>,
  feltAt?: FeltAt,
): SketchesAt | undefined {
  const walkers = climbers.flatMap((climber, index) =>
    selected >= 0 && selected !== index ? [] : walkerOf(climber, index, optimizers, feltAt),
  )
  if (walkers.length === 0) return undefined
  let shown: { readonly key: number; readonly sketches: readonly Sketch[] } | undefined
  return (playhead) => {
    // The point that she has reached, and the one that she is on her way to.
    const [reached, next] = [Math.floor(playhead), Math.ceil(playhead)]
    const key = reached + next
    if (shown?.key !== key) shown = { key, sketches: walkers.flatMap((walker) => sketchesOf(walker, reached, next)) }
    return shown.sketches
  }
}

function walkerOf(
  { run, trajectory }: Climber,
  index: number,
  optimizers: ReadonlyMap<string, Optimizer>,
  feltAt: FeltAt | undefined,
): readonly Walker[] {
  if (trajectory === null) return []
  const rule = run.equations === undefined ? optimizers.get(run.optimizer) : undefined
  const name = rule !== undefined && 'average' in rule ? rule.average : undefined
  const average = name === undefined ? undefined : averageTrail(index, trajectory, name)
  if (trajectory.attempts === undefined && average === undefined) return []
  // A model of noisy slopes is another one.
  return [{ index, trajectory, average, feltAt: run.noise === undefined ? feltAt : undefined }]
}

function sketchesOf({ index, trajectory, average, feltAt }: Walker, reached: number, next: number): readonly Sketch[] {
  const trail = average?.(Math.min(reached, trajectory.length - 1))
  return [
    ...(trail === undefined ? [] : [trail]),
    ...(next > lastTry(trajectory) ? [] : sketchesOfStep(index, trajectory, next, feltAt)),
  ]
}

/** The ground to second order, for those who feel it so. */
export const feltOn =
  (surface: Surface): FeltAt =>
  (theta) => {
    const [gradient, hessian] = [new Float64Array(2), new Float64Array(4)]
    surface.gradient(theta, gradient)
    surface.hessian(theta, hessian)
    return {
      gradient: [gradient[0]!, gradient[1]!],
      hessian: [hessian[0]!, hessian[1]!, hessian[3]!],
      domain: surface.spec.domain,
    }
  }

/** After a walk is over, or has come to rest, what she still tries says nothing. */
const lastTry = ({ outcome, outcomeStep, length }: Trajectory): number =>
  outcome === 'converged' || outcome === 'stuck' ? outcomeStep : length - 1

/** Writes what is drawn at the playhead into `data-tries`, for whoever watches the page from outside. */
export function showTries(
  tries: SketchesAt | undefined,
  playback: SceneStore['playback'],
  element: HTMLElement | null,
): () => void {
  let written: readonly Sketch[] | undefined
  const write = () => {
    const sketches = tries?.(playback.getState().step) ?? []
    if (element === null || sketches === written) return
    written = sketches
    element.dataset.tries = sketches.map(({ kind }) => kind).join(' ')
  }
  write()
  return tries === undefined ? () => {} : playback.subscribe(write)
}
