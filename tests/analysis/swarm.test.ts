/** Swarms: where they are released, and that each climber walks as she would alone. */
import { describe, expect, test } from 'vitest'
import type { Attractor } from '../../src/analysis/basins-attractors'
import type { Errand } from '../../src/analysis/errand'
import { Fleets } from '../../src/analysis/fleets'
import { Swarm, SwarmError } from '../../src/analysis/swarm'
import { type Placement, placeSwarm } from '../../src/analysis/swarm-placement'
import { createExecutor } from '../../src/kernels/create-executor'
import { finish } from '../../src/math/sliced'
import { optimizers, surfaces } from '../../src/registry'
import { simulate } from '../../src/simulation/simulate'
import { createSurface, specOf } from '../../src/surfaces/create'
import type { Domain } from '../../src/surfaces/surface'

const executor = createExecutor()
const fleets = new Fleets(executor)
const surface = createSurface(specOf(surfaces.get('himmelblau')!), executor)
const domain: Domain = { x: [-2, 6], y: [0, 1] }
const sgd = optimizers.get('SGD')!
const errand = (lr: number): Errand => ({
  optimizer: 'SGD',
  hyperparameters: { lr, momentum: 0.9 },
  maximize: false,
  steps: 100,
  seed: 0,
})
const released = (run: Errand, count: number, placement: Placement = { kind: 'grid' }) =>
  new Swarm(surface, sgd, { run, count, placement }, fleets)
const positionsOf = (swarm: Swarm, count: number) => {
  const positions = new Float32Array(2 * count)
  swarm.write(positions)
  return positions
}

describe('placing', () => {
  test('a grid fills the domain, one climber in the middle of each cell', () => {
    const { x, y } = placeSwarm(domain, { kind: 'grid' }, 4)
    expect([...x]).toEqual([0, 4, 0, 4])
    expect([...y]).toEqual([0.25, 0.25, 0.75, 0.75])
  })

  test('chance keeps within the domain, and a seed repeats it', () => {
    const first = placeSwarm(domain, { kind: 'random', seed: 3 }, 500)
    expect(Math.min(...first.x)).toBeGreaterThanOrEqual(-2)
    expect(Math.max(...first.x)).toBeLessThan(6)
    expect(first.x.reduce((sum, x) => sum + x) / 500).toBeCloseTo(2, 0)
    expect(placeSwarm(domain, { kind: 'random', seed: 3 }, 500)).toEqual(first)
    expect(placeSwarm(domain, { kind: 'random', seed: 4 }, 500)).not.toEqual(first)
  })

  test('a disc is filled evenly: a quarter of its climbers is within half its radius', () => {
    const { x, y } = placeSwarm(domain, { kind: 'disc', x: 1, y: -1, radius: 2, seed: 0 }, 4000)
    const distances = [...x].map((value, i) => Math.hypot(value - 1, y[i]! + 1))
    expect(Math.max(...distances)).toBeLessThanOrEqual(2)
    expect(distances.filter((distance) => distance <= 1).length / 4000).toBeCloseTo(0.25, 1)
  })
})

test('each climber walks as she would alone, however the steps are divided', () => {
  const run = errand(0.005)
  const count = 9
  const swarm = released(run, count)
  for (const steps of [1, 7, 22]) finish(swarm.advance(steps))
  expect(swarm.taken).toBe(30)
  const starts = placeSwarm(surface.spec.domain, { kind: 'grid' }, count)
  const positions = positionsOf(swarm, count)
  for (let i = 0; i < count; i++) {
    const { theta } = simulate(surface, sgd, { ...run, start: [starts.x[i]!, starts.y[i]!], steps: 30 })
    expect([positions[2 * i], positions[2 * i + 1]]).toEqual(
      [theta[60], theta[61]].map(Math.fround as (x?: number) => number),
    )
  }
})

test('a changed run is followed from where everyone stands, its memory fresh', () => {
  const swarm = released(errand(0.005), 4)
  finish(swarm.advance(5))
  const before = positionsOf(swarm, 4)
  const changed = errand(0.001)
  swarm.follow(sgd, changed)
  expect(positionsOf(swarm, 4)).toEqual(before)
  finish(swarm.advance(3))
  expect(swarm.taken).toBe(8)
  const alone = released(errand(0.005), 4)
  finish(alone.advance(5))
  expect(positionsOf(swarm, 4)).not.toEqual(before)
})

test('the diverged are nowhere, and are counted', () => {
  const wild = released(errand(10), 16)
  finish(wild.advance(200))
  expect(
    positionsOf(wild, 16)
      .filter((_, i) => i % 2 === 0)
      .every(Number.isNaN),
  ).toBe(true)
  expect(wild.census([])).toEqual({ at: new Int32Array(0), diverged: 16 })
})

test('a swarm in which nobody can move again says so, and takes no further steps', () => {
  const plain = { ...errand(0.01), hyperparameters: { lr: 0.01 } }
  const swarm = released(plain, 4)
  expect(swarm.moving).toBe(true)
  finish(swarm.advance(3000))
  expect(swarm.moving).toBe(false)
  const at = swarm.taken
  finish(swarm.advance(10))
  expect(swarm.taken).toBe(at)
  swarm.follow(sgd, errand(0.005))
  expect(swarm.moving).toBe(true)
})

test('the census counts who is where', () => {
  const swarm = released(errand(0.002), 100)
  finish(swarm.advance(400))
  const attractors = [
    { x: 3, y: 2, reach: 0.01 },
    { x: 0, y: 0, reach: 0.01 },
  ] as Attractor[]
  const { at, diverged } = swarm.census(attractors)
  expect(at[0]).toBeGreaterThan(10)
  expect(at[0]).toBeLessThan(60)
  expect([at[1], diverged]).toEqual([0, 0])
})

test('climbers who walk one by one are no swarm', () => {
  const method = optimizers.get('NelderMead')!
  expect(
    () =>
      new Swarm(
        surface,
        method,
        { run: { ...errand(1), hyperparameters: {} }, count: 3, placement: { kind: 'grid' } },
        fleets,
      ),
  ).toThrow(SwarmError)
})
