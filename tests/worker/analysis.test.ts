/** Basins, sweeps and swarms through the engine are what the library computes. */
import { afterAll, expect, test } from 'vitest'
import { type BasinMap, computeBasins } from '../../src/analysis/basins'
import type { Errand } from '../../src/analysis/errand'
import { Fleets } from '../../src/analysis/fleets'
import { Swarm } from '../../src/analysis/swarm'
import { computeSweep, type SweepMap, type SweepSpec } from '../../src/analysis/sweep'
import { createExecutor } from '../../src/kernels/create-executor'
import { finish } from '../../src/math/sliced'
import { optimizers } from '../../src/registry'
import { createSurface, specOf } from '../../src/surfaces/create'
import himmelblau from '../../src/surfaces/himmelblau'
import { createEngine } from '../../src/worker/client'
import { handOver, type Request, type SwarmRequest } from '../../src/worker/protocol'
import { fakeWorkers, inline } from './fixtures'

const executor = createExecutor()
const fleets = new Fleets(executor)
const spec = specOf(himmelblau)
const surface = createSurface(spec, executor)
const sgd = optimizers.get('SGD')!
const run: Errand = { optimizer: 'SGD', hyperparameters: { lr: 0.005 }, maximize: false, steps: 80, seed: 0 }
const engine = createEngine({ connect: inline })
afterAll(() => engine.dispose())

test('basins, coarse maps included', async () => {
  const partials: BasinMap[] = []
  const map = await engine.basins(
    { surface: spec, run, size: 40, coarsest: 20 },
    { onPartial: (map) => partials.push(map) },
  )
  expect(map).toEqual(computeBasins(surface, sgd, run, 40, fleets))
  expect(partials).toEqual([computeBasins(surface, sgd, run, 20, fleets)])
})

test('minima that are known are used, not sought', async () => {
  const [first] = computeBasins(surface, sgd, run, 1, fleets).minima
  const map = await engine.basins({ surface: spec, run, size: 9, minima: [first!] })
  expect(map.minima).toEqual([first])
  expect(new Set(map.labels)).toEqual(new Set([0, -2]))
  const none = await engine.basins({ surface: spec, run, size: 9, points: [] })
  expect(new Set(none.labels)).toEqual(new Set([-2]))
})

test('a sweep, coarse maps included', async () => {
  const sweep: SweepSpec = {
    run: { ...run, start: [-0.5, -0.5] },
    x: { name: 'lr', scale: 'log', low: 1e-4, high: 1 },
    y: { name: 'momentum', scale: 'linear', low: 0, high: 0.9 },
    goal: 1,
  }
  const partials: SweepMap[] = []
  const map = await engine.sweep({ ...sweep, surface: spec, size: 20 }, { onPartial: (map) => partials.push(map) })
  expect(map).toEqual(computeSweep(surface, sgd, sweep, 20, fleets))
  expect(partials.map(({ size }) => size)).toEqual([10])
})

const request = (changes: Partial<SwarmRequest> = {}): SwarmRequest => ({
  surface: spec,
  generation: 0,
  spec: { run, count: 25, placement: { kind: 'grid' } },
  steps: 3,
  positions: new Float32Array(50),
  ...changes,
})

function alone(steps: number): Float32Array {
  const swarm = new Swarm(surface, sgd, request().spec, fleets)
  finish(swarm.advance(steps))
  const positions = new Float32Array(50)
  swarm.write(positions)
  return positions
}

test('a swarm walks on from call to call, in the buffer that it is given', async () => {
  const owner = {}
  const first = request()
  const step = await engine.swarm(owner, first)
  expect(step.positions).toBe(first.positions)
  expect(step.positions).toEqual(alone(3))
  expect(await engine.swarm(owner, request({ steps: 4 }))).toMatchObject({
    taken: 7,
    positions: alone(7),
    census: null,
  })
})

test('swarms of different owners know nothing of each other; a new generation is released again', async () => {
  const [one, other] = [{}, {}]
  await engine.swarm(one, request({ steps: 5 }))
  expect(await engine.swarm(other, request({ steps: 2 }))).toMatchObject({ taken: 2, positions: alone(2) })
  expect((await engine.swarm(one, request({ steps: 1 }))).taken).toBe(6)
  expect((await engine.swarm(one, request({ generation: 1, steps: 0 }))).positions).toEqual(alone(0))
})

test('a changed run is followed; the climbers are counted where there are places to count them at', async () => {
  const owner = {}
  await engine.swarm(owner, request({ steps: 100 }))
  const changed = { ...request().spec, run: { ...run, hyperparameters: { lr: 0.004 } } }
  const { minima } = computeBasins(surface, sgd, run, 1, fleets)
  const step = await engine.swarm(owner, request({ spec: changed, steps: 200, attractors: minima }))
  expect(step.taken).toBe(300)
  expect(step.census!.at.reduce((sum, count) => sum + count)).toBe(25)
  expect(step.census!.diverged).toBe(0)
})

test('an owner who lets go starts afresh; an optimizer that cannot swarm says so', async () => {
  const owner = {}
  await engine.swarm(owner, request({ steps: 5 }))
  await engine.swarm(owner, request({ steps: null }))
  expect((await engine.swarm(owner, request({ steps: 1 }))).taken).toBe(1)
  const newton = { ...request().spec, run: { ...run, optimizer: 'Newton', hyperparameters: {} } }
  await expect(engine.swarm({}, request({ spec: newton }))).rejects.toThrow('a swarm needs an update rule')
})

test('a request hands its buffer over once; when that went down with a worker, the next goes without', () => {
  const positions = new Float32Array(50)
  const start: Request = { type: 'start', id: 1, job: { kind: 'swarm', swarm: 'a', ...request({ positions }) } }
  const first = handOver(start)
  expect(first).toEqual({ message: start, buffers: [positions.buffer] })
  // What sending does.
  structuredClone(first.message, { transfer: first.buffers })
  const again = handOver(start)
  expect(structuredClone(again.message, { transfer: again.buffers })).toMatchObject({ id: 1, job: { swarm: 'a' } })
  expect(handOver({ type: 'cancel', id: 1 })).toEqual({ message: { type: 'cancel', id: 1 }, buffers: [] })
})

test('a swarm stays in its worker, and is released again in another when that one dies, even without its buffer', async () => {
  const { connect, workers } = fakeWorkers()
  const pool = createEngine({ connect, workers: 2 })
  const owner = {}
  void pool.swarm(owner, request())
  void pool.field(spec, 3)
  workers[0]!.ready()
  const second = pool.swarm(owner, request())
  expect(workers.map(({ started }) => started)).toEqual([[1, 3], [2]])
  workers[0]!.die()
  workers[1]!.ready()
  // Both of its jobs move together.
  const homes = workers.filter(({ requests }) => requests.some((r) => r.type === 'start' && r.job.kind === 'swarm'))
  expect(homes.slice(1)).toHaveLength(1)
  const [home] = homes.slice(1)
  home!.ready()
  const { id } = home!.requests.at(-1)!
  const result = { positions: new Float32Array(50), taken: 3, moving: true, census: null }
  home!.reply({ type: 'done', id, result })
  await expect(second).resolves.toBe(result)
  const moved = await engine.swarm({}, request({ positions: new Float32Array(0) }))
  expect(moved.positions).toEqual(alone(3))
})
