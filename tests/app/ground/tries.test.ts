import { describe, expect, test } from 'vitest'
import { averageTrail } from '../../../src/app/ground/average-trail'
import { showTries, triesOf } from '../../../src/app/ground/tries'
import { sketchesOfStep } from '../../../src/app/ground/tries-of-step'
import type { Optimizer } from '../../../src/optimizers/optimizer'
import { optimizers } from '../../../src/registry'
import { resolveRun } from '../../../src/scene/resolve'
import type { SceneRun } from '../../../src/scene/types'
import { simulate } from '../../../src/simulation/simulate'
import type { Trajectory } from '../../../src/simulation/trajectory'
import { createPlaybackStore } from '../../../src/store/playback-store'
import type { Climber } from '../../../src/store/types'
import { createSurface, specOf } from '../../../src/surfaces/create'
import himmelblau from '../../../src/surfaces/himmelblau'

const surface = createSurface(specOf(himmelblau))

function walker(
  optimizer: string,
  more: Partial<SceneRun> = {},
  steps = 40,
): Climber & { readonly trajectory: Trajectory } {
  const run: SceneRun = { optimizer, start: [-0.5, -0.5], hyperparameters: {}, maximize: false, ...more }
  const resolved = resolveRun(run, { steps, seed: 0 })
  if (!resolved.ok) throw new Error(resolved.problem.message)
  const trajectory = simulate(surface, optimizers.get(optimizer) as Optimizer, resolved.spec)
  return { run, spec: resolved.spec, trajectory, problem: null }
}

const place = ({ theta }: Trajectory, k: number) => [theta[2 * k]!, theta[2 * k + 1]!]
const corners = (xy: Float64Array) => Array.from({ length: xy.length / 2 }, (_, k) => [xy[2 * k]!, xy[2 * k + 1]!])

describe('what a method tries', () => {
  test('Nelder-Mead: the simplex after the step, her place among its corners, and what she threw', () => {
    const { trajectory } = walker('NelderMead')
    for (let k = 1; k < 20; k++) {
      const sketches = sketchesOfStep(3, trajectory, k)
      const simplex = sketches.find(({ kind }) => kind === 'closed')!
      expect(corners(simplex.xy)).toHaveLength(3)
      expect(corners(simplex.xy)).toContainEqual(place(trajectory, k))
      expect(sketches.some(({ kind }) => kind === 'points')).toBe(true)
      expect(sketches.every(({ climber }) => climber === 3)).toBe(true)
    }
    // The first simplex stands before the first step.
    expect(sketchesOfStep(3, trajectory, 0).map(({ kind }) => kind)).toEqual(['closed'])
  })

  test('a trust region: a circle around where she stood, the dogleg from there, and where it led', () => {
    const { trajectory } = walker('TrustRegion', { hyperparameters: { radius: 0.5 } })
    const [circle, path, taken] = sketchesOfStep(0, trajectory, 1)
    expect(circle).toMatchObject({ kind: 'circle', radius: 0.5 })
    expect(corners(circle!.xy)).toEqual([place(trajectory, 0)])
    expect(path!.kind).toBe('path')
    expect(corners(path!.xy)[0]).toEqual(place(trajectory, 0))
    expect(taken).toMatchObject({ kind: 'points' })
    expect(corners(taken!.xy)).toEqual([place(trajectory, 1)])
  })

  test('feeling around: as many places as she has feelers, at arm’s length, one of them taken', () => {
    const { trajectory } = walker('Feel', { hyperparameters: { k: 6, arm: 0.4 } })
    const [others, taken] = sketchesOfStep(0, trajectory, 1)
    expect(others).toMatchObject({ kind: 'points', faint: true })
    expect(corners(others!.xy)).toHaveLength(5)
    const [x, y] = place(trajectory, 0)
    for (const [a, b] of corners(others!.xy)) expect(Math.hypot(a! - x!, b! - y!)).toBeCloseTo(0.4, 12)
    expect(corners(taken!.xy)).toEqual([place(trajectory, 1)])
  })

  test('a line search: the line on which all its probes lie', () => {
    const { trajectory } = walker('GradientDescent')
    const [line, ...points] = sketchesOfStep(0, trajectory, 1)
    expect(line!.kind).toBe('path')
    const [from, to] = corners(line!.xy) as [number[], number[]]
    expect(from).toEqual(place(trajectory, 0))
    const reach = Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!)
    for (const [x, y] of points.flatMap(({ xy }) => corners(xy))) {
      const along = ((x! - from[0]!) * (to[0]! - from[0]!) + (y! - from[1]!) * (to[1]! - from[1]!)) / reach
      expect(Math.hypot(x! - from[0]!, y! - from[1]!)).toBeCloseTo(along, 9)
      expect(along).toBeLessThanOrEqual(reach + 1e-12)
    }
  })

  test('an optimizer of equations tries nothing', () => {
    expect(sketchesOfStep(0, walker('SGD', { hyperparameters: { lr: 0.01 } }).trajectory, 3)).toEqual([])
  })
})

describe('the average of a way', () => {
  test('ASGD: the mean of her places from t0 on, drawn once it has parted from her', () => {
    const { trajectory } = walker('ASGD', { hyperparameters: { lr: 0.01, t0: 5 } })
    const trail = averageTrail(0, trajectory, 'ax')!
    // PyTorch's mu is 1 up to step t0 + 2: until then the average is where she is.
    expect(trail(7)).toBeUndefined()
    const { kind, xy } = trail(30)!
    expect(kind).toBe('trail')
    const mean = [0, 1].map((i) => {
      const seen = Array.from({ length: 24 }, (_, n) => trajectory.theta[2 * (7 + n) + i]!)
      return seen.reduce((sum, value) => sum + value, 0) / seen.length
    })
    expect(corners(xy)).toHaveLength(31)
    expect(xy.at(-2)).toBeCloseTo(mean[0]!, 9)
    expect(xy.at(-1)).toBeCloseTo(mean[1]!, 9)
  })

  test('is not drawn where it never parts from her, nor where the run keeps none', () => {
    const never = averageTrail(0, walker('ASGD', { hyperparameters: { lr: 0.01 } }).trajectory, 'ax')!
    expect(never(40)).toBeUndefined()
    expect(averageTrail(0, walker('SGD', { hyperparameters: { lr: 0.01 } }).trajectory, 'ax')).toBeUndefined()
  })

  test('every optimizer that says it keeps an average does, at a place near her way', () => {
    const averaging = [...optimizers.values()].flatMap((rule) =>
      'average' in rule && rule.average !== undefined ? [[rule.name, rule.average] as const] : [],
    )
    expect(averaging.map(([name]) => name).sort()).toEqual(['ASGD', 'AdamWScheduleFree', 'SGDScheduleFree'])
    for (const [name, state] of averaging) {
      const { landscape = {} } = optimizers.get(name)!
      const { trajectory } = walker(name, { hyperparameters: { ...landscape, ...(name === 'ASGD' && { t0: 2 }) } }, 200)
      const { xy } = averageTrail(0, trajectory, state)!(200)!
      // Himmelblau's plain is ten wide; an average of a walk on it lies on it.
      expect(Math.hypot(...xy)).toBeLessThan(5 * Math.SQRT2 * Math.sqrt(xy.length))
      expect(corners(xy)[0]).toEqual([-0.5, -0.5])
    }
  })

  test('a long walk has a trail of few corners, which ends where the average is', () => {
    const { trajectory } = walker('ASGD', { hyperparameters: { lr: 0.01, t0: 1 } }, 5000)
    const trail = averageTrail(0, trajectory, 'ax')!
    for (const point of [4999, 5000]) {
      const { xy } = trail(point)!
      expect(xy.length).toBeLessThan(2 * 605)
      const j = trajectory.stateNames.indexOf('ax')
      const at = 2 * (point * trajectory.stateNames.length + j)
      expect([...xy.subarray(-2)]).toEqual([...trajectory.state.subarray(at, at + 2)])
    }
  })
})

describe('beside the walks', () => {
  const [sgd, nelderMead, feel] = [
    walker('SGD', { hyperparameters: { lr: 0.01 } }),
    walker('NelderMead'),
    walker('Feel'),
  ]
  const climbers = [sgd, nelderMead, feel]
  const whose = (selected: number, step = 3) =>
    new Set(triesOf(climbers, selected, optimizers)?.(step).map(({ climber }) => climber))

  test('everyone’s tries are drawn while none is selected, then only hers', () => {
    expect(whose(-1)).toEqual(new Set([1, 2]))
    expect(whose(2)).toEqual(new Set([2]))
    expect(triesOf(climbers, 0, optimizers)).toBeUndefined()
    expect(triesOf([sgd], -1, optimizers)).toBeUndefined()
  })

  test('between two points it is what leads to the second', () => {
    const tries = triesOf(climbers, 1, optimizers)!
    expect(tries(2.4)).toEqual(tries(3))
    expect(tries(2.4)).not.toEqual(tries(2))
  })

  test('the same moment is the same list', () => {
    const tries = triesOf(climbers, 1, optimizers)!
    expect(tries(2.4)).toBe(tries(2.6))
    const list = tries(7)
    expect(tries(7)).toBe(list)
  })

  test('once she rests she tries nothing more', () => {
    const long = walker('NelderMead', {}, 200)
    expect(long.trajectory.outcome).toBe('converged')
    const tries = triesOf([long], -1, optimizers)!
    expect(tries(long.trajectory.outcomeStep)).not.toEqual([])
    expect(tries(long.trajectory.outcomeStep + 1)).toEqual([])
    expect(tries(500)).toEqual([])
  })

  test('what is drawn is said on the element, at each step', () => {
    const playback = createPlaybackStore()
    playback.getState().setLast(40)
    playback.getState().seek(0)
    const element = { dataset: {} } as unknown as HTMLElement
    const stop = showTries(triesOf(climbers, 1, optimizers), playback, element)
    expect(element.dataset.tries).toBe('closed')
    playback.getState().seek(1)
    expect(element.dataset.tries).toMatch(/^closed points/)
    stop()
    showTries(undefined, playback, element)
    expect(element.dataset.tries).toBe('')
  })
})
