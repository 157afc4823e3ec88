import { expect, it } from 'vitest'
import { browserForFile, differing, ready, settledGround } from './page'

const open = browserForFile()

it('a newcomer sees a climber walk, types a formula, changes the optimizer, releases, scrubs, and shares it', async () => {
  const { page, complaints } = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
  await ready(page)
  await page.waitForFunction(() => Number(document.documentElement.dataset.step) > 0)

  await page.getByRole('button', { name: /edit the formula/i }).click()
  const formula = page.getByRole('textbox', { name: 'Formula of x and y' })
  await formula.fill('(x^2-2)^2 + (y-1)^2')
  await formula.press('Enter')
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('(x^2-2)^2'))

  await page.locator('.climber-button').first().click()
  await page.getByRole('combobox', { name: 'optimizer', exact: true }).selectOption('Adam')
  const hash = page.url()
  const box = (await page.locator('[data-ground]').boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForURL((url) => url.href !== hash && /Adam/.test(url.hash))

  // Back to the past, and somebody else sees the same.
  await page.keyboard.press('End')
  await page.getByRole('slider', { name: /step/i }).fill('10')
  await page.waitForFunction(() => document.documentElement.dataset.step === '10')
  await page.getByRole('button', { name: /copy link/i }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('#')
  const link = await copied()
  const losses = await page.locator('.climber-loss').allTextContents()
  await page.mouse.move(700, 20)
  await page.locator('.climber-button').first().click()
  const picture = await settledGround(page)

  const copy = await page.context().newPage()
  await copy.goto(link)
  await ready(copy)
  await copy.keyboard.press('End')
  const elsewhere = await settledGround(copy)
  await copy.getByRole('slider', { name: /step/i }).fill('10')
  await copy.waitForFunction(() => document.documentElement.dataset.step === '10')
  expect(await copy.locator('.climber-loss').allTextContents()).toEqual(losses)
  const seen = await settledGround(copy)
  expect(await differing(copy, seen, picture)).toBeLessThan(0.001)
  expect(await differing(copy, seen, elsewhere)).toBeGreaterThan(0.01)
  expect(new URL(copy.url()).hash).toBe(new URL(link).hash)
  expect(complaints).toEqual([])
})
