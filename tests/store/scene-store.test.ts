import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSceneStore } from '../../src/store/scene-store'
import { answer, catalog, FakeEngine, flush, scene } from './fixtures'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const mount = (changes: Parameters<typeof scene>[0] = {}) => {
  const engine = new FakeEngine()
  const store = createSceneStore({ engine, scene: scene(changes), catalog, fieldSizes: [65] })
  return { engine, store, state: () => store.scene.getState() }
}

const settled = async (changes: Parameters<typeof scene>[0] = {}) => {
  const mounted = mount(changes)
  await mounted.engine.finish()
  mounted.engine.jobs.length = 0
  return mounted
}

test('a mounted scene computes its field, then its critical points, and one walk a climber', async () => {
  const { engine, state } = mount()
  expect(engine.open().map((job) => job.kind)).toEqual(['field', 'simulate', 'simulate'])
  expect(state().surface).toBeNull()
  await engine.finish()
  expect(state().surface?.title).toBe('Himmelblau')
  expect(state().field?.size).toBe(65)
  expect(state().criticalPoints?.points).toEqual([])
  expect(state().climbers.map(({ trajectory }) => trajectory?.length)).toEqual([101, 101])
})

test('a surface lands together with the walks on it', async () => {
  const { engine, state } = mount()
  answer(engine.open('field')[0]!)
  await flush()
  expect(state().surface).toBeNull()
  await engine.finish('simulate')
  expect(state().surface).not.toBeNull()
  expect(state().climbers.every(({ trajectory }) => trajectory !== null)).toBe(true)
})

test('a long walk does not hold the surface up', async () => {
  const { engine, state } = mount()
  answer(engine.open('field')[0]!)
  await flush()
  answer(engine.open('simulate')[0]!)
  await flush()
  expect(state().surface).toBeNull()
  engine.open('simulate')[0]!.options.onProgress!(0.25)
  vi.advanceTimersByTime(250)
  expect(state().surface).not.toBeNull()
  expect(state().progress).toBe(0.25)
  expect(state().climbers.map(({ trajectory }) => trajectory !== null)).toEqual([true, false])
  await engine.finish()
  expect(state().progress).toBeNull()
  expect(state().climbers[1]!.trajectory).not.toBeNull()
})

test('changing one climber runs only her again, and her old walk stays until the new one lands', async () => {
  const { engine, state } = await settled()
  const before = state().climbers
  state().setHyperparameter(0, 'lr', 0.02)
  expect(engine.open().map(({ run }) => run?.hyperparameters.lr)).toEqual([0.02])
  expect(state().climbers[0]!.trajectory).toBe(before[0]!.trajectory)
  expect(state().climbers[1]).toBe(before[1])
  await engine.finish()
  expect(state().climbers[0]!.trajectory!.loss[0]).toBe(0.02)
})

test('while a slider is dragged one run is in flight and only the latest waits', async () => {
  const { engine, state } = await settled()
  for (const lr of [0.02, 0.03, 0.04, 0.05]) state().setHyperparameter(0, 'lr', lr)
  expect(engine.open().map(({ run }) => run?.hyperparameters.lr)).toEqual([0.02])
  answer(engine.open()[0]!)
  await flush()
  expect(state().climbers[0]!.trajectory!.loss[0]).toBe(0.02)
  await engine.finish()
  expect(engine.jobs.map(({ run }) => run?.hyperparameters.lr)).toEqual([0.02, 0.05])
  expect(state().climbers[0]!.trajectory!.loss[0]).toBe(0.05)
})

test('superseded long work is aborted at once', async () => {
  const { engine, state } = await settled()
  state().setHyperparameter(0, 'lr', 0.02)
  vi.advanceTimersByTime(250)
  expect(state().progress).toBe(0)
  state().setHyperparameter(0, 'lr', 0.03)
  expect(engine.jobs[0]!.options.signal!.aborted).toBe(true)
  expect(engine.open().map(({ run }) => run?.hyperparameters.lr)).toEqual([0.03])
})

test('a waiting run starts as soon as the one in flight turns out to be long', async () => {
  const { engine, state } = await settled()
  state().setHyperparameter(0, 'lr', 0.02)
  state().setHyperparameter(0, 'lr', 0.03)
  vi.advanceTimersByTime(250)
  expect(engine.jobs[0]!.options.signal!.aborted).toBe(true)
  expect(engine.open().map(({ run }) => run?.hyperparameters.lr)).toEqual([0.03])
})

test('cancel stops long work, keeps what is on the screen, and retry asks again', async () => {
  const { engine, state } = await settled()
  const before = state().climbers[0]!.trajectory
  state().setHyperparameter(0, 'lr', 0.02)
  vi.advanceTimersByTime(250)
  state().cancel()
  await flush()
  expect(state().progress).toBeNull()
  expect(state().climbers[0]!.trajectory).toBe(before)
  expect(state().climbers[0]!.problem).toMatch(/^Cancelled/)
  state().retry()
  await engine.finish()
  expect(state().climbers[0]!.problem).toBeNull()
  expect(state().climbers[0]!.trajectory!.loss[0]).toBe(0.02)
})

test('a refused combination of hyperparameters is her problem alone', async () => {
  const { engine, state } = await settled()
  state().setHyperparameter(0, 'nesterov', true)
  expect(engine.open()).toEqual([])
  expect(state().climbers[0]!.problem).toMatch(/nesterov needs a momentum above 0/)
  expect(state().climbers[1]!.problem).toBeNull()
  state().setHyperparameter(0, 'momentum', 0.9)
  await engine.finish()
  expect(state().climbers[0]!.problem).toBeNull()
})

test('removing a climber keeps the walks of the others and computes nothing', async () => {
  const { engine, state } = await settled()
  const adam = state().climbers[1]!
  state().select(1)
  state().removeClimber(0)
  expect(state().climbers).toEqual([adam])
  expect(state().selected).toBe(0)
  expect(engine.open()).toEqual([])
})

test('a new climber starts beside the others with hyperparameters for landscapes', async () => {
  const { engine, state } = await settled()
  state().addClimber({ optimizer: 'SGD' })
  expect(state().scene.runs[2]).toEqual({
    optimizer: 'SGD',
    start: [-0.5, -0.5],
    hyperparameters: { lr: 0.01 },
    maximize: false,
  })
  expect(state().selected).toBe(2)
  expect(engine.open()).toHaveLength(1)
})

test('dragging a parameter shows stages of the surface, one at a time', async () => {
  const { engine, state } = await settled({ surface: { formula: 'x^2 + a y^2', parameters: { a: 1 } } })
  for (const a of [2, 3, 4]) state().setParameter('a', a)
  expect(engine.open('field').map(({ surface }) => surface.parameters.a)).toEqual([2])
  await engine.finish()
  expect(engine.jobs.filter(({ kind }) => kind === 'field').map(({ surface }) => surface.parameters.a)).toEqual([2, 4])
  expect(state().surface?.parameters.a).toBe(4)
  expect(state().climbers.every(({ trajectory }) => trajectory !== null)).toBe(true)
})

test('critical points stay while a parameter is dragged and go when the formula changes', async () => {
  const { engine, state } = await settled({ surface: { formula: 'x^2 + a y^2', parameters: { a: 1 } } })
  const points = state().criticalPoints
  state().setParameter('a', 2)
  await engine.finish('field')
  await engine.finish('simulate')
  expect(state().criticalPoints).toBe(points)
  await engine.finish()
  state().setFormula('x^2 + a y^4')
  await engine.finish('field')
  await engine.finish('simulate')
  expect(state().criticalPoints).toBeNull()
})

test('changing words or the view computes nothing', async () => {
  const { engine, state } = await settled()
  state().setTitle('Another')
  state().setView({ mode: 'map' })
  expect(engine.open()).toEqual([])
  expect(state().scene.view).toMatchObject({ mode: 'map', camera: 'isometric' })
})

test('a scene whose formula cannot be read says so and stays empty', () => {
  const { engine, state } = mount({ surface: { formula: 'x +' } })
  expect(engine.open()).toEqual([])
  expect(state().formulaProblem?.position).toBeGreaterThan(1)
  expect(state().draft).toBe('x +')
})

test('a field that fails is reported, and retry asks again', async () => {
  const { engine, state } = mount()
  engine.open('field')[0]!.reject(new Error('the worker died'))
  await flush()
  expect(state().failure).toBe('the worker died')
  state().retry()
  await engine.finish()
  expect(state().failure).toBeNull()
  expect(state().surface).not.toBeNull()
})

test('two scenes share nothing', async () => {
  const [one, two] = [await settled(), await settled()]
  one.state().setSteps(10)
  await one.engine.finish()
  expect(one.store.playback.getState().last).toBe(10)
  expect(two.store.playback.getState().last).toBe(100)
  expect(two.engine.jobs).toEqual([])
})

test('dispose aborts everything', () => {
  const { engine, store } = mount()
  store.dispose()
  expect(engine.jobs.every(({ options }) => options.signal!.aborted)).toBe(true)
})
