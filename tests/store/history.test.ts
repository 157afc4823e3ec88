import { expect, test } from 'vitest'
import { createSceneStore } from '../../src/store/scene-store'
import { catalog, FakeEngine, scene } from './fixtures'

const mount = () => {
  const engine = new FakeEngine()
  const store = createSceneStore({ engine, scene: scene(), catalog })
  return { engine, store, state: () => store.scene.getState() }
}

test('undo and redo move the document, its draft and its walks', async () => {
  const { engine, store, state } = mount()
  await engine.finish()
  expect(store.history.getState()).toEqual({ canUndo: false, canRedo: false })
  state().setSurface('rosenbrock')
  expect(state().scene.runs[0]!.start).toEqual(catalog.surfaces.get('rosenbrock')!.start)
  await engine.finish()
  expect(store.history.getState()).toEqual({ canUndo: true, canRedo: false })
  state().undo()
  await engine.finish()
  expect(state().scene).toEqual(scene())
  expect(state().draft).toBe('(x^2+y-11)^2+(x+y^2-7)^2')
  expect(state().surface?.title).toBe('Himmelblau')
  state().redo()
  await engine.finish()
  expect(state().surface?.title).toBe(catalog.surfaces.get('rosenbrock')!.title)
})

test('results are not undone', async () => {
  const { engine, store } = mount()
  await engine.finish()
  expect(store.history.getState().canUndo).toBe(false)
})

test('a drag is one step of undo', () => {
  const { state } = mount()
  state().beginGesture()
  for (let i = 1; i <= 20; i++) state().setHyperparameter(0, 'lr', i / 1000)
  state().endGesture()
  expect(state().scene.runs[0]!.hyperparameters.lr).toBe(0.02)
  state().undo()
  expect(state().scene).toEqual(scene())
  state().redo()
  expect(state().scene.runs[0]!.hyperparameters.lr).toBe(0.02)
})

test('a gesture that changes nothing is nothing to undo', () => {
  const { store, state } = mount()
  state().beginGesture()
  state().endGesture()
  expect(store.history.getState().canUndo).toBe(false)
})

test('a new change forgets what could be redone', () => {
  const { store, state } = mount()
  state().setSteps(10)
  state().undo()
  state().beginGesture()
  state().setSteps(20)
  state().endGesture()
  expect(store.history.getState()).toEqual({ canUndo: true, canRedo: false })
})

test('undo in the middle of a drag takes back the drag', () => {
  const { state } = mount()
  state().beginGesture()
  state().setSteps(20)
  state().undo()
  expect(state().scene.steps).toBe(100)
  state().setSteps(30)
  state().undo()
  expect(state().scene.steps).toBe(100)
})

test('turning the landscape is no step of undo, and undo does not turn it', () => {
  const { store, state } = mount()
  state().setSteps(10)
  const camera = { azimuth: 10, elevation: 20, zoom: 1 }
  state().setCamera(camera)
  state().undo()
  expect(state().scene).toMatchObject({ steps: 100, view: { camera } })
  expect(store.history.getState()).toEqual({ canUndo: false, canRedo: true })
  state().redo()
  expect(state().scene).toMatchObject({ steps: 10, view: { camera } })
})

test('playback is not affected by undo', async () => {
  const { engine, store, state } = mount()
  await engine.finish()
  state().setMaximize(0, true)
  store.playback.getState().seek(42)
  state().undo()
  await engine.finish()
  expect(store.playback.getState().step).toBe(42)
})
