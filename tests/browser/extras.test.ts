/** What a climber's card offers beside her numbers: schedules, wrappers, noise; and what methods try, on the ground. */
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { browserForFile, ready } from './page'

const open = browserForFile()

const SGD = '#surface=himmelblau&optimizer=SGD&lr=0.01&start=-0.5,-0.5'

/** The first climber's loss at the end of her walk. */
const endLoss = (page: Page) => page.locator('.climber-loss').first().textContent()

async function openCard(page: Page): Promise<void> {
  await ready(page)
  await page.locator('.climber-button').first().click()
  await page.locator('.hyperparameters').waitFor()
  // Time stands still at the end: what changes there is the walk.
  await page
    .getByRole('button', { name: 'Pause' })
    .or(page.getByRole('button', { name: 'Play' }))
    .waitFor()
  await page.keyboard.press('End')
  await page.waitForFunction(() => document.documentElement.dataset.step === '200')
}

const undo = (page: Page) => page.getByRole('button', { name: /^undo/i }).click()

it('a learning rate becomes a formula of the step: errors are located, good ones walk, one undo takes each back', async () => {
  const { page, complaints } = await open({ hash: SGD })
  await openCard(page)
  const constant = await endLoss(page)
  const toggle = page.getByRole('button', { name: 'lr as a formula of t' })
  await toggle.click()
  const field = page.getByRole('textbox', { name: 'lr as a formula of t' })
  expect(await field.inputValue()).toBe('0.01')
  expect(await endLoss(page)).toBe(constant)

  await field.fill('0.01 * 0.9^(t')
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('.schedule-text mark').textContent()).toBe('(')
  expect(await page.getByRole('alert').textContent()).not.toBe('')
  expect(await endLoss(page)).toBe(constant)

  await field.fill('0.01 * 0.5^(t - 1)')
  await expect.poll(() => endLoss(page)).not.toBe(constant)
  expect(await field.getAttribute('aria-invalid')).toBe('false')
  const halved = await endLoss(page)
  await expect.poll(() => decodeURIComponent(page.url())).toContain('lr=0.01 * 0.5^(t - 1)')

  // The value at the playhead: 0.01 · 0.5^9 after ten steps.
  await page.getByRole('slider', { name: 'Step', exact: true }).fill('10')
  await expect.poll(() => page.locator('.schedule-now').textContent()).toBe('schedule 1.95×10⁻⁵')
  await page.keyboard.press('End')

  const menu = page.getByRole('combobox', { name: 'Schedule of lr, by name' })
  await menu.selectOption('Cosine annealing')
  expect(await field.inputValue()).toBe('0.01 * (1 + cos(pi (t - 1) / T)) / 2')
  await expect.poll(() => endLoss(page)).not.toBe(halved)
  await undo(page)
  await expect.poll(() => endLoss(page)).toBe(halved)
  await undo(page)
  await expect.poll(() => endLoss(page)).toBe(constant)
  expect(await field.inputValue()).toBe('0.01')
  await toggle.click()
  await expect.poll(() => field.count()).toBe(0)
  expect(await page.getByRole('textbox', { name: 'lr, value' }).inputValue()).toBe('0.01')
  expect(complaints).toEqual([])
})

it('wrappers, noise and seeds change the walk, come back by undo, and travel in the link', async () => {
  const { page, complaints } = await open({ hash: SGD, permissions: ['clipboard-read', 'clipboard-write'] })
  await openCard(page)
  const exact = await endLoss(page)
  await page.getByRole('button', { name: 'Wrap in Lookahead' }).click()
  await expect.poll(() => page.locator('.climber-name').first().textContent()).toBe('Lookahead(SGD)')
  await expect.poll(() => endLoss(page)).not.toBe(exact)
  const wrapped = await endLoss(page)
  await page.getByRole('textbox', { name: 'lookahead_k, value' }).fill('10')
  await page.keyboard.press('Enter')
  await expect.poll(() => endLoss(page)).not.toBe(wrapped)
  await page.locator('summary', { hasText: 'Equations' }).click()
  await expect.poll(() => page.locator('.equations').textContent()).toContain('lookahead')

  const quiet = await endLoss(page)
  await page.getByRole('radio', { name: 'Gaussian' }).check()
  await expect.poll(() => endLoss(page)).not.toBe(quiet)
  const noisy = await endLoss(page)
  await page.getByRole('button', { name: 'New seed' }).click()
  await expect.poll(() => endLoss(page)).not.toBe(noisy)
  const other = await endLoss(page)

  // The address follows in its own time; the button knows what is on the screen.
  await page.getByRole('button', { name: /copy link/i }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('#')
  const copy = await page.context().newPage()
  await copy.goto(await copied())
  await ready(copy)
  await copy.keyboard.press('End')
  await expect.poll(() => endLoss(copy)).toBe(other)
  expect(await copy.locator('.climber-name').first().textContent()).toBe('Lookahead(SGD)')
  await copy.close()

  await undo(page)
  await expect.poll(() => endLoss(page)).toBe(noisy)
  await undo(page)
  await expect.poll(() => endLoss(page)).toBe(quiet)
  await page.getByRole('button', { name: 'Take Lookahead off' }).click()
  await expect.poll(() => endLoss(page)).toBe(exact)
  expect(complaints).toEqual([])
})

it('a simplex tumbles with the playhead on the landscape and the map, until its climber rests or nobody wants to see it', async () => {
  const { page, complaints } = await open({
    hash: '#surface=himmelblau&mode=both&optimizer=NelderMead&start=-0.5,-0.5',
  })
  await openCard(page)
  const drawn = () => page.locator('.views').getAttribute('data-tries')
  const seek = (step: number) => page.getByRole('slider', { name: 'Step', exact: true }).fill(String(step))
  expect(await drawn()).toBe('')
  await seek(0)
  await expect.poll(drawn).toBe('closed')
  await seek(3)
  await expect.poll(drawn).toMatch(/^closed points/)
  const wish = page.getByRole('switch', { name: 'show what it tries' })
  await wish.uncheck()
  await expect.poll(drawn).toBe('')
  await wish.check()
  await expect.poll(drawn).toMatch(/^closed points/)
  expect(complaints).toEqual([])
})

it('the average that ASGD keeps has a trail of its own', async () => {
  const { page, complaints } = await open({ hash: '#surface=himmelblau&optimizer=ASGD&t0=20&start=-0.5,-0.5' })
  await openCard(page)
  const drawn = () => page.locator('.views').getAttribute('data-tries')
  await expect.poll(drawn).toBe('trail')
  await page.getByRole('slider', { name: 'Step', exact: true }).fill('10')
  await expect.poll(drawn).toBe('')
  expect(complaints).toEqual([])
})
