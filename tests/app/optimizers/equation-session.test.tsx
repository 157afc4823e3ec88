// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test } from 'vitest'
import EquationEditor from '../../../src/app/optimizers/EquationEditor'
import { PageContext } from '../../../src/app/page-context'
import { createPageStore } from '../../../src/app/page-store'
import { SceneContext, useScene } from '../../../src/store/react'
import { createSceneStore } from '../../../src/store/scene-store'
import type { SceneStore } from '../../../src/store/types'
import { mounted } from '../../mounted'
import { catalog, FakeEngine, scene } from '../../store/fixtures'

const mounting = mounted()
const page = () => createPageStore({ preferences: { theme: 'auto', hintsDone: [] }, remember: () => {} })
let store: SceneStore

/** The equations of the first of two climbers, open as a text; what is returned opens those of another. */
function open() {
  store = mounting.keep(createSceneStore({ engine: new FakeEngine(), catalog, scene: scene() }))
  const context = { store: page(), ground: { current: null } }
  const show = (index: number) =>
    mounting.render(
      <SceneContext value={store}>
        <PageContext value={context}>
          <Editor key={index} index={index} />
        </PageContext>
      </SceneContext>,
    )
  show(0)
  return show
}

const Editor = ({ index }: { readonly index: number }) => (
  <EquationEditor index={index} run={useScene((state) => state.scene.runs[index]!)} onClose={() => {}}>
    {null}
  </EquationEditor>
)

const field = () => mounting.host.querySelector<HTMLTextAreaElement>('textarea')!
const problem = () => mounting.host.querySelector('[role="alert"]')
const optimizer = () => store.scene.getState().scene.runs[0]!.optimizer
const { undo, redo } = { undo: () => store.scene.getState().undo(), redo: () => store.scene.getState().redo() }
const canUndo = () => store.history.getState().canUndo

function type(text: string) {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
  act(() => {
    set.call(field(), text)
    field().dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const leave = () => act(() => field().dispatchEvent(new FocusEvent('focusout', { bubbles: true })))

const good = 'param lr = 0.1\ntheta = theta - lr g\n'
const wrong = 'param lr = 0.1\ntheta = theta - lr sine(g)\n'

test('what cannot be read yet is still there after another climber was looked at', () => {
  const show = open()
  type(wrong)
  expect(problem()).not.toBeNull()
  show(1)
  expect(field().value).not.toBe(wrong)
  expect(problem()).toBeNull()
  show(0)
  expect(field().value).toBe(wrong)
  expect(problem()).not.toBeNull()
})

test('each press of undo changes what is seen, and redo brings back a draft that cannot be read', () => {
  open()
  const original = field().value
  type(good)
  leave()
  type(`${good}# Mine.\n`)
  leave()
  type(wrong)
  act(undo)
  expect(field().value).toBe(good)
  act(undo)
  expect(field().value).toBe(original)
  expect(optimizer()).toBe('SGD')
  expect(canUndo()).toBe(false)
  act(redo)
  expect(field().value).toBe(good)
  act(redo)
  expect(field().value).toBe(wrong)
})

test('typing that ends where it began leaves no step of undo', () => {
  open()
  type(good)
  leave()
  type(`${good}# Mine.\n`)
  type(good)
  leave()
  act(undo)
  expect(optimizer()).toBe('SGD')
  expect(canUndo()).toBe(false)
})
