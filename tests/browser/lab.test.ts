/** Experiments: basins and the climber of a pixel, a swarm and its census, a sweep and the values of a cell. */
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { findings } from './axe'
import { browserForFile, ready } from './page'

const open = browserForFile()

const PRESENT = 'lr=0.01&momentum=0.5&'
const HASH = `#surface=himmelblau&mode=map&optimizer=SGD&${PRESENT}start=-0.5,-0.5`

const address = (page: Page) => decodeURIComponent(new URL(page.url()).hash)
const experiment = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const undo = (page: Page) => page.getByRole('button', { name: /^undo/i }).click()

it('basins have a legend that accounts for the whole map, and a click replays the climber of a pixel', async () => {
  const { page, complaints } = await open({ hash: HASH, reducedMotion: 'reduce' })
  await ready(page)
  await experiment(page, 'Basins').click()
  await page.locator('#lab-basins[data-map-size="512"]').waitFor()
  const figures = await page.locator('#lab-basins .tally-figure').allTextContents()
  expect(figures).toHaveLength(4)
  const total = figures.reduce((sum, text) => sum + Number.parseFloat(text), 0)
  expect(total).toBeGreaterThan(99.7)
  expect(total).toBeLessThan(100.3)
  // The same layer as under what is shown, and part of the address.
  await expect.poll(() => address(page)).toContain('basins')
  expect(await experiment(page, 'basins').getAttribute('aria-pressed')).toBe('true')

  const ground = await page.locator('[data-ground]').boundingBox()
  const before = address(page)
  await page.mouse.move(ground!.width * 0.6, ground!.height * 0.55)
  const promised = await page.locator('.tip-basin').textContent()
  await page.mouse.click(ground!.width * 0.6, ground!.height * 0.55)
  await expect.poll(() => address(page)).not.toBe(before)
  expect(address(page)).not.toContain('start=-0.5,-0.5')
  // She ends where the colour said.
  const place = promised!.replace('to ', '').slice(1, -1).split(', ')
  await expect.poll(() => page.locator('.climber-sentence').first().textContent()).toContain('reached the minimum')
  const sentence = await page.locator('.climber-sentence').first().textContent()
  for (const coordinate of place) expect(sentence).toContain(coordinate.slice(0, 4))
  await undo(page)
  await expect.poll(() => address(page)).toContain('start=-0.5,-0.5')
  expect(complaints).toEqual([])
})

it('a swarm of a thousand is counted, comes to rest, and is gone when it is ended', async () => {
  const { page, complaints } = await open({ hash: HASH })
  await ready(page)
  await experiment(page, 'Swarm').click()
  await page.getByRole('radio', { name: '1,000' }).check()
  await page.getByRole('button', { name: 'Release 1,000' }).click()
  const counts = page.locator('.swarm-counts')
  await counts.locator('.tally').waitFor()
  await page.locator('.swarm-counts[data-swarm="settled"]').waitFor()
  const figures = await counts.locator('.tally-figure').allTextContents()
  expect(figures.reduce((sum, text) => sum + Number(text.replace(',', '')), 0)).toBe(1000)
  expect(await counts.textContent()).not.toContain('still walking')
  // At rest nothing is asked for any more.
  expect(await experiment(page, 'continue').count()).toBe(1)
  await experiment(page, 'end').click()
  await expect.poll(() => counts.count()).toBe(0)
  expect(complaints).toEqual([])
})

it('a sweep is read and taken by pointer and by keys, and each cell taken is one step of undo', async () => {
  const { page, complaints } = await open({ hash: HASH, reducedMotion: 'reduce', bypassCSP: true })
  await ready(page)
  await experiment(page, 'Sweep').click()
  await page.locator('#lab-sweep[data-map-size="48"]').waitFor()
  const map = page.getByRole('application', { name: 'Sweep of lr and momentum' })
  const reading = page.locator('.sweep-reading')
  await map.scrollIntoViewIfNeeded()
  await map.hover({ position: { x: 120, y: 80 } })
  await expect.poll(() => reading.textContent()).toMatch(/lr .*momentum .*(loss|diverged)/)
  await map.click({ position: { x: 120, y: 80 } })
  await expect.poll(() => address(page)).not.toContain(PRESENT)
  await undo(page)
  await expect.poll(() => address(page)).toContain(PRESENT)

  await map.focus()
  await page.keyboard.press('ArrowRight')
  const first = await reading.textContent()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => reading.textContent()).not.toBe(first)
  await page.keyboard.press('Enter')
  await expect.poll(() => address(page)).not.toContain(PRESENT)
  await undo(page)
  await expect.poll(() => address(page)).toContain(PRESENT)

  await page.getByRole('radio', { name: 'steps', exact: true }).check()
  await expect.poll(() => page.locator('.sweep-kinds').textContent()).toContain('did not arrive')
  await experiment(page, 'Basins').click()
  await experiment(page, 'Swarm').click()
  await page.locator('#lab-basins .tally').waitFor()
  expect(await findings(page)).toEqual([])
  expect(complaints).toEqual([])
})

it('fits a phone', async () => {
  const viewport = { width: 390, height: 844 }
  const { page } = await open({ hash: HASH, viewport, hasTouch: true, reducedMotion: 'reduce', bypassCSP: true })
  await ready(page)
  await page.getByRole('tab', { name: 'Experiments' }).click()
  for (const name of ['Basins', 'Swarm', 'Sweep']) await experiment(page, name).click()
  await page.locator('#lab-sweep[data-map-size="48"]').waitFor()
  const panel = page.locator('#sheet-panel')
  expect(await panel.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  await page.locator('.sweep-map').scrollIntoViewIfNeeded()
  await page.locator('.sweep-map').tap({ position: { x: 150, y: 100 } })
  await page.getByRole('button', { name: 'take these values' }).tap()
  await expect.poll(() => address(page)).not.toContain(PRESENT)
  expect(await findings(page)).toEqual([])
})
