// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchContext } from '../../../src/views/landscape/context-loss'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function watched() {
  const canvas = document.createElement('canvas')
  const said: string[] = []
  const stop = watchContext(canvas, { onRestored: () => said.push('restored'), onGone: () => said.push('gone') })
  return { said, stop, send: (type: string) => canvas.dispatchEvent(new Event(type, { cancelable: true })) }
}

test('a context that comes back is asked back and drawn again', () => {
  const { said, send } = watched()
  // False: somebody prevented the default, which is how a context is asked back.
  expect(send('webglcontextlost')).toBe(false)
  vi.advanceTimersByTime(2000)
  send('webglcontextrestored')
  vi.advanceTimersByTime(20_000)
  expect(said).toEqual(['restored'])
})

test('one that does not come back is given up', () => {
  const { said, send } = watched()
  send('webglcontextlost')
  vi.advanceTimersByTime(20_000)
  expect(said).toEqual(['gone'])
})

test('after the landscape is gone nobody is told', () => {
  const { said, send, stop } = watched()
  send('webglcontextlost')
  stop()
  vi.advanceTimersByTime(20_000)
  send('webglcontextrestored')
  expect(said).toEqual([])
})
