import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browserForFile, ready } from './page'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const open = browserForFile()

/** What axe finds serious or critical: rule, and the first elements that break it. */
async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath })
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`)
}

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

describe.each([
  ['light', wide],
  ['dark', wide],
  ['light', narrow],
  ['dark', narrow],
] as const)('%s, %o', (colorScheme, viewport) => {
  it('has no serious finding, closed or opened up', async () => {
    // The test's own script is the one thing that the page's policy would refuse.
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
