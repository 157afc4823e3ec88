/** The basin map follows the document. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BasinMap } from '../../src/analysis/basins'
import { withOptimizer } from '../../src/store/edit-optimizer'
import { createSceneStore } from '../../src/store/scene-store'
import { answer, catalog, FakeEngine, flush, scene } from './fixtures'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const layers = ['basins'] as const

/** A scene whose field, walks and critical points are there, with the layer on. */
async function mount() {
  const engine = new FakeEngine()
  const view = { mode: 'landscape', camera: 'isometric', layers, theme: 'auto', tries: true } as const
  const store = createSceneStore({ engine, scene: scene({ view }), catalog, fieldSizes: [65] })
  for (const kind of ['field', 'simulate', 'criticalPoints'] as const) await engine.finish(kind)
  const state = () => store.scene.getState()
  const open = () => engine.open('basins')
  const land = async () => {
    answer(open()[0]!)
    await flush()
  }
  return { engine, store, state, open, land }
}

const map = (size: number): BasinMap => ({ size, labels: new Int32Array(size * size), minima: [] })

test('a coarse map comes at once, and is refined when nothing has changed for a while', async () => {
  const { state, open, land } = await mount()
  expect(open()).toMatchObject([{ size: 64, run: { optimizer: 'SGD', hyperparameters: { lr: 0.01 } } }])
  expect(open()[0]!.run).not.toHaveProperty('start')
  await land()
  expect(state().basins?.size).toBe(64)
  expect(open()).toEqual([])
  vi.advanceTimersByTime(200)
  expect(open()).toMatchObject([{ size: 512, coarsest: 128 }])
  open()[0]!.options.onPartial!(map(128))
  expect(state().basins?.size).toBe(128)
  await land()
  expect(state().basins?.size).toBe(512)
})

test('while a learning rate is dragged each answer is shown and only the newest waits; nothing is refined', async () => {
  const { engine, state, open, land } = await mount()
  await land()
  const before = engine.jobs.length
  for (const lr of [0.02, 0.03, 0.04]) state().setHyperparameter(0, 'lr', lr)
  const asked = () =>
    engine.jobs
      .slice(before)
      .filter(({ kind }) => kind === 'basins')
      .map(({ run }) => run!.hyperparameters.lr)
  expect(asked()).toEqual([0.02])
  await land()
  expect(state().basins?.size).toBe(64)
  expect(asked()).toEqual([0.02, 0.04])
  vi.advanceTimersByTime(149)
  await land()
  vi.advanceTimersByTime(149)
  expect(open()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(open()).toMatchObject([{ size: 512, run: { hyperparameters: { lr: 0.04 } } }])
})

test('a change stops the refining at once, and what still arrives of it is not shown', async () => {
  const { state, open, land } = await mount()
  await land()
  vi.advanceTimersByTime(200)
  const fine = open()[0]!
  state().setHyperparameter(0, 'lr', 0.02)
  expect(fine.options.signal!.aborted).toBe(true)
  expect(open()).toMatchObject([{ size: 64, run: { hyperparameters: { lr: 0.02 } } }])
})

test('climbers who walk one by one have coarser maps', async () => {
  const { state, open, land } = await mount()
  await land()
  state().replaceRun(0, withOptimizer(state().scene.runs[0]!, 'Newton', catalog))
  expect(open()).toMatchObject([{ size: 16, run: { optimizer: 'Newton' } }])
  await land()
  vi.advanceTimersByTime(200)
  expect(open()).toMatchObject([{ size: 128, coarsest: 32 }])
})

test('it is about the selected climber; a map of another is not shown any more', async () => {
  const { engine, state, open, land } = await mount()
  const first = open()[0]!
  state().select(1)
  expect(first.options.signal!.aborted).toBe(true)
  expect(open()).toMatchObject([{ run: { optimizer: 'Adam' } }])
  await land()
  expect(engine.jobs.filter(({ kind }) => kind === 'basins')).toHaveLength(2)
  expect(state().basins).not.toBeNull()
})

test('moving a start or looking elsewhere asks for nothing', async () => {
  const { engine, state, land } = await mount()
  await land()
  const before = engine.jobs.filter(({ kind }) => kind === 'basins').length
  state().setStart(0, [1, 1])
  state().setCamera('top')
  state().setTitle('Another')
  expect(engine.jobs.filter(({ kind }) => kind === 'basins')).toHaveLength(before)
})

test('another surface waits for its own critical points; the old map goes', async () => {
  const { engine, state, open, land } = await mount()
  await land()
  state().setSurface('rosenbrock')
  for (const kind of ['field', 'simulate'] as const) await engine.finish(kind)
  expect(state().surface?.title).toMatch(/^Rosenbrock/)
  expect(state().basins).toBeNull()
  expect(open()).toEqual([])
  await engine.finish('criticalPoints')
  expect(open()).toMatchObject([{ size: 64, surface: { title: state().surface!.title } }])
})

test('switched off it is gone, and its work with it; cancel stops the work and keeps the map', async () => {
  const { state, open, land } = await mount()
  await land()
  vi.advanceTimersByTime(200)
  const [fine] = open()
  state().cancel()
  expect(fine!.options.signal!.aborted).toBe(true)
  expect(state().basins?.size).toBe(64)
  state().retry()
  await land()
  state().setView({ layers: [] })
  expect(state().basins).toBeNull()
  vi.advanceTimersByTime(1000)
  expect(open()).toEqual([])
})

test('long work shows its progress', async () => {
  const { state, open, land } = await mount()
  vi.advanceTimersByTime(250)
  open()[0]!.options.onProgress!(0.25)
  expect(state().basinsProgress).toBe(0.25)
  await land()
  expect(state().basinsProgress).toBeNull()
})

test('what goes wrong is said', async () => {
  const { state, open } = await mount()
  open()[0]!.reject(new Error('out of memory'))
  await flush()
  expect(state().failure).toBe('out of memory')
})
