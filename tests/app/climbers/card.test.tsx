// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import ClimberDetails from '../../../src/app/climbers/ClimberDetails'
import { PageContext } from '../../../src/app/page-context'
import { createPageStore } from '../../../src/app/page-store'
import nelderMead from '../../../src/optimizers/methods/nelder-mead'
import simulatedAnnealing from '../../../src/optimizers/methods/simulated-annealing'
import type { SceneRun } from '../../../src/scene/types'
import { SceneContext, useScene } from '../../../src/store/react'
import { createSceneStore } from '../../../src/store/scene-store'
import type { SceneStore } from '../../../src/store/types'
import { mounted } from '../../mounted'
import { FakeEngine, catalog as known, scene } from '../../store/fixtures'

const catalog = {
  ...known,
  optimizers: new Map([
    ...known.optimizers,
    [nelderMead.name, nelderMead],
    [simulatedAnnealing.name, simulatedAnnealing],
  ]),
}

const mounting = mounted()
let store: SceneStore

/** The open card of one climber whose walk is there. */
async function mount(changes: Partial<SceneRun> = {}) {
  const engine = new FakeEngine()
  const run: SceneRun = { optimizer: 'SGD', start: [0, 0], hyperparameters: { lr: 0.01 }, maximize: false, ...changes }
  store = mounting.keep(createSceneStore({ engine, catalog, scene: scene({ runs: [run], steps: 100 }) }))
  await engine.finish()
  const page = createPageStore({ preferences: { theme: 'auto', hintsDone: [] }, remember: () => {} })
  mounting.render(
    <SceneContext value={store}>
      <PageContext value={{ store: page, ground: { current: null } }}>
        <Card />
      </PageContext>
    </SceneContext>,
  )
}

const Card = () => <ClimberDetails index={0} climber={useScene((state) => state.climbers[0]!)} />

const find = <T extends HTMLElement>(label: string, kind = '') =>
  mounting.host.querySelector<T>(`${kind}[aria-label="${label}"]`)
const press = (label: string) => act(() => find(label, 'button')!.click())
const run = () => store.scene.getState().scene.runs[0]!
const undo = () => act(() => store.scene.getState().undo())
const field = () => find<HTMLTextAreaElement>('lr as a formula of t', 'textarea')

function type(text: string) {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
  act(() => {
    set.call(field(), text)
    field()!.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
const key = (name: string) =>
  act(() => void field()!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })))

test('a number becomes a formula that is as constant, and goes back to the number', async () => {
  await mount()
  press('lr as a formula of t')
  expect(run().hyperparameters).toEqual({ lr: '0.01' })
  expect(find('lr', 'input')).toBeNull()
  press('lr as a formula of t')
  expect(run().hyperparameters).toEqual({ lr: 0.01 })
  expect(field()).toBeNull()
})

test('the last good formula goes on while a draft is broken; what is typed until Enter is one step of undo', async () => {
  await mount({ hyperparameters: { lr: '0.1 / t' } })
  type('0.1 / t^2')
  type('0.1 / t^2 +')
  expect(run().hyperparameters.lr).toBe('0.1 / t^2')
  expect(field()!.value).toBe('0.1 / t^2 +')
  expect(mounting.host.querySelector('[role="alert"]')!.textContent).not.toBe('')
  type('0.1 / t^2 + 0.001')
  expect(mounting.host.querySelector('[role="alert"]')).toBeNull()
  key('Enter')
  type('0.2')
  key('Enter')
  undo()
  expect(run().hyperparameters.lr).toBe('0.1 / t^2 + 0.001')
  undo()
  expect(run().hyperparameters.lr).toBe('0.1 / t')
  expect(store.history.getState().canUndo).toBe(false)
})

test('Escape takes back what was typed, and leaves nothing to undo', async () => {
  await mount({ hyperparameters: { lr: '0.1 / t' } })
  type('0.3')
  type('0.3 /')
  key('Escape')
  expect(run().hyperparameters.lr).toBe('0.1 / t')
  expect(field()!.value).toBe('0.1 / t')
  expect(store.history.getState().canUndo).toBe(false)
})

test('what a name may have meant is put in its place at a press', async () => {
  await mount({ hyperparameters: { lr: '0.1' } })
  type('0.1 * coss(t)^2')
  act(() => mounting.host.querySelector<HTMLButtonElement>('.field-problem button')!.click())
  expect(run().hyperparameters.lr).toBe('0.1 * cos(t)^2')
})

test('the schedule’s value follows the playhead', async () => {
  await mount({ hyperparameters: { lr: '0.5 * t / T' } })
  const now = () => mounting.host.querySelector('.schedule-now')!.textContent
  expect(now()).toBe('schedule 0.005')
  act(() => store.playback.getState().seek(50))
  expect(now()).toBe('schedule 0.25')
})

test('wrappers go on, change places and come off, each one step of undo', async () => {
  await mount()
  press('Wrap in SAM')
  press('Wrap in Lookahead')
  expect(run().wrappers).toEqual(['SAM', 'Lookahead'])
  expect(find('Wrap in SAM')).toBeNull()
  press('Move Lookahead inside SAM')
  expect(run().wrappers).toEqual(['Lookahead', 'SAM'])
  act(() => store.scene.getState().setHyperparameter(0, 'sam_rho', 0.3))
  press('Take SAM off')
  expect(run().wrappers).toEqual(['Lookahead'])
  expect(run().hyperparameters).toEqual({ lr: 0.01 })
  undo()
  expect(run()).toMatchObject({ wrappers: ['Lookahead', 'SAM'], hyperparameters: { sam_rho: 0.3 } })
})

test('a wrapper’s hyperparameters stand with it, under their short names', async () => {
  await mount({ wrappers: ['Lookahead'] })
  const names = [...mounting.host.querySelectorAll('.wrapper .row-name')].map(({ textContent }) => textContent)
  expect(names).toEqual(['k', 'alpha'])
  expect(mounting.host.querySelector('.hyperparameters')!.textContent).not.toContain('lookahead')
})

test('a new seed is another one, and one step of undo', async () => {
  await mount({ noise: { kind: 'gaussian', scale: 1 }, seed: 5 })
  press('New seed')
  expect(run().seed).not.toBe(5)
  undo()
  expect(run().seed).toBe(5)
})

test.each([
  ['SGD', {}, false],
  ['SGD', { noise: { kind: 'student-t', scale: 1 } } as const, true],
  ['NelderMead', {}, false],
  ['SimulatedAnnealing', {}, true],
])('%s %o: a seed is offered where it matters', async (optimizer, more, expected) => {
  await mount({ optimizer, hyperparameters: {}, ...more })
  expect(find('New seed') !== null).toBe(expected)
})

test('methods cannot be wrapped, and say that what they try can be shown', async () => {
  await mount({ optimizer: 'NelderMead', hyperparameters: {} })
  expect(mounting.host.querySelector('.wrappers')).toBeNull()
  const wish = mounting.host.querySelector<HTMLInputElement>('.tries input')!
  expect(wish.checked).toBe(true)
  act(() => wish.click())
  expect(store.scene.getState().scene.view.tries).toBe(false)
  undo()
  expect(wish.checked).toBe(true)
})
