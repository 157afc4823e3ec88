import { describe, expect, it } from 'vitest'
import { browserForFile, ready, settledGround } from './page'

const open = browserForFile()

describe('a formula that cannot be read', () => {
  it('keeps the landscape, says what and where, and offers the way out', async () => {
    const { page, complaints } = await open({ hash: '#surface=sphere&optimizer=SGD&lr=0.1&start=1,1' })
    await ready(page)
    await page.getByRole('button', { name: /edit the formula/i }).click()
    const field = page.getByRole('textbox', { name: 'Formula of x and y' })
    await field.fill('sine(x) + y^2')
    await expect.poll(() => page.getByRole('alert').first().textContent()).toContain('did you mean `sin`?')
    expect(await page.locator('mark').textContent()).toBe('sine')
    // The last good landscape stays, and the address with it.
    expect(new URL(page.url()).hash).toContain('surface=sphere')
    await page.getByRole('button', { name: 'use sin' }).click()
    await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toContain('sin(x) + y^2')
    expect(complaints).toEqual([])
  })

  it('offers a slider for a name that means nothing yet', async () => {
    const { page } = await open({ hash: '#surface=sphere&optimizer=SGD' })
    await ready(page)
    await page.getByRole('button', { name: /edit the formula/i }).click()
    await page.getByRole('textbox', { name: 'Formula of x and y' }).fill('a x^2 + y^2')
    await page.getByRole('button', { name: /slider for a/ }).click()
    await expect.poll(() => page.getByRole('slider', { name: 'a', exact: true }).count()).toBe(1)
  })
})

describe('a link that cannot be used', () => {
  it.each([
    ['damaged', '#s=AAAA'],
    ['from the future', '#s=notbase64!!'],
    ['not a scene', '#surface=__proto__&optimizer=constructor'],
  ])('%s: says so and walks all the same', async (_, hash) => {
    const { page, complaints } = await open({ hash })
    await page.waitForSelector('[role="status"], [role="alert"]')
    await expect.poll(() => page.locator('body').innerText()).toMatch(/link|unknown|damaged/i)
    expect(complaints).toEqual([])
  })
})

describe('graphics', () => {
  it('come back after their context was lost', async () => {
    const { page } = await open({
      hash: '#surface=himmelblau&optimizer=SGD&lr=0.01',
      viewport: { width: 900, height: 600 },
      reducedMotion: 'reduce',
    })
    await ready(page)
    await page.keyboard.press('End')
    const before = await settledGround(page)
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-ground] canvas')!
      const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!
      extension.loseContext()
      setTimeout(() => extension.restoreContext(), 100)
    })
    await expect.poll(async () => (await settledGround(page)).equals(before), { timeout: 60_000 }).toBe(true)
  })
})

describe('without WebGL', () => {
  const openWithout = browserForFile(['--disable-gpu', '--disable-3d-apis', '--disable-software-rasterizer'])

  it('the map stands in, and climbers walk on it', async () => {
    const { page, complaints } = await openWithout({ hash: '#surface=himmelblau&optimizer=SGD&lr=0.01' })
    await ready(page)
    await page.waitForFunction(() => Number(document.documentElement.dataset.step) > 0)
    expect(await page.getByText(/no WebGL/i).count()).toBeGreaterThan(0)
    expect(complaints.filter((text) => !/webgl/i.test(text))).toEqual([])
  })
})

it('a visit without mishaps says nothing on the console', async () => {
  const { page, said } = await open()
  await ready(page)
  await page.keyboard.press('End')
  await page.waitForLoadState('networkidle')
  await settledGround(page)
  expect(said).toEqual([])
})
