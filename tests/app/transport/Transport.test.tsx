// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import { PageContext, ThemeContext } from '../../../src/app/page-context'
import { createPageStore } from '../../../src/app/page-store'
import Transport from '../../../src/app/transport/Transport'
import { SceneContext } from '../../../src/store/react'
import { createSceneStore } from '../../../src/store/scene-store'
import type { SceneStore } from '../../../src/store/types'
import { light } from '../../../src/views/theme'
import { mounted } from '../../mounted'
import { catalog, FakeEngine, scene } from '../../store/fixtures'

const mounting = mounted()
let store: SceneStore

/** Mounts the transport of a scene of 100 steps whose walks are computed. */
async function mount({ hide = [] as string[], controls = undefined as string[] | undefined } = {}) {
  const engine = new FakeEngine()
  store = mounting.keep(
    createSceneStore({ engine, catalog, scene: scene({ controls, cues: [{ step: 40, note: 'She turns.' }] }) }),
  )
  await engine.finish()
  const page = createPageStore({ preferences: { theme: 'auto', hintsDone: [] }, remember: () => {}, hide })
  mounting.render(
    <SceneContext value={store}>
      <PageContext value={{ store: page, ground: { current: null } }}>
        <ThemeContext value={light}>
          <Transport />
        </ThemeContext>
      </PageContext>
    </SceneContext>,
  )
  return store.playback
}

const find = <T extends HTMLElement>(selector: string) => mounting.host.querySelector<T>(selector)
const button = (label: string) => find(`button[aria-label="${label}"]`)
const press = (label: string) => act(() => button(label)!.click())
const slider = () => find<HTMLInputElement>('input[type=range]')!

test('the number and the slider follow the playhead without React', async () => {
  const playback = await mount()
  const { last } = playback.getState()
  playback.getState().seek(1.75)
  expect(find('.step-number')!.textContent).toBe(`1 of ${last} steps`)
  expect(slider().value).toBe('1')
  expect(slider().max).toBe(String(last))
  expect(slider().getAttribute('aria-valuetext')).toMatch(new RegExp(`^step 1 of ${last}, SGD .+, Adam .+`))
})

test('the slider moves the playhead and holds it still', async () => {
  const playback = await mount()
  act(() => playback.getState().play())
  act(() => {
    slider().value = '2'
    slider().dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(playback.getState()).toMatchObject({ step: 2, playing: false })
})

test('the buttons play, step and go back to the start', async () => {
  const playback = await mount()
  press('Play')
  expect(playback.getState().playing).toBe(true)
  press('Pause')
  expect(playback.getState().playing).toBe(false)
  press('One step on')
  press('One step on')
  press('One step back')
  expect(playback.getState().step).toBe(1)
  press('Back to the start')
  expect(playback.getState().step).toBe(0)
})

test('the menu sets the speed', async () => {
  const playback = await mount()
  const menu = find<HTMLSelectElement>('select')!
  act(() => {
    menu.value = '96'
    menu.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(playback.getState().speed).toBe(96)
})

test('only the controls that a scene lists are there', async () => {
  await mount({ controls: ['play', 'step'] })
  expect(button('Play')).not.toBeNull()
  expect(button('One step on')).not.toBeNull()
  expect(button('Back to the start')).toBeNull()
  expect(find('select')).toBeNull()
  expect(find('.loss-chart')).toBeNull()
})

test('a chart that may not be dragged has no slider', async () => {
  await mount({ hide: ['scrub'] })
  expect(find('.loss-chart')).not.toBeNull()
  expect(slider()).toBeNull()
})

test('a timeline without a chart has a slider', async () => {
  await mount({ hide: ['chart'] })
  expect(slider()).not.toBeNull()
  expect(find('.scale-toggle')).toBeNull()
})

test('where everything is hidden nothing is left', async () => {
  await mount({ hide: ['transport'] })
  expect(mounting.host.childElementCount).toBe(0)
})

test('it covers the lower edge of the ground', async () => {
  await mount()
  expect(mounting.host.firstElementChild!.getAttribute('data-edge')).toBe('bottom')
})
