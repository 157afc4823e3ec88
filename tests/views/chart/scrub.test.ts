// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { watchScrub } from '../../../src/views/chart/scrub'

let element: HTMLElement
let heard: unknown[][]
let stop: () => void

beforeEach(() => {
  element = document.createElement('div')
  element.setPointerCapture = () => {}
  element.getBoundingClientRect = () => new DOMRect(100, 0, 500, 80)
  heard = []
  stop = watchScrub(element, {
    onHover: (x) => heard.push(['hover', x]),
    onScrubStart: () => heard.push(['start']),
    onScrub: (x) => heard.push(['scrub', x]),
    onScrubEnd: () => heard.push(['end']),
  })
})

function send(type: string, clientX: number, init: PointerEventInit = {}): void {
  element.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', button: 0, clientX, ...init }))
}

test('a drag scrubs in pixels of the chart, from the press to the release', () => {
  send('pointerdown', 150)
  send('pointermove', 180)
  send('pointerup', 180)
  send('pointermove', 300)
  expect(heard.filter(([what]) => what !== 'hover')).toEqual([['start'], ['scrub', 50], ['scrub', 80], ['end']])
})

test('a mouse that only moves hovers, and no longer once it has left', () => {
  send('pointermove', 140)
  send('pointerleave', 90)
  expect(heard).toEqual([
    ['hover', 40],
    ['hover', null],
  ])
})

test('a finger reads while it drags, and not after', () => {
  send('pointermove', 140, { pointerType: 'touch' })
  expect(heard).toEqual([])
  send('pointerdown', 150, { pointerType: 'touch' })
  send('pointerup', 150, { pointerType: 'touch' })
  expect(heard.filter(([what]) => what === 'hover')).toEqual([
    ['hover', 50],
    ['hover', null],
  ])
})

test('other buttons and a second finger do nothing', () => {
  send('pointerdown', 150, { button: 2 })
  expect(heard).toEqual([])
  send('pointerdown', 150)
  heard.length = 0
  send('pointerdown', 400, { pointerId: 2 })
  send('pointermove', 420, { pointerId: 2, pointerType: 'touch' })
  send('pointerup', 420, { pointerId: 2 })
  expect(heard).toEqual([])
})

test('it can be stopped', () => {
  stop()
  send('pointerdown', 150)
  expect(heard).toEqual([])
})
