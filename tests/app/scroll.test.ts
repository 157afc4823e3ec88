// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { scrollIntoSight, scrollToTop } from '../../src/app/scroll'

afterEach(() => document.body.replaceChildren())

/** A panel of 300 pixels from 100 on, scrolled by 50, and something in it. */
function panelWith(top: number, height: number) {
  const panel = document.createElement('div')
  panel.style.overflowY = 'auto'
  const inside = document.createElement('p')
  panel.append(inside)
  document.body.append(panel)
  panel.getBoundingClientRect = () => new DOMRect(0, 100, 200, 300)
  inside.getBoundingClientRect = () => new DOMRect(0, top, 200, height)
  panel.scrollTop = 50
  return { panel, inside }
}

test.each([
  ['what is in sight stays', 150, 100, 50],
  ['what ends below comes up until its end is seen', 350, 100, 50 + 58],
  ['what is higher than the panel shows its beginning', 350, 500, 50 + 242],
  ['what begins above comes down', 60, 100, 50 - 48],
])('%s', (_, top, height, expected) => {
  const { panel, inside } = panelWith(top, height)
  scrollIntoSight(inside)
  expect(panel.scrollTop).toBe(expected)
})

test('to the top, from wherever it is', () => {
  const { panel, inside } = panelWith(150, 100)
  scrollToTop(inside)
  expect(panel.scrollTop).toBe(50 + 42)
})

test('nothing moves where nothing scrolls', () => {
  const lone = document.createElement('p')
  document.body.append(lone)
  scrollToTop(lone)
  scrollIntoSight(null)
  expect(document.body.scrollTop).toBe(0)
})
