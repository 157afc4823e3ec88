/** The open sweep follows the document, and its cells can be loaded. */
import { expect, test } from 'vitest'
import { withOptimizer } from '../../src/store/edit-optimizer'
import { createSceneStore } from '../../src/store/scene-store'
import { answer, catalog, FakeEngine, flush, scene, sweepMap } from './fixtures'

async function mount() {
  const engine = new FakeEngine()
  const store = createSceneStore({ engine, scene: scene(), catalog, fieldSizes: [65] })
  await engine.finish()
  const state = () => store.scene.getState()
  const open = () => engine.open('sweep')
  const land = async () => {
    answer(open()[0]!)
    await flush()
  }
  return { engine, store, state, open, land }
}

test('two hyperparameters over the ranges of their sliders, coarse first', async () => {
  const { state, open, land } = await mount()
  state().openSweep(0, 'lr', 'momentum')
  expect(open()).toMatchObject([
    {
      size: 48,
      run: { optimizer: 'SGD', start: [-0.5, -0.5] },
      x: { name: 'lr', scale: 'log', low: 1e-5, high: 10 },
      y: { name: 'momentum', scale: 'linear', low: 0, high: 0.999 },
    },
  ])
  open()[0]!.options.onPartial!(sweepMap(12))
  expect(state().sweep?.map?.size).toBe(12)
  await land()
  expect(state().sweep?.map?.size).toBe(48)
})

test('only two different numbers of the climber can be swept', async () => {
  const { state, open } = await mount()
  for (const [x, y] of [
    ['lr', 'lr'],
    ['lr', 'nesterov'],
    ['lr', 'beta1'],
  ] as const)
    state().openSweep(0, x, y)
  state().openSweep(7, 'lr', 'momentum')
  expect(state().sweep).toBeNull()
  expect(open()).toEqual([])
})

test('a cell gives the climber both values, in one step of undo, and the sweep stays as it is', async () => {
  const { engine, state, store, land } = await mount()
  state().openSweep(0, 'lr', 'momentum')
  await land()
  const before = engine.jobs.filter(({ kind }) => kind === 'sweep').length
  const { runs } = state().scene
  state().loadSweepCell(3, 2)
  expect(state().scene.runs[0]!.hyperparameters).toEqual({ lr: 3, momentum: 102 })
  expect(engine.jobs.filter(({ kind }) => kind === 'sweep')).toHaveLength(before)
  state().undo()
  expect(state().scene.runs).toEqual(runs)
  state().loadSweepCell(48, 0)
  expect(state().scene.runs).toEqual(runs)
  expect(store.history.getState().canUndo).toBe(false)
})

test('another start, surface or hyperparameter sweeps again; the answer to the old question is not shown', async () => {
  const { state, open } = await mount()
  state().openSweep(0, 'lr', 'momentum')
  const [first] = open()
  state().setHyperparameter(0, 'weight_decay', 0.1)
  first!.options.onPartial!(sweepMap(12))
  expect(state().sweep?.map).toBeNull()
  answer(first!)
  await flush()
  expect(state().sweep?.map).toBeNull()
  expect(open()).toMatchObject([{ run: { hyperparameters: { weight_decay: 0.1 } } }])
})

test('an axis can be changed within reason', async () => {
  const { state, open, land } = await mount()
  state().openSweep(0, 'lr', 'momentum')
  await land()
  state().setSweepAxis('x', { low: 0.001, high: 0.1 })
  expect(state().sweep?.x).toEqual({ name: 'lr', scale: 'log', low: 0.001, high: 0.1 })
  expect(open()).toMatchObject([{ x: { low: 0.001 } }])
  state().setSweepAxis('x', { low: 0 })
  state().setSweepAxis('x', { high: 0.0001 })
  state().setSweepAxis('x', { name: 'momentum' })
  expect(state().sweep?.x.low).toBe(0.001)
  state().setSweepAxis('y', { name: 'dampening' })
  expect(state().sweep).toMatchObject({ y: { name: 'dampening', low: 0, high: 1 }, map: null })
})

test('it closes, with its climber too', async () => {
  const { state, open } = await mount()
  state().openSweep(1, 'lr', 'beta1')
  const [job] = open()
  state().closeSweep()
  expect(job!.options.signal!.aborted).toBe(true)
  state().openSweep(1, 'lr', 'beta1')
  state().removeClimber(1)
  expect(state().sweep).toBeNull()
  state().openSweep(0, 'lr', 'momentum')
  state().replaceRun(0, withOptimizer(state().scene.runs[0]!, 'Adam', catalog))
  expect(state().sweep).toBeNull()
})
