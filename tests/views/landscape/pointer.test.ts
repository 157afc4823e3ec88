// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPointer } from '../../../src/views/landscape/pointer'

const calls: unknown[][] = []
let flag = -1
let host: HTMLElement
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  calls.length = 0
  flag = -1
  host = document.createElement('div')
  host.setPointerCapture = () => undefined
  document.body.append(host)
  stop = watchPointer(host, {
    onMove: (at) => calls.push(['move', at === null ? null : [at.clientX, at.clientY]]),
    onPick: (x, y) => calls.push(['pick', x, y]),
    flagAt: () => flag,
    onFlag: (index, x, y) => calls.push(['flag', index, x, y]),
    onFlagDrag: (dragging) => calls.push(['dragging', dragging]),
  })
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

function send(type: string, clientX: number, clientY: number, pointerType = 'mouse', pointerId = 1): boolean {
  const event = new PointerEvent(type, {
    clientX,
    clientY,
    pointerType,
    pointerId,
    button: 0,
    bubbles: true,
    cancelable: true,
  })
  return host.dispatchEvent(event)
}

test('the mouse reads where it is, and nothing once it has left', () => {
  send('pointermove', 10, 20)
  send('pointerleave', 0, 0)
  expect(calls).toEqual([
    ['move', [10, 20]],
    ['move', null],
  ])
})

test('a click picks, also with a trembling hand; a drag turns the camera and picks nothing', () => {
  send('pointerdown', 10, 20)
  send('pointermove', 13, 22)
  send('pointerup', 13, 22)
  expect(calls).toEqual([['pick', 13, 22]])
  calls.length = 0
  send('pointerdown', 10, 20)
  send('pointermove', 30, 20)
  send('pointerup', 30, 20)
  expect(calls).toEqual([['move', null]])
})

test('a tap reads, a finger held picks, and a second finger means neither', () => {
  send('pointerdown', 10, 20, 'touch')
  send('pointerup', 10, 20, 'touch')
  expect(calls).toEqual([['move', [10, 20]]])
  calls.length = 0
  send('pointerdown', 10, 20, 'touch')
  vi.advanceTimersByTime(600)
  send('pointerup', 10, 20, 'touch')
  expect(calls).toEqual([['pick', 10, 20]])
  calls.length = 0
  send('pointerdown', 10, 20, 'touch')
  send('pointerdown', 90, 20, 'touch', 2)
  vi.advanceTimersByTime(600)
  send('pointerup', 10, 20, 'touch')
  send('pointerup', 90, 20, 'touch', 2)
  expect(calls).toEqual([])
})

test('a flag is dragged, the camera is told to hold still, and letting go is no click', () => {
  flag = 3
  send('pointerdown', 10, 20)
  send('pointermove', 40, 50)
  send('pointermove', 60, 50)
  send('pointerup', 60, 50)
  expect(calls).toEqual([
    ['dragging', true],
    ['flag', 3, 40, 50],
    ['flag', 3, 60, 50],
    ['dragging', false],
  ])
})

test('a drag that the browser takes away ends', () => {
  flag = 0
  send('pointerdown', 10, 20)
  send('pointermove', 40, 50)
  send('pointercancel', 40, 50)
  expect(calls.at(-1)).toEqual(['dragging', false])
})

test('over a flag the cursor shows that it can be taken', () => {
  flag = 0
  send('pointermove', 10, 20)
  expect(host.style.cursor).toBe('grab')
  flag = -1
  send('pointermove', 10, 20)
  expect(host.style.cursor).toBe('')
})
