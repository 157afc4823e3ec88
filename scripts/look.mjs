// Pictures for eyes: every scene and every main view, light and dark, wide and narrow, into look/ (not committed).
// `npm run look` takes all, `npm run look -- page` those whose names contain "page", and `npm run look -- readme` the one
// that the README shows, into docs/.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import { launchBrowser } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'look')
const [filter = ''] = process.argv.slice(2)

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** Views of the page: a name, what follows the address, and what is done before the picture is taken. */
const views = [
  { name: 'page', hash: '' },
  { name: 'map', hash: '#surface=himmelblau&mode=map&optimizer=SGD&lr=0.01&optimizer=Adam&lr=0.1' },
  { name: 'both', hash: '#surface=himmelblau&mode=both&optimizer=SGD&lr=0.01&optimizer=Adam&lr=0.1' },
  { name: 'gradient', hash: '#surface=peaks&layers=contours,gradient&optimizer=SGD&lr=0.05' },
  { name: 'holes', hash: '#formula=sqrt(x*y)%2Bx&optimizer=SGD&lr=0.01&start=1,1' },
  { name: 'pole', hash: '#formula=1/(x^2%2By^2)&optimizer=SGD&lr=0.1&start=0.5,0.2' },
  { name: 'error', hash: '#surface=sphere', act: (page) => type(page, 'sine(x) + y^2') },
  { name: 'climber-open', hash: '', act: openClimber },
  { name: 'chart', hash: '#surface=himmelblau&optimizer=SGD&lr=0.01&optimizer=Adam&lr=0.1', act: hoverChart },
  { name: 'basins', hash: '#surface=himmelblau&optimizer=SGD&lr=0.01', act: (page) => experiment(page, 'Basins') },
  { name: 'swarm', hash: '#surface=himmelblau&optimizer=SGD&lr=0.01', act: (page) => experiment(page, 'Swarm') },
  { name: 'sweep', hash: '#surface=himmelblau&optimizer=SGD&lr=0.01', act: (page) => experiment(page, 'Sweep') },
  { name: 'scenes', hash: '', act: (page) => page.locator('.scene-button').click() },
  { name: 'gallery', hash: '', act: (page) => page.keyboard.press('g') },
  { name: 'help', hash: '', act: (page) => page.keyboard.press('?') },
]

/** What stands beside the ground is on a phone a sheet below it, a tab each. */
async function openTab(page, name) {
  const tab = page.getByRole('tab', { name })
  if (await tab.isVisible()) await tab.click()
}

async function openClimber(page) {
  await openTab(page, 'Climbers')
  await page.locator('.climber-button').first().click()
}

async function experiment(page, name) {
  await openTab(page, 'Experiments')
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForFunction(() => document.querySelector('progress') === null)
}

async function hoverChart(page) {
  const box = await page.locator('.loss-chart').boundingBox()
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2)
}

async function type(page, text) {
  await page.getByTitle('Edit the formula').click()
  await page.keyboard.type(text)
}

const scenes = (await readdir(join(root, 'scenes')))
  .filter((file) => /^\d+-.*\.json$/.test(file))
  .map((file) => ({ name: `scene-${file.replace('.json', '')}`, file }))

/** Ends the walk: pictures show it whole, and the same every time. */
async function settle(page) {
  await page.waitForSelector('html[data-state="ready"]', { state: 'attached' })
  await page.keyboard.press('End')
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('progress') === null)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.thumbnail')].every((picture) => picture.dataset.drawn !== undefined),
  )
  // The edges of a still picture are smoothed over the next few frames.
  await page.waitForTimeout(1500)
}

async function shoot(browser, { name, hash = '', act, scene }, theme, viewport) {
  const label = `${name}-${theme}${viewport === narrow ? '-390' : ''}`
  if (!label.includes(filter)) return
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: viewport === narrow,
  })
  const page = await context.newPage()
  const complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(address + hash)
  if (scene !== undefined) await openScene(page, scene)
  await settle(page)
  await act?.(page)
  if (act !== undefined) await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, `${label}.png`) })
  console.log(label, ...complaints)
  await context.close()
}

async function openScene(page, index) {
  await page.waitForSelector('html[data-state="ready"]', { state: 'attached' })
  await page.locator('.scene-button').click()
  await page.locator('.scene-item').nth(index).click()
}

async function shootAll(browser) {
  for (const view of views) {
    for (const theme of ['light', 'dark'])
      for (const viewport of [wide, narrow]) await shoot(browser, view, theme, viewport)
  }
  for (const [index, { name }] of scenes.entries()) {
    await shoot(browser, { name, scene: index }, 'light', wide)
    await shoot(browser, { name, scene: index }, 'dark', narrow)
  }
}

/** WebP, which the browser itself writes: a fraction of what the same picture takes as PNG. */
async function shootForReadme(browser) {
  const page = await browser.newPage({ viewport: wide, colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(address)
  await settle(page)
  const png = (await page.screenshot()).toString('base64')
  const webp = await page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d').drawImage(bitmap, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, png)
  await writeFile(join(root, 'docs/page.webp'), Uint8Array.from(webp))
  console.log(`docs/page.webp ${Math.round(webp.length / 1024)} KB`)
}

const outDir = join(root, 'node_modules/.cache/page-to-look-at')
await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
const server = await preview({ root, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const address = `http://127.0.0.1:${server.httpServer.address().port}/`
await mkdir(folder, { recursive: true })
const browser = await launchBrowser()
if (filter === 'readme') await shootForReadme(browser)
else await shootAll(browser)
await browser.close()
await server.close()
