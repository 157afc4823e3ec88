// @vitest-environment happy-dom
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { AfterFirstWalk } from '../../src/app/AfterFirstWalk'
import { PageContext } from '../../src/app/page-context'
import { createPageStore } from '../../src/app/page-store'
import { useUnderWay } from '../../src/app/use-under-way'
import { mounted } from '../mounted'

const mounting = mounted()

/** A page on which frames come only when they are called for. */
function mount() {
  const waiting: FrameRequestCallback[] = []
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => waiting.push(callback))
  vi.stubGlobal('cancelAnimationFrame', () => waiting.splice(0))
  const page = createPageStore({ preferences: { theme: 'auto', hintsDone: [] }, remember: () => {} })
  mounting.render(
    <PageContext value={{ store: page, ground: { current: null } }}>
      <Parts />
    </PageContext>,
  )
  const frame = () =>
    act(() => {
      for (const callback of waiting.splice(0)) callback(0)
    })
  return { page, frame, waiting }
}

function Parts() {
  useUnderWay()
  return <AfterFirstWalk room="empty">the rest</AfterFirstWalk>
}

test('the rest of the page waits for the first pictures of the walk', () => {
  const { page, frame, waiting } = mount()
  frame()
  expect(waiting).toHaveLength(0)
  act(() => page.getState().markDrawn())
  for (let n = 0; n < 3; n++) frame()
  expect(mounting.host.textContent).toBe('')
  expect(mounting.host.querySelector('.empty')).not.toBeNull()
  frame()
  expect(mounting.host.textContent).toBe('the rest')
})

test('no frame is asked for once it is under way', () => {
  const { page, frame, waiting } = mount()
  act(() => page.getState().markDrawn())
  for (let n = 0; n < 4; n++) frame()
  expect(page.getState().underWay).toBe(true)
  expect(waiting).toHaveLength(0)
})
