/** What a climber keeps when she gets another optimizer, and what a copy of her has of its own. */
import { expect, test } from 'vitest'
import type { SceneRun } from '../../src/scene/types'
import { withOptimizer } from '../../src/store/edit-optimizer'
import { createSceneStore } from '../../src/store/scene-store'
import { catalog, FakeEngine, scene } from './fixtures'

const told: SceneRun = {
  optimizer: 'SGD',
  start: [1, 2],
  hyperparameters: { lr: '0.1 / t', momentum: 0.9, lookahead_k: 3 },
  maximize: true,
  noise: { kind: 'gaussian', scale: 0.5 },
  seed: 4,
  wrappers: ['Lookahead'],
  name: 'West',
}

function mount(...runs: readonly SceneRun[]) {
  const store = createSceneStore({ engine: new FakeEngine(), scene: scene({ runs }), catalog, fieldSizes: [65] })
  const state = () => store.scene.getState()
  const history = () => store.history.getState()
  return { state, history, run: (index = 0) => state().scene.runs[index]! }
}

test('another optimizer brings its own hyperparameters; whatever else she was told stays', () => {
  expect(withOptimizer(told, 'Adam', catalog)).toEqual({
    ...told,
    optimizer: 'Adam',
    hyperparameters: { lr: 0.05, lookahead_k: 3 },
  })
})

test('a method takes no wrappers, nor their hyperparameters', () => {
  const { wrappers: _, ...rest } = told
  expect(withOptimizer(told, 'Newton', catalog)).toEqual({ ...rest, optimizer: 'Newton', hyperparameters: {} })
})

test.each([
  ['SGD on the ridge', false],
  ['sgd + momentum', false],
  ['lr 0.2', false],
  ['Momentum beside it', false],
  ['λ = 2', true],
  ['West', true],
  ['momentary', true],
])('the name `%s` stays: %s, as it may speak of the optimizer that she had', (name, stays) => {
  expect(withOptimizer({ ...told, name }, 'Adam', catalog).name).toBe(stays ? name : undefined)
})

test('the optimizer that she has already changes nothing', () => {
  const { state, run, history } = mount(told)
  state().replaceRun(0, withOptimizer(run(), 'SGD', catalog))
  expect(run()).toBe(told)
  expect(history().canUndo).toBe(false)
})

test('a typed optimizer gives way to the registered one of the same name', () => {
  const typed = { ...told, optimizer: 'Adam', equations: 'theta = theta - g' }
  const registered = withOptimizer(typed, 'Adam', catalog)
  expect(registered).not.toHaveProperty('equations')
  expect(registered).toMatchObject({ optimizer: 'Adam', hyperparameters: { lr: 0.05 } })
})

test('a copy is the same climber with noise of her own', () => {
  const { state, run } = mount(told, { ...told, seed: 1 })
  state().duplicateClimber(0)
  expect(run(1)).toEqual({ ...told, seed: 2 })
  state().duplicateClimber(0)
  expect(run(1)).toEqual({ ...told, seed: 3 })
  expect(run()).toBe(told)
})

test('a run is replaced as a whole, in one step of undo', () => {
  const { state, run } = mount(told)
  const typed = { ...told, optimizer: 'Mine', equations: 'theta = theta - g', hyperparameters: {} }
  state().replaceRun(0, typed)
  expect(run()).toBe(typed)
  state().replaceRun(1, typed)
  expect(state().scene.runs).toHaveLength(1)
  state().undo()
  expect(run()).toEqual(told)
})

test('what is typed and taken back in one gesture is no step of undo', () => {
  const { state, run, history } = mount(told)
  state().beginGesture()
  state().replaceRun(0, { ...told, optimizer: 'Mine', equations: 'theta = theta - g' })
  state().replaceRun(0, told)
  state().endGesture()
  expect(run()).toBe(told)
  expect(history().canUndo).toBe(false)
  state().beginGesture()
  state().setSteps(50)
  state().endGesture()
  expect(history().canUndo).toBe(true)
})
