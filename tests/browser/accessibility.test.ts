import { describe, expect, it } from 'vitest'
import { findings } from './axe'
import { browserForFile, ready } from './page'

const open = browserForFile()

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

describe.each([
  ['light', wide],
  ['dark', wide],
  ['light', narrow],
  ['dark', narrow],
] as const)('%s, %o', (colorScheme, viewport) => {
  it('has no serious finding, closed or opened up', async () => {
    const { page } = await open({ colorScheme, viewport, reducedMotion: 'reduce', bypassCSP: true })
    await ready(page)
    expect(await findings(page)).toEqual([])
    if (viewport === narrow) await page.getByRole('tab', { name: 'Climbers' }).click()
    await page.locator('.climber-button').first().click()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('body').press('?')
    await page.getByRole('dialog').waitFor()
    expect(await findings(page)).toEqual([])
  })
})

it('is used by keyboard alone', async () => {
  const { page, complaints } = await open({ hash: '#surface=himmelblau&optimizer=SGD&lr=0.01&start=0,0' })
  await ready(page)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/skip/i)
  await page.keyboard.press('Enter')
  // On the ground now: Enter releases at the cross-hair.
  await page.keyboard.press('Enter')
  await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).not.toContain('start=0,0')
  await page.keyboard.press('Control+z')
  await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toContain('start=0,0')
  expect(complaints).toEqual([])
})
