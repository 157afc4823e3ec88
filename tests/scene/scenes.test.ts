/** Every scene that comes with the program is read without a problem, run, and does what its description says. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findOptimizer } from '../../src/optimizers/find'
import { optimizers } from '../../src/registry'
import { examples } from '../../src/scene/examples'
import { parseScene } from '../../src/scene/parse'
import { resolveScene } from '../../src/scene/resolve'
import { decodeHash, encodeHash } from '../../src/scene/share'
import type { Scene } from '../../src/scene/types'
import { simulate } from '../../src/simulation/simulate'
import type { Trajectory } from '../../src/simulation/trajectory'
import { createSurface } from '../../src/surfaces/create'

const folder = new URL('../../scenes/', import.meta.url)
const files = readdirSync(folder).filter((file) => /^\d+-.*\.json$/.test(file))
const read = (file: string) => parseScene(readFileSync(new URL(file, folder), 'utf8'))

function walk(scene: Scene): Trajectory[] {
  const { surface, runs } = resolveScene(scene)
  if (!surface.ok) throw new Error(surface.problem.message)
  const ground = createSurface(surface.spec)
  return runs.map((run) => {
    if (!run.ok) throw new Error(run.problem.message)
    return simulate(ground, findOptimizer(run.spec, optimizers)!, run.spec, { domain: surface.spec.domain })
  })
}

const at = (walk: Trajectory, step = walk.length - 1) => [walk.theta[2 * step]!, walk.theta[2 * step + 1]!] as const
const distance = (walk: Trajectory, [x, y]: readonly [number, number], step?: number) =>
  Math.hypot(at(walk, step)[0] - x, at(walk, step)[1] - y)
const lossAt = (walk: Trajectory, step = walk.length - 1) => walk.loss[step]!
const outcomes = (walks: readonly Trajectory[]) => walks.map(({ outcome }) => outcome)
/** The greatest |y| from `step` on. */
const swing = (walk: Trajectory, step: number) => {
  let greatest = 0
  for (let k = step; k < walk.length; k++) greatest = Math.max(greatest, Math.abs(at(walk, k)[1]))
  return greatest
}

/** What each scene says, checked on its walks. */
const claims: Readonly<Record<string, (walks: readonly Trajectory[], scene: Scene) => void>> = {
  'four-climbers-four-valleys': (walks, { runs }) => {
    const valleys = [
      [3.584428, -1.848127],
      [3, 2],
      [-2.805118, 3.131313],
      [-3.77931, -3.283186],
    ] as const
    walks.forEach((one, i) => {
      expect(distance(one, valleys[i]!)).toBeLessThan(0.01)
    })
    // Same start, and for three of them the same learning rate.
    expect(new Set(runs.map(({ start }) => start.join()))).toHaveLength(1)
    expect(new Set(runs.slice(0, 3).map(({ hyperparameters }) => hyperparameters.lr))).toHaveLength(1)
    // Step 22: the heavier ball is on the pass, the lighter one beyond the first valley; step 34 and 70: arrivals.
    expect(distance(walks[2]!, [0.0867, 2.8843], 22)).toBeLessThan(0.4)
    expect(lossAt(walks[0]!, 34)).toBeLessThan(1)
    expect(lossAt(walks[3]!, 70)).toBeLessThan(0.1)
  },
  'momentum-in-a-ravine': ([sgd, momentum]) => {
    expect(Math.abs(at(sgd!, 6)[1])).toBeLessThan(0.15)
    expect(distance(momentum!, [0, 0], 40)).toBeLessThan(0.1)
    expect(at(sgd!, 40)[0] / at(sgd!, 0)[0]).toBeCloseTo(2 / 3, 1)
    expect(lossAt(momentum!)).toBeLessThan(1e-6 * lossAt(sgd!))
  },
  'nesterov-looks-ahead': ([momentum, nesterov]) => {
    expect(Math.abs(at(nesterov!, 15)[1])).toBeLessThan(0.2 * Math.abs(at(momentum!, 15)[1]))
    expect(swing(nesterov!, 60)).toBeLessThan(0.01 * swing(momentum!, 60))
    expect(lossAt(nesterov!)).toBeLessThan(0.01 * lossAt(momentum!))
  },
  'leaving-a-saddle': (walks) => {
    const [ridge, beside, momentum, adam] = walks
    expect(ridge!.outcome).toBe('stuck')
    expect(distance(ridge!, [0, 0])).toBeLessThan(1e-6)
    expect(beside!.outcome).toBe('converged')
    // How long each needs to be off the ridge.
    const leaves = (one: Trajectory) =>
      Array.from({ length: one.length }, (_, k) => k).find((k) => Math.abs(at(one, k)[0]) > 0.5)!
    expect(leaves(adam!)).toBeLessThanOrEqual(10)
    expect(leaves(adam!)).toBeLessThan(leaves(momentum!))
    expect(leaves(momentum!)).toBeLessThan(leaves(beside!))
    expect(Math.abs(lossAt(beside!, 40))).toBeLessThan(1e-3)
    expect(distance(beside!, [1, 0], 80)).toBeLessThan(0.1)
  },
  'a-local-minimum': ([sgd, momentum]) => {
    expect(lossAt(sgd!)).toBeCloseTo(0.2986, 3)
    expect(distance(sgd!, [-1.7476, 0.8738])).toBeLessThan(0.01)
    expect(momentum!.outcome).toBe('converged')
    expect(distance(momentum!, [0, 0])).toBeLessThan(1e-5)
  },
  'the-wrong-summit': (walks) => {
    expect(outcomes(walks)).toEqual(['converged', 'converged', 'converged'])
    expect(walks.map((one) => lossAt(one).toFixed(2))).toEqual(['3.78', '3.59', '8.11'])
    const starts = walks.map((one) => at(one, 0))
    for (const one of walks) for (const start of starts) expect(distance(one, start, 0)).toBeLessThan(0.4)
  },
  'too-large-a-step': ([slow, right, restless, gone]) => {
    expect(distance(slow!, [3, 2], 20)).toBeGreaterThan(1)
    expect(distance(right!, [3, 2], 20)).toBeLessThan(0.02)
    // Restless: leaps of more than a unit to the very end.
    const last = restless!.length - 1
    expect(Math.max(...[0, 1, 2].map((k) => lossAt(restless!, last - k)))).toBeGreaterThan(10)
    expect(gone!.outcome).toBe('diverged')
    expect(gone!.outcomeStep).toBe(36)
  },
  'two-over-lambda': ([once, below, above]) => {
    expect(at(once!, 1)[1]).toBe(0)
    for (let k = 1; k < below!.length; k++) {
      expect(at(below!, k)[1] * at(below!, k - 1)[1]).toBeLessThan(0)
      expect(Math.abs(at(below!, k)[1])).toBeLessThan(Math.abs(at(below!, k - 1)[1]))
      expect(Math.abs(at(above!, k)[1])).toBeGreaterThan(Math.abs(at(above!, k - 1)[1]))
    }
    expect(at(once!)[0] / at(once!, 0)[0]).toBeGreaterThan(0.5)
  },
  'as-many-answers-as-starts': (walks) => {
    expect(
      new Set(
        walks.map((one) =>
          at(one)
            .map((c) => c.toFixed(2))
            .join(),
        ),
      ),
    ).toHaveLength(6)
    for (const one of walks) expect(Math.hypot(...one.gradient.slice(-2))).toBeLessThan(0.01)
    expect(walks.map((one) => lossAt(one) < 1e-6)).toEqual([true, false, false, false, false, false])
  },
  'a-plateau': ([sgd, momentum, adam]) => {
    expect(distance(sgd!, at(sgd!, 0), 20)).toBeLessThan(0.02)
    expect(lossAt(sgd!)).toBeGreaterThan(-0.01)
    expect(lossAt(adam!, 20)).toBeCloseTo(-0.42, 1)
    expect(lossAt(adam!)).toBeLessThan(-0.999)
    expect(lossAt(momentum!, 90)).toBeGreaterThan(-0.05)
    expect(lossAt(momentum!, 115)).toBeLessThan(-0.9)
  },
  'adam-and-sgd-in-a-banana': ([sgd, adam]) => {
    for (const one of [sgd!, adam!]) expect(Math.abs(at(one, 20)[1] - at(one, 20)[0] ** 2)).toBeLessThan(0.1)
    expect(distance(sgd!, at(sgd!, 0), 300)).toBeCloseTo(0.5, 1)
    expect(at(adam!, 300)[0]).toBeGreaterThan(0.4)
    expect(lossAt(adam!)).toBeLessThan(0.01)
    expect(lossAt(sgd!)).toBeGreaterThan(4)
  },
  'tilt-the-ground': ([right, left], scene) => {
    expect(at(right!)[0]).toBeGreaterThan(0.9)
    expect(at(left!)[0]).toBeLessThan(-1)
    expect(lossAt(left!)).toBeLessThan(lossAt(right!) - 0.5)
    const tilted = (c: number) =>
      walk({
        ...scene,
        surface: { ...(scene.surface as object), formula: '(x^2 - 1)^2 + y^2 + c x', parameters: { c } },
      })
    const steeper = tilted(1.8)
    for (const one of steeper) expect(at(one)[0]).toBeLessThan(-1)
    expect(at(tilted(1.5)[0]!)[0]).toBeGreaterThan(0.5)
  },
  'an-optimizer-of-your-own': ([sgd, unit, shorter]) => {
    expect(distance(sgd!, at(sgd!, 0), 20)).toBeLessThan(0.02)
    expect(distance(unit!, [0, 0], 20) / distance(unit!, [0, 0], 0)).toBeCloseTo(0.54, 1)
    // Every step is 0.1 long, to the end.
    for (let k = 1; k < unit!.length; k++) expect(distance(unit!, at(unit!, k - 1), k)).toBeCloseTo(0.1, 12)
    expect(distance(unit!, [0, 0])).toBeGreaterThan(0.01)
    expect(distance(shorter!, [0, 0], 60)).toBeLessThan(0.05)
    expect(distance(shorter!, [0, 0])).toBeLessThan(0.003)
  },
  'noise-and-letting-go': (walks) => {
    const [large, small, falling] = walks
    // The same noise for all.
    const noise = (one: Trajectory, i: number) => one.felt![i]! - one.gradient[i]!
    for (const i of [0, 1, 300, 601]) {
      for (const one of walks) expect(noise(one, i)).toBeCloseTo(noise(large!, i), 12)
    }
    for (const one of [large!, falling!]) expect(distance(one, [0, 0], 10)).toBeLessThan(0.8)
    expect(at(small!, 10)[0] / at(small!, 0)[0]).toBeCloseTo(0.8, 1)
    const unrest = (one: Trajectory) => {
      const squares = Array.from({ length: 200 }, (_, k) => distance(one, [0, 0], 101 + k) ** 2)
      return Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / 200)
    }
    expect(unrest(large!)).toBeGreaterThan(2.5 * unrest(falling!))
    expect(unrest(falling!)).toBeLessThan(0.3)
  },
  'a-stumble-now-and-then': (walks) => {
    for (const one of walks) {
      for (const step of [60, 300]) expect(distance(one, [0, 0], step)).toBeLessThan(1.1)
    }
    const [sgd, clipped, sign] = walks
    expect(distance(sgd!, at(sgd!, 175), 176)).toBeGreaterThan(9)
    expect(Math.hypot(...at(sgd!, 176))).toBeGreaterThan(8)
    for (let k = 1; k <= 300; k++) {
      expect(distance(clipped!, at(clipped!, k - 1), k)).toBeLessThan(0.15 + 1e-12)
      expect(distance(sign!, at(sign!, k - 1), k)).toBeLessThan(0.0708)
    }
  },
  'adagrad-runs-out-of-breath': ([adagrad, rmsprop]) => {
    expect(at(adagrad!, 40)[0] / -9).toBeCloseTo(0.46, 1)
    expect(at(rmsprop!, 40)[0] / -9).toBeCloseTo(1 / 8, 1)
    expect(lossAt(rmsprop!)).toBeLessThan(1e-4 * lossAt(adagrad!))
  },
  'newton-at-a-saddle': ([plain, free, search]) => {
    expect(at(plain!, 0)[0] * at(plain!, 1)[0]).toBeLessThan(0)
    expect(plain!.outcome).toBe('stuck')
    expect(plain!.outcomeStep).toBe(3)
    expect(distance(plain!, [0, 0])).toBeLessThan(1e-9)
    for (const one of [free!, search!]) expect(distance(one, [1, 0], 8)).toBeLessThan(0.01)
    expect(free!.outcome).toBe('converged')
  },
  'two-steps-in-two-dimensions': ([steepest, conjugate, bfgs, newton]) => {
    for (const one of [conjugate!, bfgs!]) {
      expect(distance(one, at(steepest!, 1), 1)).toBeLessThan(1e-9)
      expect(one.outcomeStep).toBe(2)
      expect(distance(one, [0, 0], 2)).toBeLessThan(1e-9)
    }
    expect(newton!.outcomeStep).toBe(1)
    for (let k = 1; k < steepest!.length; k++) {
      expect(at(steepest!, k)[1] * at(steepest!, k - 1)[1]).toBeLessThan(0)
      expect(lossAt(steepest!, k) / lossAt(steepest!, k - 1)).toBeCloseTo(2 / 3, 2)
    }
  },
  'a-triangle-that-tumbles': ([simplex]) => {
    const size = (k: number) => simplex!.state[2 * simplex!.stateNames.length * k]!
    expect(simplex!.stateNames[0]).toBe('size')
    expect(size(0)).toBe(1)
    // At step 5 on the parabola that is the valley's floor.
    expect(Math.abs(at(simplex!, 5)[1] - at(simplex!, 5)[0] ** 2)).toBeLessThan(0.2)
    expect(size(5)).toBeLessThan(0.6)
    expect(size(40)).toBeLessThan(0.1)
    expect(at(simplex!, 40)[0]).toBeLessThan(0.5)
    expect(lossAt(simplex!, 80)).toBeLessThan(1e-4)
    expect(simplex!.evaluations.value / 120).toBeCloseTo(2, 0)
    expect(simplex!.evaluations.gradient).toBe(0)
  },
  'the-climbers-own-way': ([four, sixteen, turned]) => {
    const arm = (one: Trajectory, k: number) =>
      one.state[2 * (one.stateNames.length * k + one.stateNames.indexOf('arm'))]!
    expect(arm(four!, 10)).toBe(0.125)
    expect(arm(sixteen!, 10)).toBe(0.5)
    expect(distance(sixteen!, [0, 0], 15)).toBeLessThan(0.1)
    expect(distance(four!, [0, 0], 15)).toBeGreaterThan(2)
    expect(lossAt(turned!, 80)).toBeLessThan(1e-3 * lossAt(four!, 80))
    for (const one of [four!, sixteen!, turned!]) expect(one.evaluations.gradient).toBe(0)
  },
}

test('there is a claim for every scene, and a scene for every claim', () => {
  expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(claims).sort())
  expect(files).toHaveLength(examples.length)
})

describe.each(files)('%s', (file) => {
  const { scene, problems } = read(file)

  test('is read without a problem, says what it shows, and survives its link', () => {
    expect(problems).toEqual([])
    expect(scene.title.length).toBeGreaterThan(5)
    expect(scene.description.length).toBeGreaterThan(80)
    expect(scene.cues.length).toBeGreaterThan(0)
    const steps = scene.cues.map(({ step }) => step)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(Math.max(...steps)).toBeLessThanOrEqual(scene.steps)
    expect(decodeHash(encodeHash(scene))?.scene).toEqual(scene)
  })

  test('does what it says', () => {
    const name = file.replace(/^\d+-|\.json$/g, '')
    claims[name]!(walk(scene), scene)
  })
})
