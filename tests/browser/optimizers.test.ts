import type { Locator, Page } from 'playwright'
import { expect, it } from 'vitest'
import { findings } from './axe'
import { browserForFile, ready } from './page'

const open = browserForFile()
const sgd = '#surface=himmelblau&steps=60&optimizer=SGD&lr=0.01&start=0,0'

const settings = (page: Page) => page.locator('.climber-details')
const equations = (page: Page) => page.getByRole('textbox', { name: 'Equations' })
const optimizer = (page: Page) => page.getByRole('combobox', { name: 'optimizer', exact: true })

/** The loss at the end of her walk with every digit: another walk has another. */
async function endLoss(page: Page): Promise<string> {
  await page.locator('.loss-chart-scrubber[max="60"]').fill('60')
  return (await page.locator('.climber-loss[title]').first().getAttribute('title'))!
}

async function openCard(page: Page): Promise<void> {
  await ready(page)
  await page.locator('.climber-button').first().click()
  await settings(page)
    .getByRole('button', { name: /^Browse all/ })
    .waitFor()
}

const focused = (element: Locator) =>
  expect.poll(() => element.evaluate((one) => one === document.activeElement)).toBe(true)

it('an optimizer is found in the gallery by typing, with its equations, and walks', async () => {
  const { page, complaints } = await open({ hash: sgd })
  await openCard(page)
  const before = await endLoss(page)
  await page.getByRole('button', { name: /^Browse all/ }).click()
  await focused(page.getByRole('combobox', { name: 'Search optimizers' }))
  await page.keyboard.type('lion')
  const lion = page.getByRole('region', { name: 'Lion' })
  await lion.locator('.katex').first().waitFor()
  expect(await lion.locator('.equations').textContent()).toContain('sign(beta1*m + (1 - beta1)*g)')
  expect(await lion.textContent()).toMatch(/Defaults of .*google\/automl\/lion; on landscapes she starts with lr 0.02/)
  await page.keyboard.press('Enter')
  await expect.poll(() => optimizer(page).inputValue()).toBe('Lion')
  await expect.poll(() => endLoss(page)).not.toBe(before)
  expect(await settings(page).textContent()).toContain('Tuned for landscapes: lr 0.02')
  await page.getByText('Equations', { exact: true }).click()
  await settings(page).locator('.equations .katex').first().waitFor()
  expect(complaints).toEqual([])
})

it('the gallery is used by keyboard alone, and gives a new climber too', async () => {
  const { page } = await open({ hash: sgd })
  await openCard(page)
  await page.getByRole('button', { name: 'Add a climber' }).press('Enter')
  await page.getByRole('button', { name: /^All \d+ optimizers/ }).press('Enter')
  await focused(page.getByRole('combobox', { name: 'Search optimizers' }))
  await page.keyboard.type('torch.optim')
  const active = () => page.locator('[role="option"][aria-selected="true"]').textContent()
  const first = await active()
  await page.keyboard.press('ArrowDown')
  await expect.poll(active).not.toBe(first)
  await page.keyboard.press('ArrowUp')
  await expect.poll(active).toBe(first)
  await page.keyboard.press('Enter')
  await focused(page.getByRole('button', { name: 'start beside the others' }))
  expect(await page.locator('.climber-button').count()).toBe(1)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.climber-button').count()).toBe(2)
  expect(await optimizer(page).inputValue()).toBe(first)
})

it('equations become her own: errors have a place, what can be read races, the link carries it, undo takes it back', async () => {
  const { page, complaints } = await open({ hash: sgd, permissions: ['clipboard-read', 'clipboard-write'] })
  await openCard(page)
  const before = await endLoss(page)
  await page.getByRole('button', { name: 'Edit the equations…' }).click()
  await equations(page).waitFor()
  const text = await equations(page).inputValue()

  await equations(page).fill(text.replace('- lr', '- lr sine(g) + lr'))
  const problem = page.locator('.equation-editor').getByRole('alert')
  const line = text.split('\n').findIndex((words) => words.includes('- lr')) + 1
  expect(await problem.textContent()).toContain(`Line ${line}: unknown function`)
  expect(await page.locator('.code-wrong').textContent()).toBe('sine')
  expect(await endLoss(page)).toBe(before)
  expect(await optimizer(page).inputValue()).toBe('SGD')

  await problem.getByRole('button', { name: 'use sin', exact: true }).click()
  await expect.poll(() => endLoss(page)).not.toBe(before)
  await equations(page).fill(`${text}\nparam rate = 3 from 1 to 9\ntheta = theta - lr rate sign(g)\n`)
  await page.getByRole('slider', { name: 'rate', exact: true }).waitFor()
  await page.getByRole('textbox', { name: 'Name of this optimizer' }).fill('Signs and slopes')
  await page.getByRole('button', { name: 'done', exact: true }).click()
  await expect.poll(() => optimizer(page).locator('option:checked').textContent()).toBe('Signs and slopes (typed)')
  const typed = await endLoss(page)
  expect(typed).not.toBe(before)

  await page.getByRole('button', { name: /copy link/i }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('#')
  const copy = await page.context().newPage()
  await copy.goto(await copied())
  await openCard(copy)
  expect(await optimizer(copy).locator('option:checked').textContent()).toBe('Signs and slopes (typed)')
  await expect.poll(() => endLoss(copy)).toBe(typed)
  await copy.close()

  // She looked at the end of the walk in between, so what was typed are two steps.
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => optimizer(page).locator('option:checked').textContent()).toBe('My SGD (typed)')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => optimizer(page).inputValue()).toBe('SGD')
  await expect.poll(() => endLoss(page)).toBe(before)
  expect(complaints).toEqual([])
})

it('Escape takes back what was typed, Tab leaves the field, and there is a way back to the optimizer of the gallery', async () => {
  const { page } = await open({ hash: sgd })
  await openCard(page)
  const before = await endLoss(page)
  await page.getByRole('button', { name: 'Edit the equations…' }).press('Enter')
  await focused(equations(page))
  await page.keyboard.type('# Mine.\n')
  await expect.poll(() => optimizer(page).locator('option:checked').textContent()).toBe('My SGD (typed)')
  await page.keyboard.press('Tab')
  expect(await equations(page).evaluate((field) => field === document.activeElement)).toBe(false)
  await page.keyboard.press('Escape')
  await expect.poll(() => optimizer(page).inputValue()).toBe('SGD')
  const edit = settings(page).getByRole('button', { name: 'Edit the equations', exact: true })
  await focused(edit)
  expect(await page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true)

  await page.keyboard.press('Enter')
  await equations(page).fill('theta = theta - 0.001 g')
  await expect.poll(() => endLoss(page)).not.toBe(before)
  await page.getByRole('button', { name: 'back to SGD' }).click()
  await expect.poll(() => endLoss(page)).toBe(before)
})

it('a text that is far too long is not taken, and says so', async () => {
  const { page } = await open({ hash: sgd, permissions: ['clipboard-read', 'clipboard-write'] })
  await openCard(page)
  await page.getByRole('button', { name: 'Edit the equations…' }).click()
  await equations(page).waitFor()
  const text = await equations(page).inputValue()
  await page.evaluate(() => navigator.clipboard.writeText('g = g\n'.repeat(100_000)))
  await equations(page).press('Control+v')
  await expect.poll(() => page.locator('.equation-editor').getByRole('alert').textContent()).toMatch(/was not taken/)
  expect(await equations(page).inputValue()).toBe(text)
})

it.each([
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 390, height: 844 }],
] as const)('gallery and editor have no serious finding: %s, %o', async (colorScheme, viewport) => {
  const small = viewport.width < 720
  const { page } = await open({ hash: sgd, colorScheme, viewport, reducedMotion: 'reduce', bypassCSP: true })
  await ready(page)
  if (small) await page.getByRole('tab', { name: 'Climbers' }).click()
  await openCard(page)
  await page.getByRole('button', { name: /^Browse all/ }).click()
  await page.getByRole('region', { name: 'SGD' }).locator('.katex').first().waitFor()
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Use SGD' }).click()
  await page.getByRole('button', { name: 'Edit the equations…' }).click()
  await equations(page).fill('theta = thet - g')
  await page.locator('.equation-editor').getByRole('alert').waitFor()
  expect(await findings(page)).toEqual([])
  // Nothing is wider than the window, and the page itself has not moved.
  expect(await page.evaluate(() => [document.body.scrollWidth - innerWidth, scrollX, scrollY])).toEqual([0, 0, 0])
  const { y, height } = (await page.locator('.equation-editor [role="alert"]').boundingBox())!
  expect(y + height).toBeLessThanOrEqual(viewport.height)
})
