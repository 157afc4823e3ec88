/** Fingers on a phone's ground, as the browser itself hands them to the page. */
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { browserForFile, differing, ready, settledGround } from './page'

const open = browserForFile()

interface Finger {
  readonly x: number
  readonly y: number
}

/** Touches of two fingers and one, beyond the taps that playwright knows. */
async function fingers(page: Page) {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: readonly Finger[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map((point, id) => ({ ...point, id })) })
  return {
    press: (point: Finger) => send('touchStart', [point]),
    lift: () => send('touchEnd', []),
    /** From `from` pixels apart to `to`, about a middle. */
    async pinch(middle: Finger, from: number, to: number) {
      const apart = (distance: number) => [-0.5, 0.5].map((side) => ({ ...middle, x: middle.x + side * distance }))
      await send('touchStart', apart(from))
      for (let k = 1; k <= 10; k++) await send('touchMove', apart(from + ((to - from) * k) / 10))
      await send('touchEnd', [])
    },
  }
}

async function middleOfGround(page: Page): Promise<Finger> {
  const box = (await page.locator('[data-ground]').boundingBox())!
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
}

it.each(['landscape', 'map'])('two fingers zoom, and a long press releases (%s)', async (mode) => {
  const { page, complaints } = await open({
    hash: `#surface=himmelblau&mode=${mode}&optimizer=SGD&lr=0.01&start=1,1`,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  })
  await ready(page)
  await page.keyboard.press('End')
  const middle = await middleOfGround(page)
  const { pinch, press, lift } = await fingers(page)

  const before = await settledGround(page)
  await pinch(middle, 60, 180)
  const nearer = await settledGround(page)
  expect(await differing(page, before, nearer)).toBeGreaterThan(0.05)
  // The page itself is not what was zoomed.
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1)

  const hash = page.url()
  await press(middle)
  await page.waitForURL((url) => url.href !== hash && /start=/.test(url.hash))
  await lift()
  expect(page.url()).not.toContain('start=1,1')
  expect(complaints).toEqual([])
})
