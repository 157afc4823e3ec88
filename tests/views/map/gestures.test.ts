// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { watchGestures } from '../../../src/views/map/gestures'

let element: HTMLElement
let pans: [number, number][]
let zooms: [number, number, number][]

beforeEach(() => {
  element = document.createElement('div')
  element.setPointerCapture = () => {}
  pans = []
  zooms = []
  watchGestures(element, {
    onPan: (dx, dy) => pans.push([dx, dy]),
    onZoom: (factor, x, y) => zooms.push([factor, x, y]),
  })
})

function send(type: string, clientX: number, clientY: number, pointerId = 1, pointerType = 'touch'): void {
  element.dispatchEvent(new PointerEvent(type, { pointerId, pointerType, button: 0, clientX, clientY }))
}

const total = () => pans.reduce(([a, b], [dx, dy]) => [a + dx, b + dy], [0, 0])

test('a drag pans by as much as the finger moves', () => {
  send('pointerdown', 100, 100)
  send('pointermove', 120, 90)
  send('pointermove', 150, 95)
  send('pointerup', 150, 95)
  send('pointermove', 300, 300)
  expect(total()).toEqual([50, -5])
  expect(zooms).toEqual([])
})

test('a click that trembles moves nothing', () => {
  send('pointerdown', 100, 100)
  send('pointermove', 103, 102)
  send('pointerup', 103, 102)
  expect(pans).toEqual([])
})

test('two fingers that part zoom by how far they are apart, at their middle', () => {
  send('pointerdown', 100, 100, 1)
  send('pointerdown', 200, 100, 2)
  send('pointermove', 300, 100, 2)
  expect(zooms).toEqual([[2, 200, 100]])
  expect(total()).toEqual([50, 0])
})

test('the wheel zooms in and out again by the same factor, at the pointer', () => {
  for (const deltaY of [-120, 120]) {
    const wheel = new WheelEvent('wheel', { deltaY, cancelable: true })
    element.dispatchEvent(Object.assign(wheel, { clientX: 40, clientY: 60 }))
  }
  expect(zooms[0]![0]).toBeGreaterThan(1)
  expect(zooms[0]![0] * zooms[1]![0]).toBeCloseTo(1, 12)
  expect(zooms.map(([, x, y]) => [x, y])).toEqual([
    [40, 60],
    [40, 60],
  ])
})
