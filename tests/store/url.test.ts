import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { decodeHash, encodeHash } from '../../src/scene/share'
import { createSceneStore } from '../../src/store/scene-store'
import { type AddressWindow, bindAddress, linkTo } from '../../src/store/url'
import { catalog, FakeEngine, scene } from './fixtures'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

class FakeWindow extends EventTarget {
  location = { hash: '' }
  writes = 0
  history = {
    state: null,
    replaceState: (_state: unknown, _title: string, hash: string) => {
      this.writes++
      this.location.hash = hash
    },
  }
}

const mount = () => {
  const window = new FakeWindow()
  const store = createSceneStore({ engine: new FakeEngine(), scene: scene(), catalog })
  const problems: string[] = []
  const release = bindAddress(store, {
    window: window as unknown as AddressWindow,
    hide: ['gallery'],
    onProblem: (message) => problems.push(message),
  })
  return { window, store, problems, release, state: () => store.scene.getState() }
}

test('the address holds the scene from the start and follows it, not at every move', () => {
  const { window, state } = mount()
  expect(decodeHash(window.location.hash)?.scene).toEqual(scene())
  state().beginGesture()
  for (let i = 1; i <= 50; i++) state().setHyperparameter(0, 'lr', i / 1000)
  state().endGesture()
  vi.advanceTimersByTime(500)
  expect(window.writes).toBe(2)
  expect(decodeHash(window.location.hash)).toMatchObject({ scene: state().scene, hide: ['gallery'] })
})

test('a link that the reader opens in the same page is loaded, and undo brings the old scene back', () => {
  const { window, state } = mount()
  window.location.hash = encodeHash(scene({ surface: 'rosenbrock' }))
  window.dispatchEvent(new Event('hashchange'))
  expect(state().scene.surface).toBe('rosenbrock')
  state().undo()
  expect(state().scene.surface).toBe('himmelblau')
})

test('a damaged link is reported and changes nothing', () => {
  const { window, state, problems } = mount()
  const before = state().scene
  window.location.hash = '#s=AAAA'
  window.dispatchEvent(new Event('hashchange'))
  expect(problems).toHaveLength(1)
  expect(state().scene).toBe(before)
})

test('leaving the page writes what is not yet written; released, it writes no more', () => {
  const { window, state, release } = mount()
  state().setSteps(33)
  window.dispatchEvent(new Event('pagehide'))
  expect(decodeHash(window.location.hash)?.scene.steps).toBe(33)
  release()
  state().setSteps(44)
  vi.advanceTimersByTime(1000)
  expect(decodeHash(window.location.hash)?.scene.steps).toBe(33)
})

test('a link reproduces the scene', () => {
  const { store } = mount()
  const link = linkTo(store, 'https://example.org/climber/?x=1#old')
  expect(link.startsWith('https://example.org/climber/?x=1#')).toBe(true)
  expect(decodeHash(new URL(link).hash)?.scene).toEqual(scene())
})
