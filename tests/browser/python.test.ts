import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { browserForFile, ready } from './page'

const open = browserForFile()

it('the scene on the screen is saved and copied as a Python script', async () => {
  const { page, complaints } = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
  await ready(page)
  const menu = page.locator('.scene-button')
  const choose = async (name: RegExp) => {
    await menu.click()
    await page.getByRole('button', { name }).click()
  }

  const saved = page.waitForEvent('download')
  await choose(/Export as Python/)
  const file = await saved
  expect(file.suggestedFilename()).toBe('four-climbers-four-valleys.py')
  const script = await readFile((await file.path())!, 'utf8')
  expect(script).toContain('# | Four climbers, four valleys')
  expect(script).toContain('torch.optim.Adam([theta], lr=0.05)')
  expect(script).toContain('def climber_4():')

  await choose(/Copy as Python/)
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(script)
  expect(complaints).toEqual([])
})
