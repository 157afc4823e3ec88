/** The live swarm follows the document and the page's clock. */
import { expect, test, vi } from 'vitest'
import { createSceneStore } from '../../src/store/scene-store'
import type { LiveFrame } from '../../src/store/swarm'
import { answer, catalog, FakeEngine, flush, scene } from './fixtures'

async function mount() {
  const engine = new FakeEngine()
  const store = createSceneStore({ engine, scene: scene(), catalog, fieldSizes: [65] })
  await engine.finish()
  const state = () => store.scene.getState()
  const open = () => engine.open('swarm')
  const land = async () => {
    answer(open()[0]!)
    await flush()
  }
  const frames: (LiveFrame | null)[] = []
  store.swarm.subscribe((frame) => frames.push(frame))
  return { engine, store, state, open, land, frames }
}

test('released it is seen at once where it starts, ten thousand on a grid by default', async () => {
  const { store, state, open, land, frames } = await mount()
  expect(store.swarm.frame).toBeNull()
  state().releaseSwarm()
  await flush()
  expect(state().swarm).toEqual({ climber: 0, count: 10_000, placement: { kind: 'grid' } })
  expect(open()).toMatchObject([{ swarm: { steps: 0, spec: { count: 10_000, run: { optimizer: 'SGD' } } } }])
  await land()
  expect(frames).toMatchObject([{ count: 10_000, taken: 0, version: 1 }])
  expect(store.swarm.frame).toBe(frames[0])
})

test('it steps with the page’s clock, one request at a time, and does not catch up after a pause', async () => {
  const { store, state, open, land } = await mount()
  state().releaseSwarm({ count: 4 })
  await flush()
  await land()
  store.swarm.advance(1 / 120)
  await flush()
  expect(open()).toEqual([])
  for (let k = 0; k < 3; k++) store.swarm.advance(1 / 60)
  await flush()
  expect(open()).toMatchObject([{ swarm: { steps: 1 } }])
  await land()
  store.swarm.advance(60)
  await flush()
  expect(open()).toMatchObject([{ swarm: { steps: 30 } }])
})

test('two buffers take turns: the one that is drawn is never the one under way', async () => {
  const { store, state, open, land, frames } = await mount()
  state().releaseSwarm({ count: 4 })
  await flush()
  await land()
  for (let k = 0; k < 5; k++) {
    store.swarm.advance(1 / 30)
    await flush()
    expect(open()[0]!.swarm!.positions).not.toBe(frames.at(-1)!.positions)
    await land()
  }
  // From the second frame on the buffer of the last but one is used again.
  store.swarm.advance(1 / 30)
  await flush()
  expect(open()[0]!.swarm!.positions).toBe(frames.at(-2)!.positions)
})

test('a changed learning rate is followed; another surface, count or a new release starts again', async () => {
  const { store, state, open, land, engine } = await mount()
  state().releaseSwarm({ count: 4 })
  await flush()
  await land()
  state().setHyperparameter(0, 'lr', 0.02)
  await flush()
  expect(open()).toEqual([])
  store.swarm.advance(1 / 30)
  await flush()
  const generation = open()[0]!.swarm!.generation
  expect(open()).toMatchObject([{ swarm: { spec: { run: { hyperparameters: { lr: 0.02 } } } } }])
  state().releaseSwarm()
  await flush()
  expect(open()).toMatchObject([{ swarm: { steps: 0, generation: generation + 1, spec: { count: 4 } } }])
  await land()
  state().setSurface('rosenbrock')
  for (const kind of ['field', 'simulate'] as const) await engine.finish(kind)
  expect(open()).toMatchObject([{ swarm: { steps: 0, generation: generation + 2 } }])
})

test('an answer that was under way when it was released again is not shown', async () => {
  const { store, state, engine, land, frames } = await mount()
  state().releaseSwarm({ count: 4 })
  await flush()
  await land()
  store.swarm.advance(1 / 30)
  await flush()
  const late = engine.open('swarm')[0]!
  state().releaseSwarm()
  expect(late.options.signal!.aborted).toBe(true)
  await flush()
  expect(frames).toHaveLength(1)
})

test('it ends on demand, with its climber, and with the scene; whoever listens hears of it', async () => {
  const { store, state, engine, frames } = await mount()
  state().releaseSwarm({ climber: 1, count: 4 })
  await flush()
  state().removeClimber(1)
  expect(state().swarm).toBeNull()
  expect(frames).toEqual([null])
  expect(engine.jobs.at(-1)).toMatchObject({ swarm: { steps: null } })
  state().releaseSwarm({ climber: 0, count: 4 })
  await engine.finish()
  const heard = vi.fn()
  store.swarm.subscribe(heard)
  store.dispose()
  expect(heard).toHaveBeenCalledWith(null)
  expect(store.swarm.frame).toBeNull()
})

test('what goes wrong is said once, and tried again on retry', async () => {
  const { store, state, open } = await mount()
  state().releaseSwarm({ count: 4 })
  await flush()
  open()[0]!.reject(new Error('Newton is a method'))
  await flush()
  expect(state().failure).toBe('Newton is a method')
  store.swarm.advance(1)
  await flush()
  expect(open()).toEqual([])
  state().retry()
  store.swarm.advance(1)
  await flush()
  expect(open()).toHaveLength(1)
})

test.each([
  [0, 1],
  [1e9, 100_000],
  [12.4, 12],
])('a count of %d is %d', async (count, expected) => {
  const { state } = await mount()
  state().releaseSwarm({ count })
  expect(state().swarm?.count).toBe(expected)
})
